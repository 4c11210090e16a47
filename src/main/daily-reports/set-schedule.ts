import path from 'node:path';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { requireTrustedPath } from '../reports/save-file.ts';
import { readRuns, readSchedule, writeSchedule } from './schedule-repository.ts';

const RUNS_SHOWN = 20;

export const showSchedule: QueryHandler<'daily.schedule'> = async (db) => {
  const found = await readSchedule(db);
  const { id: _, ...schedule } = found ?? { id: 0 };
  return {
    schedule: found ? (schedule as Omit<typeof found, 'id'>) : null,
    runs: await readRuns(db, RUNS_SHOWN),
  };
};

/** Clocks that were there before go on; one that is new is asked for from now on (`askedSince`). */
export const setSchedule: CommandHandler<'daily.setSchedule'> = async (tx, input, act) => {
  const { cutOffs, language, formats } = input;
  const before = await readSchedule(tx);
  const wasOn = before !== null && before.cutOffs.length > 0;
  const since = wasOn ? before.since : act.recordedAt;
  await writeSchedule(tx, { cutOffs, language, formats, folder: before?.folder ?? null, since }, act.seq);
  act.touches('hospital', 'daily-schedule');
  return { actId: act.id };
};

/** Refuses a folder that a window names by itself: it comes from the system's dialog or from a terminal. */
export const setFolder: CommandHandler<'daily.setFolder'> = async (tx, { folder }, act, context) => {
  const before = await readSchedule(tx);
  // A folder that depends on where the program was started would be another one the next day.
  const trusted = context.trustsPaths && (folder === null || path.isAbsolute(folder));
  requireTrustedPath(folder ?? '.', trusted, before?.language ?? 'zh-CN');
  const rest = before ?? {
    ...{ cutOffs: [], language: 'zh-CN' as const, formats: ['xlsx' as const, 'txt' as const] },
    since: act.recordedAt,
  };
  await writeSchedule(tx, { ...rest, folder }, act.seq);
  act.touches('hospital', 'daily-schedule');
  return { actId: act.id };
};
