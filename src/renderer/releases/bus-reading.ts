import { type Instant, instantOfLocal, type LocalDate, type TimeZone } from '#shared/rules/instant.ts';

/** 1 to 100, as typed. */
export function readSeats(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  const seats = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  return seats >= 1 && seats <= 100 ? seats : null;
}

/** When a bus departs: `0900` or `9:00` on the day of the list, `4-8 09:00`, `2022-04-08 09:00`. */
export function readDeparture(text: string, day: LocalDate, zone: TimeZone): Instant | null {
  const tidy = text.normalize('NFKC').trim();
  const match = /^(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})[ T]+)?(\d{1,2}):?(\d{2})$/.exec(tidy);
  if (!match) return null;
  const [, year, month, date, hour = '', minute = ''] = match;
  const on =
    month === undefined || date === undefined
      ? day
      : `${year ?? day.slice(0, 4)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return instantOfLocal(`${on}T${hour.padStart(2, '0')}:${minute}`, zone);
}
