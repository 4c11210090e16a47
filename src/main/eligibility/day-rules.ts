import type { Protocol } from '#shared/contract/protocol.ts';
import {
  type Instant,
  instantFromMillis,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import type { ReleaseFacts } from './eligibility-types.ts';

/** Finding the offset of a zone costs more than all else in a judgement, and a ward has few days. */
const KEPT = 2_000;
const starts = new Map<string, Instant>();

/** The first moment of the day that lies `days` after `date`, on the hospital's clocks. */
export function startOfDay(date: LocalDate, days: number, zone: TimeZone): Instant {
  const key = `${zone} ${date} ${days}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const day = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const start = instantOfLocal(`${day}T00:00`, zone) ?? instantFromMillis(Date.parse(`${day}T00:00:00Z`));
  if (starts.size >= KEPT) starts.clear();
  starts.set(key, start);
  return start;
}

/** Day 0 of a stay by the protocol, and which day that is: where no first positive is on record, of arrival. */
export function dayZeroOf(
  facts: ReleaseFacts,
  { release }: Protocol,
  zone: TimeZone,
): { date: LocalDate; is: 'day-of-first-positive' | 'day-of-arrival' | 'day-of-arrival-instead' } {
  const arrival = localDateOf(facts.arrivedAt, zone);
  if (release.minimumStay.countedFrom === 'arrival') return { date: arrival, is: 'day-of-arrival' };
  return facts.firstPositiveDate === null
    ? { date: arrival, is: 'day-of-arrival-instead' }
    : { date: facts.firstPositiveDate, is: 'day-of-first-positive' };
}
