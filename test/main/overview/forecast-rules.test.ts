import { expect, it } from 'vitest';
import { freeAfterCleaning, freeAfterLeaving, type Leaver } from '#main/overview/forecast-rules.ts';
import { type Instant, instantOfLocal, type LocalDate, type TimeZone } from '#shared/rules/instant.ts';

const zone = 'Asia/Shanghai' as TimeZone;
const at = (local: string) => instantOfLocal(local, zone) as Instant;
const now = at('2022-04-07 10:00');
const context = { now, zone, cleaningMinutes: 60 };
const nobody: Leaver = {
  ...{ listed: null, earliest: null, eligible: false, onlyWaits: false, onlyTests: false },
  referral: null,
};
const day = '2022-04-08' as LocalDate;

it('is certain of a bed that only awaits its contact time, also when that is over', () => {
  const ready = at('2022-04-07 10:40');
  expect(freeAfterCleaning(ready, now)).toMatchObject({ low: ready, likely: ready, high: ready });
  expect(freeAfterCleaning(at('2022-04-07 09:00'), now).low).toBe(now);
});

it('is certain of who is on a signed list: with the bus, or without one by the end of the day', () => {
  const departs = at('2022-04-08 14:00');
  const clean = at('2022-04-08 15:00');
  expect(freeAfterLeaving({ ...nobody, listed: { day, departs } }, context)).toEqual({
    ...{ why: 'listed', low: clean, likely: clean, high: clean },
  });
  expect(freeAfterLeaving({ ...nobody, listed: { day, departs: null } }, context)).toMatchObject({
    low: at('2022-04-09 01:00'),
    likely: at('2022-04-08 13:00'),
  });
});

it('expects who may leave now with tomorrow’s list, counts on the one after it, and at best at once', () => {
  expect(freeAfterLeaving({ ...nobody, eligible: true, earliest: now }, context)).toEqual({
    ...{ why: 'eligible', low: at('2022-04-09 13:00'), likely: at('2022-04-08 13:00') },
    high: at('2022-04-07 11:00'),
  });
});

it('expects who has only to wait, and hopes for who still needs a result', () => {
  const earliest = at('2022-04-09 08:00');
  expect(freeAfterLeaving({ ...nobody, onlyWaits: true, earliest }, context)).toMatchObject({
    ...{ why: 'not-yet', likely: at('2022-04-10 13:00'), high: at('2022-04-09 09:00') },
  });
  expect(freeAfterLeaving({ ...nobody, earliest }, context)).toMatchObject({ low: null, likely: null });
});

it('expects who has begun a row of negatives on the day after the last sample that is due', () => {
  const earliest = at('2022-04-09 08:00');
  expect(freeAfterLeaving({ ...nobody, onlyTests: true, earliest }, context)).toEqual({
    ...{ why: 'tests-left', low: null, likely: at('2022-04-10 13:00'), high: at('2022-04-09 09:00') },
  });
});

it('counts on everybody who may leave now within 72 hours, also when it is midnight', () => {
  const midnight = at('2022-04-07 00:00');
  const free = freeAfterLeaving(
    { ...nobody, eligible: true, earliest: midnight },
    { ...context, now: midnight },
  );
  expect(free?.low).toBe(at('2022-04-09 13:00'));
});

it('expects a referral once its vehicle is under way, and says nothing of who cannot be dated', () => {
  const referral = { vehicle: true, holdsBed: false };
  expect(freeAfterLeaving({ ...nobody, referral }, context)).toMatchObject({
    ...{ why: 'referral', low: null, likely: at('2022-04-07 11:00') },
  });
  expect(freeAfterLeaving({ ...nobody, referral: { ...referral, vehicle: false } }, context)).toMatchObject({
    likely: null,
    high: at('2022-04-07 11:00'),
  });
  expect(freeAfterLeaving(nobody, context)).toBeNull();
});
