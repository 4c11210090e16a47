import type { BandOf } from '../contract/layers.ts';
import type { News2Score } from '../contract/rounds.ts';
import { daysBetween, type Instant, localDateOf, minutesBetween, type TimeZone } from './instant.ts';

/** Which day in house it is, the day of arrival being the first, on the hospital's calendar. */
export const dayInHouse = (arrivedAt: Instant, at: Instant, zone: TimeZone): number =>
  Math.max(0, daysBetween(localDateOf(arrivedAt, zone), localDateOf(at, zone))) + 1;

export function daysBand(days: number): BandOf<'days'> {
  if (days <= 3) return 'upTo3';
  if (days <= 7) return 'upTo7';
  if (days <= 10) return 'upTo10';
  return days <= 14 ? 'upTo14' : 'over14';
}

/** Chart 2 of NEWS2 (Royal College of Physicians 2017). What is missing can only add points, so an incomplete score keeps its emergency. */
export function news2Band(score: News2Score | null): BandOf<'news2'> {
  if (score === null) return 'notSeen';
  if (score.kind === 'not-applicable') return 'notScored';
  const points = pointsOf(score) ?? 0;
  if (points >= 7) return 'high';
  if (points >= 5) return 'medium';
  if (score.threes.length > 0) return 'single';
  if (score.kind === 'incomplete') return 'incomplete';
  return points === 0 ? 'zero' : 'low';
}

/** The total, or as many points as are known. */
export const pointsOf = (score: News2Score): number | null =>
  score.kind === 'complete' ? score.total : score.kind === 'incomplete' ? score.atLeast : null;

/** A sample that could be taken at once is due now. */
export function sampleBand(dueAt: Instant | null, at: Instant): BandOf<'sample'> {
  if (dueAt === null) return 'none';
  const hours = minutesBetween(at, dueAt) / 60;
  if (hours <= 0) return 'now';
  if (hours <= 24) return 'within24';
  return hours <= 48 ? 'within48' : 'later';
}

export function eligibleBand(
  verdict: 'eligible' | 'not-yet' | 'excluded',
  earliest: Instant | null,
  at: Instant,
  zone: TimeZone,
): BandOf<'eligible'> {
  if (verdict === 'excluded') return 'excluded';
  if (verdict === 'eligible') return 'now';
  if (earliest === null) return 'open';
  const days = daysUntil(earliest, at, zone);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : 'later';
}

export const daysUntil = (then: Instant, at: Instant, zone: TimeZone): number =>
  daysBetween(localDateOf(at, zone), localDateOf(then, zone));

/** Patients a nurse; null without a nurse. */
export function loadBand(load: number | null, kept: boolean): BandOf<'load'> {
  if (!kept) return 'notKept';
  if (load === null) return 'noNurse';
  if (load <= 10) return 'light';
  if (load <= 15) return 'fair';
  return load <= 20 ? 'heavy' : 'over';
}
