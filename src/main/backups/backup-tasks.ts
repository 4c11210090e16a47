import type { Database } from 'better-sqlite3';
import { connect } from '../db/connect.ts';
import { firstProblem } from '../db/integrity.ts';
import { Refusal } from '../ipc/refusal.ts';
import { keepEarlierSecrets } from '../keys/earlier-secrets.ts';
import { protectWard } from '../keys/protect-ward.ts';
import type { WardKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { makeReady, type ReadyOrder } from './make-ready.ts';
import { type EarlierOrder, type StillPlain, sealEarlier } from './seal-earlier.ts';
import { type Backup, type BackupOrder, takeBackup } from './take-backup.ts';
import { type Unpacked, type UnpackOrder, unpackCopy } from './unpack-copy.ts';

/** Reads the ward's own file through; `deep` compares every index with its table as well (`integrity_check`). */
export interface CheckOrder {
  wardFile: string;
  key: WardSecret | null;
  deep: boolean;
}

export interface ProtectOrder {
  wardFile: string;
  keys: WardKeys;
  /** What it is sealed with until now; null where it is open. */
  before: WardSecret | null;
}

/** Each reads or writes the whole ward at least once, so a window has them done in a thread of their own. */
export type BackupTask =
  | { task: 'take'; order: BackupOrder }
  | { task: 'unpack'; order: UnpackOrder }
  | { task: 'makeReady'; order: ReadyOrder }
  | { task: 'check'; order: CheckOrder }
  | { task: 'protect'; order: ProtectOrder }
  | { task: 'sealEarlier'; order: EarlierOrder };

export interface BackupAnswers {
  take: Backup;
  unpack: Unpacked;
  makeReady: null;
  /** The first thing that is wrong with the file, or null. */
  check: { problem: string | null };
  protect: null;
  sealEarlier: StillPlain[];
}

export type RunBackupTask = <T extends BackupTask['task']>(
  task: Extract<BackupTask, { task: T }>,
) => Promise<BackupAnswers[T]>;

/** In this thread, as a terminal does. */
export const runHere: RunBackupTask = async (task) => {
  const answer = await run(task);
  return answer as BackupAnswers[typeof task.task];
};

async function run(given: BackupTask): Promise<BackupAnswers[keyof BackupAnswers]> {
  switch (given.task) {
    case 'take':
      return takeBackup(given.order);
    case 'unpack':
      return unpackCopy(given.order);
    case 'makeReady':
      await makeReady(given.order);
      return null;
    case 'check':
      return checkWardFile(given.order);
    case 'protect':
      protect(given.order);
      return null;
    case 'sealEarlier':
      return sealEarlier(given.order);
  }
}

function protect({ wardFile, keys, before }: ProtectOrder): void {
  if (before) keepEarlierSecrets(wardFile, before, keys.secret);
  protectWard(wardFile, keys, undefined, before);
}

async function checkWardFile({ wardFile, key, deep }: CheckOrder): Promise<{ problem: string | null }> {
  let database: Database | undefined;
  try {
    database = connect(wardFile, { readonly: true, fileMustExist: true, timeout: 10_000 }, key);
    return { problem: firstProblem(database, deep ? 'full' : 'quick') };
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
