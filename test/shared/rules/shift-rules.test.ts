import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localOf,
  millisOf,
  minutesBetween,
  type TimeZone,
} from '#shared/rules/instant.ts';
import {
  SHIFT_HOURS,
  type ShiftPattern,
  shiftAfter,
  shiftAt,
  shiftBefore,
  shiftsBetween,
  shiftsOfDay,
  tooLittleRest,
  USUAL_PATTERN,
} from '#shared/rules/shift-rules.ts';

const SHANGHAI = 'Asia/Shanghai' as TimeZone;
const BERLIN = 'Europe/Berlin' as TimeZone;
const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
] as TimeZone[];

const at = (local: string, zone = SHANGHAI): Instant => instantOfLocal(local, zone) as Instant;
const shown = ({ from, to }: { from: Instant; to: Instant }, zone = SHANGHAI) =>
  `${localOf(from, zone).slice(5, 16)} – ${localOf(to, zone).slice(5, 16)}`;

describe('the shift of a moment', () => {
  it('is one of six of four hours from 08:00 where nothing was chosen', () => {
    expect(shown(shiftAt(at('2022-04-04T11:59'), [], SHANGHAI))).toBe('04-04T08:00 – 04-04T12:00');
    expect(shown(shiftAt(at('2022-04-04T12:00'), [], SHANGHAI))).toBe('04-04T12:00 – 04-04T16:00');
    expect(shown(shiftAt(at('2022-04-04T00:30'), [], SHANGHAI))).toBe('04-04T00:00 – 04-04T04:00');
  });

  it('goes over midnight where the pattern says so, and belongs to the day on which it begins', () => {
    const pattern: ShiftPattern = { from: null, hours: 6, firstStart: '07:30', restHours: 8 };
    const night = shiftAt(at('2022-04-05T01:00'), [pattern], SHANGHAI);
    expect(shown(night)).toBe('04-04T19:30 – 04-05T01:30');
    expect(night.day).toBe('2022-04-04');
    expect(shiftsOfDay(night.day, [pattern], SHANGHAI).map((one) => shown(one))).toEqual([
      '04-04T01:30 – 04-04T07:30',
      '04-04T07:30 – 04-04T13:30',
      '04-04T13:30 – 04-04T19:30',
      '04-04T19:30 – 04-05T01:30',
    ]);
  });

  it('is an hour shorter or longer in the night in which clocks change', () => {
    const spring = shiftAt(at('2022-03-27T03:30', BERLIN), [], BERLIN);
    expect([shown(spring, BERLIN), minutesBetween(spring.from, spring.to)]).toEqual([
      '03-27T00:00 – 03-27T04:00',
      180,
    ]);
    const autumn = shiftAt(at('2022-10-30T03:30', BERLIN), [], BERLIN);
    expect(minutesBetween(autumn.from, autumn.to)).toBe(300);
    expect(shiftsOfDay(autumn.day, [], BERLIN)).toHaveLength(6);
  });

  it('is cut by a new pattern', () => {
    const patterns: ShiftPattern[] = [
      USUAL_PATTERN,
      { from: at('2022-04-06T10:00'), hours: 6, firstStart: '10:00', restHours: 8 },
    ];
    expect(shown(shiftAt(at('2022-04-06T09:00'), patterns, SHANGHAI))).toBe('04-06T08:00 – 04-06T10:00');
    expect(shown(shiftAt(at('2022-04-06T10:00'), patterns, SHANGHAI))).toBe('04-06T10:00 – 04-06T16:00');
  });

  it('leaves too little rest where the next one begins before the rest is over', () => {
    expect(tooLittleRest(at('2022-04-04T12:00'), at('2022-04-04T19:59'), USUAL_PATTERN)).toBe(true);
    expect(tooLittleRest(at('2022-04-04T12:00'), at('2022-04-04T20:00'), USUAL_PATTERN)).toBe(false);
  });
});

const millis = fc.integer({ min: Date.parse('2011-12-20T00:00Z'), max: Date.parse('2023-12-31T00:00Z') });
const clock = fc
  .record({ hour: fc.nat(23), minute: fc.constantFrom(0, 15, 30, 59) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const patterns = fc
  .array(fc.record({ from: millis, hours: fc.constantFrom(...SHIFT_HOURS), firstStart: clock }), {
    maxLength: 3,
  })
  .map((list) =>
    list
      .map((one): ShiftPattern => ({ ...one, from: instantFromMillis(one.from), restHours: 8 }))
      .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  );
/** About days on which clocks change, Samoa's missing day of 2011 among them, more often than not. */
const near = fc.oneof(
  millis,
  fc
    .tuple(
      fc.constantFrom(
        '2011-12-30T10:00Z',
        '2022-03-27T01:00Z',
        '2022-10-30T01:00Z',
        '2018-11-04T03:00Z',
        '2022-04-02T15:00Z',
      ),
      fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 }),
    )
    .map(([change, off]) => Date.parse(change) + off),
);

describe('at any moment, in any zone, under any patterns', () => {
  it('there is one shift, and those before and after it touch it', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...ZONES), patterns, (when, zone, given) => {
        const moment = instantFromMillis(when);
        const shift = shiftAt(moment, given, zone);
        expect(shift.from <= moment && moment < shift.to).toBe(true);
        expect(shiftAfter(shift, given, zone).from).toBe(shift.to);
        expect(shiftBefore(shift, given, zone).to).toBe(shift.from);
        expect(shiftAt(shift.from, given, zone)).toEqual(shift);
        const last = instantFromMillis(millisOf(shift.to) - 1);
        expect(shiftAt(last, given, zone)).toEqual(shift);
        expect(minutesBetween(shift.from, shift.to)).toBeLessThanOrEqual(8 * 60);
      }),
      { numRuns: 200 },
    );
  });

  it('the shifts of a period cover it without a gap, and each is on the list of its day', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...ZONES), patterns, (when, zone, given) => {
        const from = instantFromMillis(when);
        const to = instantFromMillis(when + 50 * 3_600_000);
        const list = shiftsBetween(from, to, given, zone);
        expect((list[0]?.from ?? '') <= from && to <= (list.at(-1)?.to ?? '')).toBe(true);
        list.forEach((one, i) => {
          if (i > 0) expect(one.from).toBe(list[i - 1]?.to);
          expect(shiftsOfDay(one.day, given, zone)).toContainEqual(one);
        });
      }),
      { numRuns: 100 },
    );
  });
});
