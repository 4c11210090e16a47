import { type Instant, localOf, minutesBetween, type TimeZone } from '#shared/rules/instant.ts';
import type { Shift } from '#shared/rules/shift-rules.ts';
import { Refusal } from '../ipc/refusal.ts';

export interface Window {
  from: Instant;
  to: Instant;
}

/** People hand over in the last hour of their shift, and write up what they were too busy for in the hour after. */
const AROUND_THE_CHANGE_MINUTES = 60;

/** The shift that is to be handed over at `now`: the one before while the new one is in its first hour, else this one up to now. */
export function proposedWindow({ shift, before }: { shift: Shift; before: Shift }, now: Instant): Window {
  if (minutesBetween(shift.from, now) < AROUND_THE_CHANGE_MINUTES)
    return { from: before.from, to: before.to };
  return { from: shift.from, to: now };
}

/**
 * Where a zone's account begins: at the end of its last handover where that was signed shortly before the shift
 * ended, so that the minutes in between are in somebody's account.
 */
export function beginsAt(proposed: Window, lastTo: Instant | null): Instant {
  if (lastTo === null || lastTo >= proposed.from) return proposed.from;
  return minutesBetween(lastTo, proposed.from) <= AROUND_THE_CHANGE_MINUTES ? lastTo : proposed.from;
}

/** Refuses a time that has not come yet, and one that ends before it begins. */
export function requireWindow({ from, to }: Window, now: Instant, clocks: TimeZone): void {
  if (to > now) throw new Refusal('in-future', { at: localOf(to, clocks) });
  if (from >= to) throw new Refusal('period-empty');
}
