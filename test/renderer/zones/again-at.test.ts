import { expect, it } from 'vitest';
import { firstMoment, waitUntil } from '#renderer/zones/again-at.ts';
import type { Instant } from '#shared/rules/instant.ts';

const until = (at: string) => ({ hindrances: [{ kind: 'contact-time' as const, until: at as Instant }] });

it('the page asks again when the first contact time is over, and waits for none where there is none', () => {
  const zones = [until('2022-04-05T05:00:00.000Z'), { hindrances: [] }, until('2022-04-05T04:00:00.000Z')];
  expect(firstMoment(zones)).toBe('2022-04-05T04:00:00.000Z');
  expect(firstMoment([{ hindrances: [] }])).toBeNull();
});

it('it waits as long as the contact time lasts, and a moment at least', () => {
  const now = Date.parse('2022-04-05T03:59:00.000Z');
  expect(waitUntil('2022-04-05T04:00:00.000Z', now)).toBeGreaterThan(60_000);
  expect(waitUntil('2022-04-05T03:00:00.000Z', now)).toBeGreaterThan(0);
});
