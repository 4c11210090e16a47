import { Temporal } from 'temporal-polyfill';
import {
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  parseLocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** Whole days on the hospital's calendar, the last one included, and the span [from, to) that they are. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
  span: { from: Instant; to: Instant };
}

const plusDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;

/** Null where the end comes before the start. */
export function periodOf(from: LocalDate, to: LocalDate, zone: TimeZone): Period | null {
  const start = instantOfLocal(`${from}T00:00`, zone);
  const end = instantOfLocal(`${plusDays(to, 1)}T00:00`, zone);
  return start && end && start < end ? { from, to, span: { from: start, to: end } } : null;
}

/** The last `days` days, today included; `before` days ago where that is given. */
export function lastDays(days: number, now: Instant, zone: TimeZone, before = 0): Period {
  const to = plusDays(localDateOf(now, zone), -before);
  const period = periodOf(plusDays(to, 1 - days), to, zone);
  if (!period) throw new Error('a period of no days');
  return period;
}

/** The days that the address names, if it names any. */
export function periodOfAddress(query: URLSearchParams, zone: TimeZone): Period | null {
  const from = parseLocalDate(query.get('from') ?? '');
  const to = parseLocalDate(query.get('to') ?? '');
  return from && to ? periodOf(from, to, zone) : null;
}
