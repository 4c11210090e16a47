import { expect, it } from 'vitest';
import { secondsUntil } from '#renderer/people/use-countdown.ts';

it('the delay after wrong attempts is counted in whole seconds, to the last one and not below', () => {
  const now = Date.parse('2022-04-04T04:00:00Z');
  expect(secondsUntil(now + 15_000, now)).toBe(15);
  expect(secondsUntil(now + 14_001, now)).toBe(15);
  expect(secondsUntil(now + 1, now)).toBe(1);
  expect(secondsUntil(now, now)).toBe(0);
  expect(secondsUntil(now - 60_000, now)).toBe(0);
  expect(secondsUntil(null, now)).toBe(0);
});
