import type { FreeWhy } from '#shared/contract/overview.ts';
import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** What decides when somebody's bed comes free; nothing of it is more than what is known now. */
export interface Leaver {
  /** On a list that both have signed, and not dropped off it. `departs`: their bus; null without one. */
  listed: { day: LocalDate; departs: Instant | null } | null;
  /** By the protocol in force: now for the eligible, null for who is excluded or awaits what nobody can date. */
  earliest: Instant | null;
  eligible: boolean;
  /** Only time is missing: no sample, no result, no doctor. */
  onlyWaits: boolean;
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

/** People leave around noon of the day of their list; by its end the latest. */
const DAY_MINUTES = 24 * 60;

/** A bed that awaits disinfection is free when its contact time is over. */
export const freeAfterCleaning = (readyAt: Instant, now: Instant): FreeAt => {
  const at = readyAt > now ? readyAt : now;
  return { why: 'disinfecting', low: at, likely: at, high: at };
};

/**
 * When an occupied bed is free again, by three degrees of confidence; null where nothing speaks for it. `low` takes
 * only signed lists; `likely` adds who may leave now or has only to wait, with the next list's noon; `high` everybody
 * at the earliest moment that the protocol allows.
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
  const likely = leaver.eligible || leaver.onlyWaits ? clean(nextNoon(leaver.earliest, zone)) : null;
  return { why: leaver.eligible ? 'eligible' : 'not-yet', low: null, likely, high: clean(leaver.earliest) };
}

/** Lists go out the evening before: whoever may leave at `at` leaves around noon of the day after. */
const nextNoon = (at: Instant, zone: TimeZone): Instant =>
  instantOfLocal(`${localDateOf(addMinutes(at, DAY_MINUTES), zone)}T12:00`, zone) ??
  addMinutes(at, DAY_MINUTES);
