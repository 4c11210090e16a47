import type { Protocol } from '../contract/protocol.ts';
import { addMinutes, type Instant, minutesBetween } from './instant.ts';

/** How closely somebody has to be watched, by what still holds of their observations. */
export type Watch = 'closest' | 'single-three' | 'some-points' | 'low' | 'never-seen';

/**
 * Hours to the next round (protocol.rounds; NEWS2 0, 1–4, a single 3, 5 and more). A severe criterion counts
 * as 5 points, an early warning as 1. Somebody who was never looked at is not low: as for 1–4 points, from
 * arrival. A key patient is seen at least every `keyPatientHours`.
 */
export function roundHours(watch: Watch, key: boolean, { rounds }: Protocol): number {
  const hours = {
    closest: rounds.scoreFiveHours,
    'single-three': rounds.singleThreeHours,
    'some-points': rounds.scoreOneToFourHours,
    low: rounds.lowHours,
    'never-seen': rounds.scoreOneToFourHours,
  }[watch];
  return key ? Math.min(hours, rounds.keyPatientHours) : hours;
}

/**
 * The latest turn that was missed, of those that came round every `hours` from the first that was due on: who
 * acknowledged one missed round has not acknowledged the next. Null while none is overdue.
 */
export function latestMissed(dueAt: Instant, hours: number, at: Instant, protocol: Protocol): Instant | null {
  const late = minutesBetween(dueAt, at) - protocol.rounds.graceMinutes;
  return late <= 0 ? null : addMinutes(dueAt, (Math.ceil(late / (hours * 60)) - 1) * hours * 60);
}

/** Late by more than the protocol's grace. */
export const isOverdue = (dueAt: Instant, at: Instant, protocol: Protocol): boolean =>
  minutesBetween(dueAt, at) > protocol.rounds.graceMinutes;
