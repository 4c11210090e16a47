import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  localOf,
  parseInstant,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** The cut-offs of every day: noon for the press, midnight for the authorities. */
export const CLOCKS = ['12:00', '24:00'] as const;
export type Clock = (typeof CLOCKS)[number];

const dayAfter = (day: LocalDate): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as LocalDate;

/** When clocks show 12:00 on that day, or its end. */
export const cutOffOf = (day: LocalDate, clock: Clock, zone: TimeZone): Instant | null =>
  clock === '24:00' ? instantOfLocal(`${dayAfter(day)}T00:00`, zone) : instantOfLocal(`${day}T12:00`, zone);

/** The latest noon or midnight that has passed. */
function lastCutOff(now: Instant, zone: TimeZone): Instant {
  const today = localDateOf(now, zone);
  const noon = cutOffOf(today, '12:00', zone);
  if (noon !== null && noon <= now) return noon;
  return instantOfLocal(`${today}T00:00`, zone) ?? now;
}

/** The cut-off of the address; the latest one where it names none. */
export const cutOffOfAddress = (query: URLSearchParams, now: Instant, zone: TimeZone): Instant =>
  parseInstant(query.get('cutOff') ?? '') ?? lastCutOff(now, zone);

/** `2022-04-05 12:00`; midnight belongs to the day that it ends, `2022-04-05 24:00`. */
export function cutOffText(cutOff: Instant, zone: TimeZone): string {
  const [day = '', clock = ''] = localOf(cutOff, zone).slice(0, 16).split('T');
  if (clock !== '00:00') return `${day} ${clock}`;
  return `${localDateOf(addMinutes(cutOff, -1), zone)} 24:00`;
}
