import type { Protocol } from '#shared/contract/protocol.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import {
  daysBetween,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** Ways of leaving after which somebody is watched at home; whoever is in another hospital is watched there. */
export const MONITORED_WAYS = ['on-order', 'to-community'] as const satisfies readonly WayOfLeaving[];

/** Ways of leaving after which a late positive alarms nobody here: another hospital has them, or nobody does. */
export const AWAY_WAYS = ['to-hospital', 'died'] as const satisfies readonly WayOfLeaving[];

/** Ct below which a gene is positive where the protocol asks for no test. */
const USUAL_THRESHOLD = 35;
export const positiveBelow = ({ release }: Pick<Protocol, 'release'>): number =>
  release.tests?.ctThreshold ?? USUAL_THRESHOLD;

export const isMonitored = (way: WayOfLeaving | null): boolean =>
  (MONITORED_WAYS as readonly (WayOfLeaving | null)[]).includes(way);

/** Which of their days it is on `day`: the day of release is 0, the day after is the first of the seven. */
export const dayNumber = (leftAt: Instant, day: LocalDate, zone: TimeZone): number =>
  daysBetween(localDateOf(leftAt, zone), day);

/** In the days in which a check can be written down: the day of release and the days of monitoring. */
export const isWithin = (number: number, days: number): boolean => number >= 0 && number <= days;

export function dayAfter(day: LocalDate, days: number): LocalDate {
  return instantFromMillis(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10) as LocalDate;
}

/** Midnight at which the day begins on the hospital's clocks. */
export const startOf = (day: LocalDate, zone: TimeZone): Instant =>
  instantOfLocal(`${day}T00:00`, zone) as Instant;

/** [from, to) in which whoever is within their days on `day` has left. */
export function leftBetween(day: LocalDate, days: number, zone: TimeZone): { from: Instant; to: Instant } {
  return { from: startOf(dayAfter(day, -days), zone), to: startOf(dayAfter(day, 1), zone) };
}
