import { Temporal } from 'temporal-polyfill';

/**
 * A moment, as UTC text of fixed width (`2022-04-05T04:00:00.000Z`), so that comparing two of them as
 * text is comparing them in time, in TypeScript as in SQL.
 */
export type Instant = string & { readonly __brand: 'Instant' };

/** A calendar day without a clock or a zone, `2022-04-05`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** An IANA zone such as `Asia/Shanghai`: the hospital's own, on every screen and paper. */
export type TimeZone = string & { readonly __brand: 'TimeZone' };

const FIXED_WIDTH = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;

export const isInstant = (text: string): text is Instant =>
  FIXED_WIDTH.test(text) && !Number.isNaN(Date.parse(text));

export const instantFromMillis = (millis: number): Instant => new Date(millis).toISOString() as Instant;

export const millisOf = (instant: Instant): number => Date.parse(instant);

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantFromMillis(millisOf(instant) + minutes * 60_000);

export const minutesBetween = (from: Instant, to: Instant): number =>
  (millisOf(to) - millisOf(from)) / 60_000;

/**
 * Reads a moment written with its offset, e.g. `2022-04-05T12:00+08:00` or `…Z`. A time without an offset
 * is nobody's time and gives null: use {@link instantOfLocal} where the hospital's zone is meant.
 */
export function parseInstant(text: string): Instant | null {
  if (!WITH_OFFSET.test(text)) return null;
  try {
    return instantFromMillis(Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds);
  } catch {
    return null;
  }
}

/**
 * The moment at which clocks in `zone` show `local` (`2022-04-05T12:00`). Where clocks go back and show it
 * twice the earlier one is meant, where they skip it the moment just after the gap: nobody in the ward
 * works by the missing hour. Null where it is no date.
 */
export function instantOfLocal(local: string, zone: TimeZone): Instant | null {
  try {
    const zoned = Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone);
    return instantFromMillis(zoned.epochMilliseconds);
  } catch {
    return null;
  }
}

/** Offsets change on the quarter of an hour at the finest, so one look-up serves all that falls into it. */
const QUARTER_MS = 15 * 60_000;
const OFFSETS_KEPT = 20_000;
const offsets = new Map<string, number>();

function offsetMillis(millis: number, zone: TimeZone): number {
  const quarter = Math.floor(millis / QUARTER_MS);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(zone);
  const offset = zoned.offsetNanoseconds / 1e6;
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** What clocks in `zone` show at `instant`, `2022-04-05T12:00:00` (always 19 characters). */
export function localOf(instant: Instant, zone: TimeZone): string {
  const millis = millisOf(instant);
  return new Date(millis + offsetMillis(millis, zone)).toISOString().slice(0, 19);
}

export const localDateOf = (instant: Instant, zone: TimeZone): LocalDate =>
  localOf(instant, zone).slice(0, 10) as LocalDate;

/** The date if it is one that the calendar has (`2023-02-29` is not), else null. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const millis = Date.parse(`${text}T00:00:00Z`);
  // An engine may take 30 February for 2 March; then it does not come back as it went in.
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== text) return null;
  return text as LocalDate;
}

export function isTimeZone(text: string): text is TimeZone {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/** Days from one date to the other; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
