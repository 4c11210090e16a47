import type { DailySchedule } from '#shared/contract/daily-reports.ts';
import { fill } from '#shared/messages/fill.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { cutOffsPassed, DAYS_CAUGHT_UP, endClockOf } from './cut-off-rules.ts';
import { DAILY_WORDS } from './daily-words.ts';
import { findRuns, lastRun, readClocks, readSchedule } from './schedule-repository.ts';

/** What the schedule still has to write, the oldest first, and what was missed for so long that nobody wants it. */
export const listDue: QueryHandler<'daily.due'> = async (db, _, context) => {
  const schedule = await readSchedule(db);
  if (!schedule) return { due: [], skipped: null };
  const earliest = addMinutes(context.now, -DAYS_CAUGHT_UP * 1440);
  const passed = await readPassed(db, context);
  const last = await lastRun(db);
  // The oldest come first, so whatever is older than a run had its own, or was told of with it.
  const missed = passed.filter((cutOff) => cutOff <= earliest && (last === null || cutOff > last));
  return {
    due: await withoutRun(
      db,
      passed.filter((cutOff) => cutOff > earliest),
    ),
    skipped: tellSkipped(missed, schedule, context),
  };
};

/** True while the schedule asks for this report and it was not written. */
export async function isDue(db: Reads, cutOff: Instant, context: Context): Promise<boolean> {
  const passed = await readPassed(db, context);
  return passed.includes(cutOff) && (await withoutRun(db, [cutOff])).length > 0;
}

async function readPassed(db: Reads, { now, zone }: Pick<Context, 'now' | 'zone'>): Promise<Instant[]> {
  const clocks = await readClocks(db);
  const passed = clocks.flatMap(({ clock, since }) => cutOffsPassed([clock], { since, now, zone }));
  return [...new Set(passed)].sort();
}

async function withoutRun(db: Reads, cutOffs: readonly Instant[]): Promise<Instant[]> {
  if (cutOffs.length === 0) return [];
  const runs = await findRuns(db, cutOffs);
  return cutOffs.filter((cutOff) => runs.get(cutOff)?.problem !== null);
}

function tellSkipped(
  missed: readonly Instant[],
  { language }: DailySchedule,
  { zone }: Pick<Context, 'zone'>,
): { cutOff: Instant; problem: string } | null {
  const [first, cutOff] = [missed[0], missed.at(-1)];
  if (first === undefined || cutOff === undefined) return null;
  const { day, clock } = endClockOf(first, zone);
  const problem = fill(DAILY_WORDS.skipped, language, {
    ...{ count: String(missed.length), from: `${day} ${clock}`, days: String(DAYS_CAUGHT_UP) },
  });
  return { cutOff, problem };
}
