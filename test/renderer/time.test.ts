import { describe, expect, it } from 'vitest';
import { readLateEntry } from '#renderer/ui/late-entry-rules.ts';
import { readDate, readTime, timeOf } from '#renderer/ui/time.ts';
import { instantOfLocal, isTimeZone, parseInstant } from '#shared/rules/instant.ts';

const ZONE = 'Asia/Shanghai';
if (!isTimeZone(ZONE)) throw new Error('no such zone');
const zone = ZONE;

const at = (local: string) => {
  const instant = instantOfLocal(local, zone);
  if (!instant) throw new Error(local);
  return instant;
};
const NOON = at('2022-04-05T12:00');
const read = (text: string, now = NOON) => {
  const instant = readTime(text, now, zone);
  return instant && timeOf(instant, zone);
};

describe('a time typed with gloves on', () => {
  it.each([
    ['1130', '2022-04-05 11:30'],
    ['11:30', '2022-04-05 11:30'],
    ['930', '2022-04-05 09:30'],
    ['１１：３０', '2022-04-05 11:30'],
    ['4-5 11:30', '2022-04-05 11:30'],
    ['4/4 2350', '2022-04-04 23:50'],
    ['2022-04-05 11:30', '2022-04-05 11:30'],
    ['2022-04-05T11:30', '2022-04-05 11:30'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('without a day is the last one that has passed', () => {
    expect(read('2350', at('2022-04-05T00:10'))).toBe('2022-04-04 23:50');
  });

  it('without a year is the last one that has passed', () => {
    expect(read('12-31 23:00', at('2022-01-01T01:00'))).toBe('2021-12-31 23:00');
  });

  it.each(['', 'noon', '25:00', '11:60', '2022-02-30 11:30', '13-1 11:30', '11'])('%j is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('is the hospital’s, whatever the computer’s own zone is', () => {
    expect(readTime('2022-04-05 12:00', NOON, zone)).toBe(parseInstant('2022-04-05T04:00Z'));
  });
});

describe('a late entry', () => {
  it('is now while the switch is off, whatever the field says', () => {
    expect(readLateEntry({ on: false, text: 'nonsense' }, NOON, zone)).toEqual({
      ok: true,
      happenedAt: undefined,
    });
  });

  it('is refused while it cannot be read, and when it has not come yet', () => {
    expect(readLateEntry({ on: true, text: '' }, NOON, zone)).toEqual({ ok: false, problem: 'unreadable' });
    expect(readLateEntry({ on: true, text: '2022-04-06 08:00' }, NOON, zone)).toEqual({
      ok: false,
      problem: 'future',
    });
  });

  it('carries its time', () => {
    expect(readLateEntry({ on: true, text: '1130' }, NOON, zone)).toEqual({
      ok: true,
      happenedAt: at('2022-04-05T11:30'),
    });
  });
});

describe('a day as typed', () => {
  it.each([
    ['19800101', '1980-01-01'],
    ['1980-1-1', '1980-01-01'],
    ['1980/01/01', '1980-01-01'],
    ['1980.1.1', '1980-01-01'],
    ['1980年1月1日', '1980-01-01'],
    ['２０００-02-29', '2000-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it.each(['', '1980', '198001', '19801301', '2001-02-29', '80-1-1'])('%j is none', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
