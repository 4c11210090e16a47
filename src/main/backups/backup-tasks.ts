import type { Database } from 'better-sqlite3';
import { connect } from '../db/connect.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { type Backup, type BackupOrder, takeBackup } from './take-backup.ts';
import { type Unpacked, type UnpackOrder, unpackCopy } from './unpack-copy.ts';

/** Reads the ward's own file through; `deep` compares every index with its table as well (`integrity_check`). */
export interface CheckOrder {
  wardFile: string;
  key: WardSecret | null;
  deep: boolean;
}

/** Each reads or writes the whole ward once, so a window has them done in a thread of their own. */
export type BackupTask =
  | { task: 'take'; order: BackupOrder }
  | { task: 'unpack'; order: UnpackOrder }
  | { task: 'check'; order: CheckOrder };

/** What each task answers: the first thing that is wrong with the file, or null. */
export interface BackupAnswers {
  take: Backup;
  unpack: Unpacked;
  check: { problem: string | null };
}

export type RunBackupTask = <T extends BackupTask['task']>(
  task: Extract<BackupTask, { task: T }>,
) => Promise<BackupAnswers[T]>;

/** In this thread, as a terminal does. */
export const runHere: RunBackupTask = async (task) => {
  const answer = await run(task);
  return answer as BackupAnswers[typeof task.task];
};

function run(given: BackupTask): Promise<BackupAnswers[keyof BackupAnswers]> {
  switch (given.task) {
    case 'take':
      return takeBackup(given.order);
    case 'unpack':
      return unpackCopy(given.order);
    case 'check':
      return checkWardFile(given.order);
  }
}

async function checkWardFile({ wardFile, key, deep }: CheckOrder): Promise<{ problem: string | null }> {
  let database: Database | undefined;
  try {
    database = connect(wardFile, { readonly: true, fileMustExist: true, timeout: 10_000 }, key);
    const check = deep ? 'integrity_check' : 'quick_check';
    const found = database.pragma(`${check}(1)`, { simple: true });
    return { problem: found === 'ok' ? null : `${check}: ${String(found)}` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) throw error;
    return { problem: code };
  } finally {
    database?.close();
  }
}

/** How an answer leaves a thread: refusals as what they are, defects as an error. */
export type TaskReply =
  | { ok: true; value: unknown }
  | { ok: false; code: Refusal['code']; params: Refusal['params'] };

export async function replyOf(task: BackupTask): Promise<TaskReply> {
  try {
    return { ok: true, value: await run(task) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, code: error.code, params: error.params };
  }
}
