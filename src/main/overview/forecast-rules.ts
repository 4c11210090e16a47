import type { FreeWhy } from '#shared/contract/overview.ts';
import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { addDays } from '#shared/rules/shift-rules.ts';

/** What decides when somebody's bed comes free; nothing of it is more than what is known now. */
export interface Leaver {
  /** On a list that both have signed, and not dropped off it. `departs`: their bus; null without one. */
  listed: { day: LocalDate; departs: Instant | null } | null;
  /** By the protocol in force: now for the eligible, null for who is excluded or awaits what nobody can date. */
  earliest: Instant | null;
  eligible: boolean;
  /** Only time is missing: no sample, no result, no doctor. */
  onlyWaits: boolean;
  /** Only samples are missing, and since the last positive one that counts is known. */
  onlyTests: boolean;
  /** A referral under way. `vehicle`: one is on its way. `holdsBed`: the bed is kept for who may come back. */
  referral: { vehicle: boolean; holdsBed: boolean } | null;
}

export interface FreeAt {
  why: FreeWhy;
  low: Instant | null;
  likely: Instant | null;
  high: Instant | null;
}

export interface ForecastContext {
  now: Instant;
  zone: TimeZone;
  cleaningMinutes: number;
}

/** People leave around noon of the day of their list; without a bus by its end the latest. */
const DAY_MINUTES = 24 * 60;

/** A bed that awaits disinfection is free when its contact time is over. */
export const freeAfterCleaning = (readyAt: Instant, now: Instant): FreeAt => {
  const at = readyAt > now ? readyAt : now;
  return { why: 'disinfecting', low: at, likely: at, high: at };
};

/**
 * When an occupied bed is free again, by three degrees of confidence; null where nothing speaks for it. `low` takes
 * signed lists, and whoever may leave already at the noon of the list after the next; `likely` that of the next list,
 * and also who has only to wait or has begun a row of negatives that goes on at every sample that is due; `high`
 * everybody at the earliest moment that the protocol allows. A first negative is no more than a hope.
 */
export function freeAfterLeaving(leaver: Leaver, context: ForecastContext): FreeAt | null {
  const { now, zone, cleaningMinutes } = context;
  const clean = (leaves: Instant) => addMinutes(leaves > now ? leaves : now, cleaningMinutes);
  if (leaver.listed) {
    const { day, departs } = leaver.listed;
    const noon = instantOfLocal(`${day}T12:00`, zone) ?? now;
    const likely = clean(departs ?? noon);
    return { why: 'listed', low: clean(departs ?? addMinutes(noon, DAY_MINUTES / 2)), likely, high: likely };
  }
  if (leaver.referral) {
    const soon = clean(now);
    return { why: 'referral', low: null, likely: leaver.referral.vehicle ? soon : null, high: soon };
  }
  if (leaver.earliest === null) return null;
  const { earliest } = leaver;
  const expected = leaver.eligible || leaver.onlyWaits || leaver.onlyTests;
  return {
    why: leaver.eligible ? 'eligible' : leaver.onlyTests ? 'tests-left' : 'not-yet',
    low: leaver.eligible ? clean(noonAfter(earliest, 2, zone)) : null,
    likely: expected ? clean(noonAfter(earliest, 1, zone)) : null,
    high: clean(earliest),
  };
}

/** Lists go out the evening before: whoever may leave at `at` leaves around noon of the day after, or of a later one. */
const noonAfter = (at: Instant, days: number, zone: TimeZone): Instant =>
  instantOfLocal(`${addDays(localDateOf(at, zone), days)}T12:00`, zone) ?? addMinutes(at, days * DAY_MINUTES);
