import { describe, expect, it } from 'vitest';
import { periodOfAddress, quickPeriod, readBound } from '#renderer/reports/period.ts';
import { type Instant, isTimeZone, parseInstant } from '#shared/rules/instant.ts';

const instant = (text: string): Instant => {
  const read = parseInstant(text);
  if (!read) throw new Error(`no time: ${text}`);
  return read;
};
const SHANGHAI = 'Asia/Shanghai';
if (!isTimeZone(SHANGHAI)) throw new Error('no such zone');
const zone = SHANGHAI;
const spanOf = (from: string, to: string) => ({ from: instant(`${from}+08:00`), to: instant(`${to}+08:00`) });

describe('the period of a report', () => {
  const now = instant('2022-04-07T14:31:27+08:00');

  it('is a whole day on the hospital’s clocks', () => {
    expect(quickPeriod('today', now, zone)).toEqual(spanOf('2022-04-07T00:00', '2022-04-08T00:00'));
    expect(quickPeriod('yesterday', now, zone)).toEqual(spanOf('2022-04-06T00:00', '2022-04-07T00:00'));
    const early = instant('2022-04-06T17:00Z');
    expect(quickPeriod('today', early, zone)).toEqual(spanOf('2022-04-07T00:00', '2022-04-08T00:00'));
  });

  it('ends at the last 12:00 that has passed', () => {
    expect(quickPeriod('noon', now, zone)).toEqual(spanOf('2022-04-06T12:00', '2022-04-07T12:00'));
    const morning = instant('2022-04-07T11:59+08:00');
    expect(quickPeriod('noon', morning, zone)).toEqual(spanOf('2022-04-05T12:00', '2022-04-06T12:00'));
    const sharp = instant('2022-04-07T12:00+08:00');
    expect(quickPeriod('noon', sharp, zone)).toEqual(spanOf('2022-04-06T12:00', '2022-04-07T12:00'));
  });

  it('is 24 hours by whole minutes', () => {
    expect(quickPeriod('last24', now, zone)).toEqual(spanOf('2022-04-06T14:31', '2022-04-07T14:31'));
  });

  it('has days of 23 and 25 hours where the clocks change', () => {
    const berlin = 'Europe/Berlin';
    if (!isTimeZone(berlin)) throw new Error('no such zone');
    const { from, to } = quickPeriod('today', instant('2022-03-27T12:00+02:00'), berlin);
    expect([from, to]).toEqual([instant('2022-03-27T00:00+01:00'), instant('2022-03-28T00:00+02:00')]);
  });

  it('is typed as times, or as days that are meant whole', () => {
    expect(readBound('2022-04-01', 'from', now, zone)).toBe(instant('2022-04-01T00:00+08:00'));
    expect(readBound('20220401', 'to', now, zone)).toBe(instant('2022-04-02T00:00+08:00'));
    expect(readBound('2022-04-01 18:30', 'to', now, zone)).toBe(instant('2022-04-01T18:30+08:00'));
    expect(readBound('soon', 'to', now, zone)).toBeNull();
  });

  it('stands in the address', () => {
    expect(periodOfAddress(new URLSearchParams('period=noon'))).toBe('noon');
    const own = new URLSearchParams('from=2022-04-01T00:00:00.000Z&to=2022-04-02T00:00:00.000Z');
    expect(periodOfAddress(own)).toEqual({
      ...{ from: instant('2022-04-01T00:00Z'), to: instant('2022-04-02T00:00Z') },
    });
    expect(periodOfAddress(new URLSearchParams('from=monday&to=tuesday'))).toBeNull();
    expect(periodOfAddress(new URLSearchParams('period=always'))).toBeNull();
  });
});
