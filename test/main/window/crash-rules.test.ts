import { expect, it } from 'vitest';
import { crashCount } from '#main/window/crash-rules.ts';

it('lets a window come back three times in a minute, and then asks somebody', () => {
  const crashes = crashCount();
  expect([0, 1000, 2000, 3000].map((at) => crashes.comesBack(at))).toEqual([true, true, true, false]);
});

it('forgets what lies a minute back, and all of it once somebody has said to go on', () => {
  const crashes = crashCount();
  for (const at of [0, 1000, 2000]) crashes.comesBack(at);
  expect(crashes.comesBack(61_500)).toBe(true);
  expect(crashes.comesBack(61_600)).toBe(true);
  expect(crashes.comesBack(61_700)).toBe(false);
  crashes.forgive();
  expect(crashes.comesBack(61_800)).toBe(true);
});
