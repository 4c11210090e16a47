import { existsSync, rmdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '#shared/rules/instant.ts';
import { makeFolder, temporaryIn } from '../db/durable.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { ageIdentityOf, type RecoverySecret, recoverySecretTyped } from '../keys/recovery-secret.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { backupFolderOf } from './backup-folder.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import { freeSpace } from './free-space.ts';
import { isEncrypted } from './is-encrypted.ts';
import { comingFileOf, discardComing, markComing, swapWard } from './swap-ward.ts';
import type { Unpacked } from './unpack-copy.ts';

/** The paper's key as typed; null where the copy needs none. */
export const recoveryFrom = (typed: string | null): RecoverySecret | null =>
  typed === null || typed.trim() === '' ? null : recoverySecretTyped(typed);

export interface Opening {
  wardFile: string;
  file: string;
  recovery: RecoverySecret | null;
  /** Of the ward on this PC, if it could be opened. */
  secret: WardSecret | null;
  run: RunBackupTask;
}

/** Unpacks a copy into the folder of the copies, checks it throughout, and throws it away. */
export async function drillBackup(opening: Opening): Promise<Unpacked> {
  const folder = backupFolderOf(opening.wardFile);
  insistOnFolder(folder);
  return unpack(opening, temporaryIn(folder, 'snapshot'), false);
}

/**
 * Makes the ward that is to come, beside the present one. Until {@link putInPlace} nothing of that is touched. A folder
 * that is not there is made, and does not stay where nothing comes of it.
 */
export async function prepareRestore(opening: Opening): Promise<Unpacked> {
  const to = comingFileOf(opening.wardFile);
  discardComing(opening.wardFile);
  const made = insistOnFolder(dirname(opening.wardFile));
  try {
    markComing(opening.wardFile);
    return await unpack(opening, to, true);
  } catch (error) {
    discardComing(opening.wardFile);
    for (const folder of made.reverse()) removeIfEmpty(folder);
    throw error;
  }
}

/** Refuses `cannot-write-file`. */
function insistOnFolder(folder: string): string[] {
  try {
    return makeFolder(folder);
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new Refusal('cannot-write-file', { file: folder, problem });
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something into it since.
  }
}

/** To be called once nobody has the ward open. Answers where the present files lie then; null where there were none. */
export function putInPlace(wardFile: string, now: Instant): string | null {
  const there = existsSync(wardFile);
  const { aside } = swapWard(wardFile, now);
  return there ? aside : null;
}

async function unpack(
  { file, recovery, secret, run, wardFile }: Opening,
  to: string,
  keep: boolean,
): Promise<Unpacked> {
  const encrypted = await isEncrypted(file).catch(() => {
    throw new Refusal('no-such-file', { file });
  });
  if (encrypted) refuseUnless(recovery !== null, 'recovery-key-needed');
  const { size } = await stat(file);
  const { free } = await freeSpace(dirname(wardFile));
  const needed = size * 1.3 + 32 * 2 ** 20;
  refuseUnless(free >= needed, 'backup-no-space', () => ({
    folder: backupFolderOf(wardFile),
    free: String(Math.floor(free / 2 ** 20)),
    needed: String(Math.ceil(needed / 2 ** 20)),
  }));
  const identity = encrypted && recovery ? ageIdentityOf(recovery) : null;
  return run({ task: 'unpack', order: { file, identity, secret, to, keep } });
}
