import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueTurns,
  lastTurn,
  mayTick,
  nextTurn,
  stateOfTurn,
  type Timing,
} from '#main/care/due-turns-rules.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localOf,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

const CHINA = 'Asia/Shanghai' as TimeZone;
const GERMANY = 'Europe/Berlin' as TimeZone;

const at = (local: string, zone = CHINA) => instantOfLocal(local.replace(' ', 'T'), zone) as Instant;
const shown = (turns: readonly Instant[], zone = CHINA) =>
  turns.map((turn) => localOf(turn, zone).slice(5, 16).replace('T', ' '));
const order = (
  from: string,
  everyHours: number | null,
  until: string | null = null,
  zone = CHINA,
): Timing => ({
  from: at(from, zone),
  everyHours,
  until: until === null ? null : at(until, zone),
});

describe('the turns of an order', () => {
  it('once: at its time and never again', () => {
    const once = order('2022-04-06 09:30', null);
    expect(shown(dueTurns(once, at('2022-04-06 00:00'), at('2022-04-07 00:00'), CHINA))).toEqual([
      '04-06 09:30',
    ]);
    expect(dueTurns(once, at('2022-04-07 00:00'), at('2022-04-09 00:00'), CHINA)).toEqual([]);
  });

  it('every eight hours from a late start: not on the hour, three a day', () => {
    const doses = order('2022-04-05 13:20', 8);
    expect(shown(dueTurns(doses, at('2022-04-06 00:00'), at('2022-04-07 00:00'), CHINA))).toEqual([
      '04-06 05:20',
      '04-06 13:20',
      '04-06 21:20',
    ]);
  });

  it('belong to the hospital’s day, not to that of UTC', () => {
    const breakfast = order('2022-04-05 07:00', 24);
    expect(shown(dueTurns(breakfast, at('2022-04-06 00:00'), at('2022-04-07 00:00'), CHINA))).toEqual([
      '04-06 07:00',
    ]);
  });

  it('stop at the very moment of the stop', () => {
    const stopped = order('2022-04-05 07:00', 6, '2022-04-05 19:00');
    expect(shown(dueTurns(stopped, at('2022-04-05 00:00'), at('2022-04-07 00:00'), CHINA))).toEqual([
      '04-05 07:00',
      '04-05 13:00',
    ]);
  });

  it('daily ones keep to the clock where it changes, hourly ones to the hours', () => {
    // Clocks in Berlin went forward in the night to 27 March 2022, back in the night to 30 October.
    const breakfast = order('2022-03-25 07:00', 24, null, GERMANY);
    expect(
      shown(
        dueTurns(breakfast, at('2022-03-26 00:00', GERMANY), at('2022-03-29 00:00', GERMANY), GERMANY),
        GERMANY,
      ),
    ).toEqual(['03-26 07:00', '03-27 07:00', '03-28 07:00']);
    const doses = order('2022-10-29 20:00', 8, null, GERMANY);
    expect(
      shown(
        dueTurns(doses, at('2022-10-29 00:00', GERMANY), at('2022-10-31 00:00', GERMANY), GERMANY),
        GERMANY,
      ),
    ).toEqual(['10-29 20:00', '10-30 03:00', '10-30 11:00', '10-30 19:00']);
  });

  it('a time of day that the clocks skip comes just after the gap, and is itself again the day after', () => {
    const night = order('2022-03-26 02:30', 24, null, GERMANY);
    expect(
      shown(
        dueTurns(night, at('2022-03-26 00:00', GERMANY), at('2022-03-29 00:00', GERMANY), GERMANY),
        GERMANY,
      ),
    ).toEqual(['03-26 02:30', '03-27 03:30', '03-28 02:30']);
  });
});

const YEAR_MS = 365 * 86_400_000;
const moment = fc
  .integer({ min: 0, max: YEAR_MS })
  .map((ms) => instantFromMillis(Date.parse('2022-01-01T00:00:00.000Z') + ms));
const timings = fc.record({
  from: moment,
  everyHours: fc.constantFrom(0.5, 1, 4, 6, 8, 12, 24, 48, 72, 168),
  until: fc.option(moment, { nil: null }),
});
const zones = fc.constantFrom(CHINA, GERMANY);

describe('whatever the order', () => {
  it('asking for a long time is asking for its parts, one after the other', () => {
    fc.assert(
      fc.property(
        timings,
        moment,
        fc.integer({ min: 1, max: 20_000 }),
        zones,
        (timing, from, minutes, zone) => {
          const middle = addMinutes(from, minutes);
          const end = addMinutes(middle, minutes);
          expect([...dueTurns(timing, from, middle, zone), ...dueTurns(timing, middle, end, zone)]).toEqual(
            dueTurns(timing, from, end, zone),
          );
        },
      ),
    );
  });

  it('turns lie within the order and within what was asked, rising, an interval apart but for clock changes', () => {
    fc.assert(
      fc.property(timings, moment, zones, (timing, from, zone) => {
        const to = addMinutes(from, 20 * 1440);
        const turns = dueTurns(timing, from, to, zone);
        for (const turn of turns) {
          expect(turn >= from && turn < to && turn >= timing.from).toBe(true);
          expect(timing.until === null || turn < timing.until).toBe(true);
        }
        const step = timing.everyHours * 3_600_000;
        for (const [i, turn] of turns.slice(1).entries()) {
          const gap = millisOf(turn) - millisOf(turns[i] as Instant);
          const drift = Math.abs(gap - step);
          expect(drift === 0 || (timing.everyHours % 24 === 0 && drift <= 3_600_000)).toBe(true);
        }
      }),
    );
  });

  it('the last turn and the next one are neighbours', () => {
    fc.assert(
      fc.property(timings, moment, zones, (timing, now, zone) => {
        const last = lastTurn(timing, now, zone);
        const next = nextTurn(timing, now, zone);
        const latest = now > timing.from ? now : timing.from;
        const all = dueTurns(timing, timing.from, addMinutes(latest, 60 * 24 * 9), zone);
        expect(last).toBe(all.filter((turn) => turn <= now).at(-1) ?? null);
        expect(next).toBe(all.find((turn) => turn > now) ?? null);
      }),
    );
  });
});

describe('how a turn stands', () => {
  const noon = at('2022-04-06 12:00');
  const evening = at('2022-04-06 18:00');
  it.each([
    ['2022-04-06 10:59', 'later'],
    ['2022-04-06 11:00', 'due'],
    ['2022-04-06 13:00', 'due'],
    ['2022-04-06 13:01', 'overdue'],
    ['2022-04-06 17:59', 'overdue'],
    ['2022-04-06 18:00', 'missed'],
  ])('of noon, at %s: %s', (now, state) => {
    expect(stateOfTurn(noon, evening, at(now))).toBe(state);
  });

  it('given once it is never missed, only overdue', () => {
    expect(stateOfTurn(noon, null, at('2022-04-12 12:00'))).toBe('overdue');
  });

  it('may be ticked half a day ahead and no earlier', () => {
    expect(mayTick(noon, at('2022-04-06 00:00'))).toBe(true);
    expect(mayTick(noon, at('2022-04-05 23:59'))).toBe(false);
  });
});
