import { describe, expect, it } from 'vitest';
import { readPlannedTime } from '#renderer/care/planned-time.ts';
import { type Instant, instantOfLocal, localOf, type TimeZone } from '#shared/rules/instant.ts';

const ZONE = 'Asia/Shanghai' as TimeZone;
const now = instantOfLocal('2022-04-06T12:00', ZONE) as Instant;
const read = (text: string) => {
  const at = readPlannedTime(text, now, ZONE);
  return at && localOf(at, ZONE).slice(0, 16);
};

describe('when something is to be done', () => {
  it.each([
    ['18:00', '2022-04-06T18:00'],
    ['1800', '2022-04-06T18:00'],
    ['7:00', '2022-04-06T07:00'],
    ['4-7 07:00', '2022-04-07T07:00'],
    ['2022-12-31 23:59', '2022-12-31T23:59'],
    ['１８：００', '2022-04-06T18:00'],
    ['tomorrow', null],
    ['25:00', null],
    ['2-30 07:00', null],
  ])('%s is %s', (text, at) => {
    expect(read(text)).toBe(at);
  });
});
