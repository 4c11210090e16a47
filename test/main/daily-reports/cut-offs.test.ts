import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOffsPassed, dayBefore } from '#main/daily-reports/cut-off-rules.ts';
import { addMinutes, type Instant, instantOfLocal, localOf, type TimeZone } from '#shared/rules/instant.ts';

const SHANGHAI = 'Asia/Shanghai' as TimeZone;
const BERLIN = 'Europe/Berlin' as TimeZone;
const at = (local: string, zone = SHANGHAI): Instant => {
  const found = instantOfLocal(local, zone);
  if (!found) throw new Error(local);
  return found;
};

describe('the cut-offs of a day', () => {
  it('are due at their own minute, and 24:00 is when the next day begins', () => {
    const passed = (now: string, since = '2022-04-07T00:00') =>
      cutOffsPassed(['12:00', '24:00'], { since: at(since), now: at(now), zone: SHANGHAI }).map((one) =>
        localOf(one, SHANGHAI).slice(0, 16),
      );
    expect(passed('2022-04-07T11:59')).toEqual([]);
    expect(passed('2022-04-07T12:00')).toEqual(['2022-04-07T12:00']);
    expect(passed('2022-04-08T00:00')).toEqual(['2022-04-07T12:00', '2022-04-08T00:00']);
    expect(passed('2022-04-09T13:00', '2022-04-08T12:00')).toEqual(['2022-04-09T00:00', '2022-04-09T12:00']);
  });

  it('are each found once, in order, however long the PC was off', () => {
    const clock = fc.constantFrom('00:00', '06:30', '12:00', '24:00', '23:59');
    const minutes = fc.integer({ min: 0, max: 20 * 1440 });
    fc.assert(
      fc.property(fc.uniqueArray(clock, { minLength: 1 }), minutes, minutes, (clocks, start, length) => {
        const since = addMinutes(at('2022-04-01T00:00'), start);
        const now = addMinutes(since, length);
        const found = cutOffsPassed(clocks, { since, now, zone: SHANGHAI });
        expect(found).toEqual([...new Set(found)].sort());
        for (const one of found) {
          expect(one > since && one <= now).toBe(true);
        }
        // In two goes nothing is missed and nothing comes twice.
        const half = addMinutes(since, Math.floor(length / 2));
        const first = cutOffsPassed(clocks, { since, now: half, zone: SHANGHAI });
        const second = cutOffsPassed(clocks, { since: half, now, zone: SHANGHAI });
        expect([...first, ...second]).toEqual(found);
      }),
    );
  });

  it('are a day of clocks apart, also when the clocks change', () => {
    expect(dayBefore(at('2022-04-07T12:00'), SHANGHAI)).toBe(at('2022-04-06T12:00'));
    expect(dayBefore(at('2022-03-27T12:00', BERLIN), BERLIN)).toBe(at('2022-03-26T12:00', BERLIN));
    expect(dayBefore('2022-04-07T04:00:31.250Z' as Instant, SHANGHAI)).toBe('2022-04-06T04:00:31.250Z');
  });
});
