import {
  daysBetween,
  type Instant,
  instantFromMillis,
  type LocalDate,
  localDateOf,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { startOfDay } from './day-rules.ts';
import { hours, wholeMinute } from './eligibility-sentences.ts';
import type { Standing, TestRule } from './sample-rules.ts';

const MINUTE = 60_000;

/** Why a sample that qualifies is not one of those that count. */
export type NotChosen =
  | { readonly why: 'too-close'; readonly after: Instant }
  | { readonly why: 'too-early-day'; readonly day: number; readonly from: number };

/** The row of samples since the last that broke it. */
export interface Row {
  readonly brokenBy: Standing | null;
  /** Everything after the break, in order of sampling. */
  readonly since: readonly Standing[];
  /** Those that count, at most as many as the protocol asks for. */
  readonly chosen: readonly Standing[];
  readonly notChosen: ReadonlyMap<Standing, NotChosen>;
}

export interface Days {
  readonly dayZero: LocalDate;
  readonly zone: TimeZone;
}

/**
 * The row as it stands. Of the samples that qualify the earliest one that may count is taken, then the earliest
 * that lies the interval after it, and so on: no other choice makes a longer row.
 */
export function rowOf(standings: readonly Standing[], rule: TestRule, days: Days): Row {
  const breaks = ({ kind }: Standing) =>
    kind === 'positive' || (kind === 'invalid' && rule.invalid === 'breaks');
  const last = standings.findLastIndex(breaks);
  const since = standings.slice(last + 1);
  const chosen: Standing[] = [];
  const notChosen = new Map<Standing, NotChosen>();
  for (const standing of since) {
    if (standing.kind !== 'qualifies' || chosen.length === rule.consecutive) continue;
    const problem = whyNotChosen(standing, chosen, rule, days);
    if (problem) notChosen.set(standing, problem);
    else chosen.push(standing);
  }
  return { brokenBy: standings[last] ?? null, since, chosen, notChosen };
}

function whyNotChosen(
  { sample }: Standing,
  chosen: readonly Standing[],
  rule: TestRule,
  { dayZero, zone }: Days,
): NotChosen | null {
  const from = rule.onDays[chosen.length];
  if (from !== undefined) {
    const day = daysBetween(dayZero, localDateOf(sample.sampledAt, zone));
    if (day < from) return { why: 'too-early-day', day, from };
  }
  const before = chosen.at(-1)?.sample.sampledAt;
  if (before === undefined || millisOf(sample.sampledAt) - millisOf(before) >= hours(rule.intervalHours))
    return null;
  return { why: 'too-close', after: before };
}

/**
 * When each sample that is still wanting can be taken at the earliest, if each qualifies; not before `at`. After a
 * single positive nobody is sampled again before `sampleEveryHours` have passed, after anything else at once.
 */
export function samplesDue(
  row: Row,
  rule: TestRule,
  days: Days,
  at: Instant,
  sampleEveryHours: number,
): Instant[] {
  let earliest = millisOf(at);
  // Of one moment what broke the row comes last, so what begins it anew is taken after it.
  if (row.chosen.length === 0 && row.brokenBy?.sample.sampledAt === at) earliest += MINUTE;
  const lastSample = row.since.at(-1) ?? row.brokenBy;
  if (row.chosen.length === 0 && lastSample?.kind === 'positive' && !lastSample.sample.pooled)
    earliest = Math.max(
      earliest,
      wholeMinute(millisOf(lastSample.sample.sampledAt) + hours(sampleEveryHours)),
    );
  let before = row.chosen.at(-1)?.sample.sampledAt;
  const due: Instant[] = [];
  for (let i = row.chosen.length; i < rule.consecutive; i++) {
    if (before !== undefined)
      earliest = Math.max(earliest, wholeMinute(millisOf(before) + hours(rule.intervalHours)));
    const from = rule.onDays[i];
    if (from !== undefined)
      earliest = Math.max(earliest, millisOf(startOfDay(days.dayZero, from, days.zone)));
    before = instantFromMillis(earliest);
    due.push(before);
  }
  return due;
}
