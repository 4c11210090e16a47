import path from 'node:path';
import { instantFromMillis, millisOf } from '#shared/rules/instant.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireTrustedPath } from '../reports/save-file.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { isDue } from './find-due.ts';
import { placeFiles, tryFolder } from './place-files.ts';
import { findRuns, readSchedule, writeRun } from './schedule-repository.ts';
import { findStanding } from './signed-report-repository.ts';
import { bytesOf, chosen, stemOf } from './write-daily-file.ts';

const MINUTE_MS = 60_000;

/**
 * Writes the files of one cut-off that is due, as signed where a version stands: in a snapshot, so that nobody waits
 * for the disk. The folder is tried before anything is added up. Null where it is not due (any more). What became of it
 * is put on record by `daily.recordRun`; where that did not happen, the same files are found again and not written twice.
 */
export const writeDue: QueryHandler<'daily.writeDue'> = async (
  db,
  { cutOff, madeBy: operatorId },
  context,
) => {
  const madeBy = await findOperatorName(db, operatorId);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const schedule = await readSchedule(db);
  if (!schedule || !(await isDue(db, cutOff, context))) return null;
  const { formats, language } = schedule;
  const folder = schedule.folder ?? context.exportFolder;
  context.progress({ step: 'writing', done: 0, total: formats.length });
  try {
    await tryFolder(folder, language);
    const version = await findStanding(db, cutOff);
    const { body, standing } = await chosen(db, { cutOff, version, language }, context);
    const stem = stemOf(cutOff, language, context.zone, version);
    const wanted = formats.map((format) => ({
      name: { folder, stem, extension: `.${format}` },
      bytesAt: (now: typeof context.now) =>
        bytesOf(db, body, { format, language, madeBy, standing, context: { zone: context.zone, now } }),
    }));
    // Papers show minutes, and disks that keep whole seconds keep this.
    const at = instantFromMillis(Math.floor(millisOf(context.now) / MINUTE_MS) * MINUTE_MS);
    return { files: await placeFiles(wanted, at, language), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'cannot-write-file') throw error;
    return { files: [], problem: `${error.params.file}: ${error.params.problem}` };
  }
};

/** Puts on record what became of a cut-off. Nothing is recorded where it was written already, or failed the same way. */
export const recordRun: CommandHandler<'daily.recordRun'> = async (tx, input, act, { now, trustsPaths }) => {
  const { cutOff, files, problem } = input;
  const language = (await readSchedule(tx))?.language ?? 'zh-CN';
  for (const file of ['.', ...files]) requireTrustedPath(path.normalize(file), trustsPaths, language);
  const former = (await findRuns(tx, [cutOff])).get(cutOff);
  if (former && (former.problem === null || former.problem === problem))
    throw new NothingRecorded({ actId: null });
  await writeRun(tx, { cutOff, ranAt: now, files, problem }, former?.id ?? null, act.seq);
  act.touches('hospital', 'daily-schedule');
  return { actId: act.id };
};
