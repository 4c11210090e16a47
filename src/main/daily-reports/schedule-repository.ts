import type { DailyFormat, DailySchedule } from '#shared/contract/daily-reports.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { askedSince } from './cut-off-rules.ts';

/** Later than this after its cut-off, a report was missed and caught up. */
const LATE_AFTER_MINUTES = 15;

const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

export async function readSchedule(db: Reads): Promise<(DailySchedule & { id: number }) | null> {
  const row = await db
    .selectFrom('daily_schedule')
    .selectAll()
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { id, language, folder, since } = row;
  const formats = listOf(row.formats) as DailyFormat[];
  return { id, language, folder, since, formats, cutOffs: listOf(row.cut_offs) };
}

/** The clocks of the schedule that stands, each since when it has been asked for. */
export async function readClocks(db: Reads): Promise<{ clock: string; since: Instant }[]> {
  const rows = await db
    .selectFrom('daily_schedule as s')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .leftJoin('act_undo as u', 'u.act_seq', 's.recorded_by')
    .select(['s.cut_offs', 's.recorded_by', 's.superseded_by', 'act.recorded_at', 'u.undoes'])
    .execute();
  const steps = rows.map((row) => ({
    cutOffs: listOf(row.cut_offs),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    supersededBy: row.superseded_by,
    undoes: row.undoes,
  }));
  const standing = steps.find(({ supersededBy }) => supersededBy === null);
  return standing?.cutOffs.map((clock) => ({ clock, since: askedSince(clock, standing, steps) })) ?? [];
}

/** The latest cut-off of which it is on record what became of it; null where there was none yet. */
export async function lastRun(db: Reads): Promise<Instant | null> {
  const row = await db
    .selectFrom('daily_run')
    .select(({ fn }) => fn.max('cut_off').as('at'))
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Puts a schedule in the place of the one that stands. */
export async function writeSchedule(tx: Tx, schedule: DailySchedule, seq: number): Promise<void> {
  const before = await readSchedule(tx);
  if (before) await supersede(tx, 'daily_schedule', before.id, seq);
  const { cutOffs, formats, language, folder, since } = schedule;
  await tx
    .insertInto('daily_schedule')
    .values({
      ...{ cut_offs: cutOffs.join(','), formats: formats.join(','), language, folder, since },
      recorded_by: seq,
    })
    .execute();
}

/** What the schedule has written, the latest cut-off first. */
export async function readRuns(db: Reads, limit: number) {
  const rows = await db
    .selectFrom('daily_run')
    .selectAll()
    .where('superseded_by', 'is', null)
    .orderBy('cut_off', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ cut_off: cutOff, ran_at: ranAt, files, problem }) => ({
    cutOff,
    ranAt,
    late: ranAt > addMinutes(cutOff, LATE_AFTER_MINUTES),
    files: JSON.parse(files) as string[],
    problem,
  }));
}

/** The cut-offs among these that were written already. */
export async function findRuns(
  db: Reads,
  cutOffs: readonly Instant[],
): Promise<Map<Instant, { id: number; problem: string | null }>> {
  const rows = await db
    .selectFrom('daily_run')
    .select(['id', 'cut_off', 'problem'])
    .where('superseded_by', 'is', null)
    .where('cut_off', 'in', cutOffs)
    .execute();
  return new Map(rows.map(({ id, cut_off, problem }) => [cut_off, { id, problem }]));
}

interface Run {
  cutOff: Instant;
  ranAt: Instant;
  files: readonly string[];
  problem: string | null;
}

/** A run that failed gives way to the one that tried again. */
export async function writeRun(
  tx: Tx,
  { cutOff, ranAt, files, problem }: Run,
  former: number | null,
  seq: number,
): Promise<void> {
  if (former !== null) await supersede(tx, 'daily_run', former, seq);
  await tx
    .insertInto('daily_run')
    .values({
      ...{ cut_off: cutOff, ran_at: ranAt, files: JSON.stringify(files), problem },
      recorded_by: seq,
    })
    .execute();
}
