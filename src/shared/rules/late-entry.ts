import { type Instant, minutesBetween } from './instant.ts';

/** What happened more than this many minutes before it was written down is marked as a late entry. */
const LATE_AFTER_MINUTES = 5;

export const isLate = (happenedAt: Instant | null, recordedAt: Instant | null): boolean =>
  happenedAt !== null && recordedAt !== null && minutesBetween(happenedAt, recordedAt) > LATE_AFTER_MINUTES;
