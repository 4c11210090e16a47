import { type Instant, instantOfLocal, localOf, type TimeZone } from '#shared/rules/instant.ts';

/**
 * `18:00`, `1800`, `4-7 07:00`, `2022-04-07 07:00`: when something is to be done. A clock time alone is today's,
 * past or to come; a day without a year is this year's.
 */
export function readPlannedTime(text: string, now: Instant, zone: TimeZone): Instant | null {
  const tidy = text.normalize('NFKC').trim();
  const match = /^(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})[ T]+)?(\d{1,2}):?(\d{2})$/.exec(tidy);
  if (!match) return null;
  const [, year, month, day, hour = '', minute = ''] = match;
  const today = localOf(now, zone).slice(0, 10);
  const date =
    month === undefined || day === undefined
      ? today
      : `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return instantOfLocal(`${date}T${hour.padStart(2, '0')}:${minute}`, zone);
}
