import type { DailySchedule } from '#shared/contract/daily-reports.ts';
import { fill } from '#shared/messages/fill.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { CommandHandler, Context, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal } from '../ipc/refusal.ts';
import { saveFile } from '../reports/save-file.ts';
import { readOperator } from '../ward/operator-repository.ts';
import { cutOffsPassed } from './cut-off-rules.ts';
import { DAILY_WORDS } from './daily-words.ts';
import { readDailyBody } from './read-body.ts';
import { findRuns, readRuns, readSchedule, writeRun } from './schedule-repository.ts';
import { bytesOf, stemOf } from './write-daily-file.ts';

/**
 * Writes the report of every cut-off that has passed and was not written yet, the oldest first: at its time, or
 * when the PC is on again. A folder that cannot be written is told of once for each cut-off and tried again.
 * Nothing is recorded where nothing was due, or where the same fault is met again.
 */
export const writeDue: CommandHandler<'daily.writeDue'> = async (tx, { act: header }, act, context) => {
  const schedule = await readSchedule(tx);
  const due = schedule
    ? cutOffsPassed(schedule.cutOffs, { since: schedule.since, now: context.now, zone: context.zone })
    : [];
  const known = due.length === 0 ? new Map() : await findRuns(tx, due);
  const open = due.filter((cutOff) => known.get(cutOff)?.problem !== null);
  if (!schedule || open.length === 0) throw new NothingRecorded({ actId: null, runs: [] });
  const { name: madeBy } = await readOperator(tx, header.operatorId);
  let changed = 0;
  for (const [done, cutOff] of open.entries()) {
    context.progress({ step: 'writing', done, total: open.length });
    const run = await writeOne(tx, cutOff, schedule, { madeBy, context });
    const former = known.get(cutOff);
    if (former?.problem === run.problem && run.problem !== null) continue;
    await writeRun(tx, { cutOff, ranAt: context.now, ...run }, former?.id ?? null, act.seq);
    changed += 1;
  }
  if (changed === 0) throw new NothingRecorded({ actId: null, runs: [] });
  act.touches('hospital', 'daily-schedule');
  const runs = await readRuns(tx, open.length + changed);
  return { actId: act.id, runs: runs.filter(({ cutOff }) => open.includes(cutOff)) };
};

/** The files of one cut-off; a folder that refuses them is a problem to tell, not a reason to give the others up. */
async function writeOne(
  tx: Tx,
  cutOff: Instant,
  { formats, language, folder }: DailySchedule,
  { madeBy, context }: { madeBy: string; context: Context },
): Promise<{ files: string[]; problem: string | null }> {
  const body = await readDailyBody(tx, cutOff, null, context);
  const standing = fill(DAILY_WORDS.unsigned, language);
  const stem = stemOf(cutOff, language, context.zone);
  const files: string[] = [];
  try {
    for (const format of formats) {
      const bytes = await bytesOf(tx, body, { format, language, madeBy, standing, context });
      const place = { folder: folder ?? context.exportFolder, stem, extension: `.${format}` };
      files.push(await saveFile(bytes, place, language));
    }
    return { files, problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { files, problem: `${error.params.file}: ${error.params.problem}` };
  }
}
