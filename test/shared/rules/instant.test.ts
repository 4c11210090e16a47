import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localOf,
  parseInstant,
  parseLocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
] as TimeZone[];
const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }).map(instantFromMillis);

describe('the hospital’s clocks', () => {
  it('show what the calendar of their zone says', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const said = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(localOf(instant, zone)).toBe(said.toString({ smallestUnit: 'second' }));
      }),
    );
  });

  it('are read back to the same second, but for the hour that is shown twice', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const back = instantOfLocal(localOf(instant, zone), zone);
        const second = `${instant.slice(0, 19)}.000Z`;
        const twice = back !== null && localOf(back, zone) === localOf(instant, zone);
        expect(back === second || twice).toBe(true);
      }),
    );
  });

  it('put a time that was skipped just behind the gap, and one shown twice at its first showing', () => {
    const berlin = 'Europe/Berlin' as TimeZone;
    expect(instantOfLocal('2022-03-27T02:30', berlin)).toBe('2022-03-27T01:30:00.000Z');
    expect(instantOfLocal('2022-10-30T02:30', berlin)).toBe('2022-10-30T00:30:00.000Z');
  });

  it('jump within a day, at the very moment at which those of their zone do', () => {
    const shown = (zone: string, ...moments: string[]) =>
      moments.map((at) => localOf(`${at}:00.000Z` as Instant, zone as TimeZone).slice(5, 16));
    const forward = ['2022-03-27T00:00', '2022-03-27T00:59', '2022-03-27T01:00'];
    expect(shown('Europe/Berlin', ...forward)).toEqual(['03-27T01:00', '03-27T01:59', '03-27T03:00']);
    const back = ['2022-10-30T00:00', '2022-10-30T00:59', '2022-10-30T01:00'];
    expect(shown('Europe/Berlin', ...back)).toEqual(['10-30T02:00', '10-30T02:59', '10-30T02:00']);
    // By half an hour, and at a time of day that is not midnight anywhere near.
    const half = ['2022-10-01T15:29', '2022-10-01T15:30'];
    expect(shown('Australia/Lord_Howe', ...half)).toEqual(['10-02T01:59', '10-02T02:30']);
  });
});

describe('moments and days', () => {
  it('compare as text as they compare in time', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b));
      }),
    );
  });

  it('need their offset', () => {
    expect(parseInstant('2022-04-05T12:00+08:00')).toBe('2022-04-05T04:00:00.000Z' as Instant);
    expect(parseInstant('2022-04-05T12:00')).toBeNull();
    expect(parseInstant('2022-02-30T12:00Z')).toBeNull();
  });

  it('are days that the calendar has', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
    expect(parseLocalDate('2023-02-29')).toBeNull();
  });
});
