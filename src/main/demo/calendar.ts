import {
  type Instant,
  instantFromMillis,
  type LocalDate,
  localOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const daysBefore = (day: LocalDate, days: number): LocalDate =>
  instantFromMillis(Date.parse(day) - days * DAY).slice(0, 10) as LocalDate;

/** Hour of the day, 0 to 23, on the hospital's clocks. */
export const localHour = (at: Instant, zone: TimeZone): number => Number(localOf(at, zone).slice(11, 13));
