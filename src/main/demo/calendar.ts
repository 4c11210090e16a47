import {
  type Instant,
  instantFromMillis,
  type LocalDate,
  localOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const daysBefore = (day: LocalDate, days: number): LocalDate =>
  instantFromMillis(Date.parse(day) - days * DAY).slice(0, 10) as LocalDate;

/** Hour of the day, 0 to 23, on the hospital's clocks. */
const localHour = (at: Instant, zone: TimeZone): number => Number(localOf(at, zone).slice(11, 13));

/** How busy each hour of a day is at the door: buses come when districts send them, and late into the evening. */
const BUSY = [2, 1, 1, 1, 1, 1, 2, 4, 8, 16, 24, 24, 16, 14, 24, 28, 24, 18, 16, 20, 20, 14, 8, 4] as const;

/** `n` moments between two others (milliseconds), more of them in busy hours, in order. */
export function arrivalTimes(random: Random, n: number, from: number, to: number, zone: TimeZone): number[] {
  const slots: [number, number][] = [];
  for (let slot = from; slot < to; slot += 10 * MINUTE) {
    slots.push([slot, BUSY[localHour(instantFromMillis(slot), zone)] ?? 1]);
  }
  const [first, ...others] = slots;
  if (first === undefined) return [];
  return Array.from(
    { length: n },
    () => random.weighted([first, ...others]) + random.int(0, 9) * MINUTE,
  ).sort((a, b) => a - b);
}
