import type { StayRow } from '#shared/contract/stays.ts';
import { daysBetween, type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';

/** Days between arrival and now (or leaving), counted by the calendar as the discharge papers do. */
export const daysOf = (row: Pick<StayRow, 'arrivedAt' | 'leftAt'>, now: Instant, zone: TimeZone): number =>
  Math.max(0, daysBetween(localDateOf(row.arrivedAt, zone), localDateOf(row.leftAt ?? now, zone)));
