import { describe, expect, it } from 'vitest';
import { readDeparture, readSeats } from '#renderer/releases/bus-reading.ts';
import type { LocalDate, TimeZone } from '#shared/rules/instant.ts';

const DAY = '2022-04-08' as LocalDate;
const ZONE = 'Asia/Shanghai' as TimeZone;

describe('a bus as it is typed', () => {
  it.each([
    ['0900', '2022-04-08T01:00:00.000Z'],
    ['9:05', '2022-04-08T01:05:00.000Z'],
    ['９：０５', '2022-04-08T01:05:00.000Z'],
    ['4-9 23:50', '2022-04-09T15:50:00.000Z'],
    ['2022-04-08 09:00', '2022-04-08T01:00:00.000Z'],
  ])('departs at %s on the day of the list, unless another day is given', (text, at) => {
    expect(readDeparture(text, DAY, ZONE)).toBe(at);
  });

  it.each(['', '9', '25:00', '4-31 09:00', '上午九点'])('“%s” is no departure', (text) => {
    expect(readDeparture(text, DAY, ZONE)).toBeNull();
  });

  it.each([
    ['45', 45],
    [' ４５ ', 45],
    ['1', 1],
    ['100', 100],
    ['0', null],
    ['101', null],
    ['4.5', null],
    ['', null],
  ])('“%s” seats are %s', (text, seats) => {
    expect(readSeats(text)).toBe(seats);
  });
});
