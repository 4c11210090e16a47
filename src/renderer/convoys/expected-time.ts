import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localOf,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

const DAY_MS = 86_400_000;
/** A clock time that passed no longer ago than this is a bus that is late, not one of tomorrow. */
const LATE_BUS_MS = 3 * 3_600_000;

/**
 * When a bus is expected, as typed: `40` or `+40` minutes from now, `1430`, `14:30`, `4-5 14:30`,
 * `2022-04-05 14:30`. A clock time long past is tomorrow's.
 */
export function readExpectedTime(text: string, now: Instant, zone: TimeZone): Instant | null {
  const tidy = text.normalize('NFKC').trim();
  const minutes = /^\+?(\d{1,3})(?:分钟?|min)?$/.exec(tidy)?.[1];
  if (minutes !== undefined) return addMinutes(now, Number(minutes));
  const match = /^(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})[ T]+)?(\d{1,2}):?(\d{2})$/.exec(tidy);
  if (!match) return null;
  const [, year, month, day, hour = '', minute = ''] = match;
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  const today = localOf(now, zone).slice(0, 10);
  if (month !== undefined && day !== undefined) {
    const date = `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return instantOfLocal(`${date}T${clock}`, zone);
  }
  const meant = instantOfLocal(`${today}T${clock}`, zone);
  if (meant === null) return null;
  const long = millisOf(now) - millisOf(meant) > LATE_BUS_MS;
  return long ? instantFromMillis(millisOf(meant) + DAY_MS) : meant;
}
