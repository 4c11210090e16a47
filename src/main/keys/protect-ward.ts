import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { connect } from '../db/connect.ts';
import { syncFile, syncFolder, wipe } from '../db/durable.ts';
import { firstProblem } from '../db/integrity.ts';
import { encryptInPlace } from '../db/sealed-file.ts';
import { isBusy } from '../db/sqlite-error.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { contentOf, copyWhole, holdAlone, leaveWal } from '../db/whole-file.ts';
import { Refusal } from '../ipc/refusal.ts';
import { keysFileOf, writeKeyFile } from './key-file.ts';
import { keyFileBeside } from './keys-of-file.ts';
import { sealingNames } from './protection-leftovers.ts';
import { newSealedKeys, openKeys, type Sealing, type WardKeys } from './ward-keys.ts';
import { secretForProtecting, type WardSecret } from './ward-secret.ts';

type Step =
  | 'locked'
  | 'copied'
  | 'encrypted'
  | 'keys written'
  | 'linked'
  | 'renamed'
  | 'keys renamed'
  | 'wiped';

/** What an open ward is to be sealed with: a new secret, which keeps the key of its trail. Refuses `ward-protected`. */
export async function keysForProtecting(file: string, sealing: Sealing): Promise<WardKeys> {
  if (!existsSync(file)) throw new WardFileError('missing', file);
  const before = keyFileBeside(file);
  const open = before && openKeys(before);
  if (!open) throw new Refusal('ward-protected');
  return newSealedKeys(open.file.wardId, sealing, secretForProtecting(open.secret));
}

/** What a sealed ward is to be sealed with anew: everything is another one, and its trail goes on. */
export const keysForSealingAnew = ({ file, secret }: WardKeys, sealing: Sealing): Promise<WardKeys> =>
  newSealedKeys(file.wardId, sealing, secretForProtecting(secret));

/**
 * Turns a plain ward file into a sealed one, or one that is sealed with `before` into one that is sealed with other keys. While it lasts nobody else can open the ward; whoever has it open is the
 * reason for `ward-in-use`. An encrypted copy is made beside it, checked against the plain one row by row count, and
 * takes its name; until that rename the ward is as it was, from then on it is sealed, and what a crash left is put
 * right at the next opening (protection-leftovers.ts). `reached` is told of each step when it is on the disk.
 */
export function protectWard(
  file: string,
  keys: WardKeys,
  reached: (step: Step) => void = () => undefined,
  before: WardSecret | null = null,
): void {
  const names = sealingNames(file);
  const plain = openAlone(file, before);
  let renamed = false;
  try {
    reached('locked');
    for (const left of [names.copy, `${names.copy}-journal`]) wipe(left);
    // By SQLite and not by the file system: closing a file of our own on the ward would let go of the lock (POSIX).
    copyWhole(plain, names.copy);
    reached('copied');
    encrypt(names.copy, plain, keys, before);
    reached('encrypted');
    writeKeyFile(names.keys, keys.file);
    reached('keys written');
    for (const [present, kept] of [
      [file, names.plain],
      [keysFileOf(file), names.plainKeys],
    ] as const) {
      rmSync(kept, { force: true });
      if (existsSync(present)) linkSync(present, kept);
    }
    syncFolder(dirname(file));
    reached('linked');
    // Windows renames nothing over a file that is open, so there another desk may get in between.
    if (process.platform === 'win32') plain.close();
    renameSync(names.copy, file);
    renamed = true;
    syncFolder(dirname(file));
    reached('renamed');
    // Another desk may have opened it since, and finished this already.
    if (existsSync(names.keys)) renameSync(names.keys, keysFileOf(file));
    syncFolder(dirname(file));
    reached('keys renamed');
    // Before the lock is let go: a desk that waits for it has the old file in its hand, and must find nothing there.
    for (const left of [names.plain, names.plainKeys]) wipe(left);
    reached('wiped');
  } finally {
    if (plain.open) plain.close();
    if (!renamed) {
      wipe(names.copy);
      for (const left of [names.keys, names.plain, names.plainKeys]) rmSync(left, { force: true });
    }
  }
}

/** The file as it was, with its WAL taken in, and a lock that keeps everybody out. */
function openAlone(file: string, key: WardSecret | null): Database {
  const plain = connect(file, { fileMustExist: true }, key);
  try {
    if (!leaveWal(plain)) throw new Refusal('ward-in-use');
    holdAlone(plain);
    return plain;
  } catch (error) {
    plain.close();
    throw isBusy(error) ? new Refusal('ward-in-use') : error;
  }
}

function encrypt(copy: string, plain: Database, { secret }: WardKeys, before: WardSecret | null): void {
  const sealing = connect(copy, { fileMustExist: true }, before);
  try {
    encryptInPlace(sealing, secret);
  } finally {
    sealing.close();
  }
  const sealed = connect(copy, { fileMustExist: true, readonly: true }, secret);
  try {
    if (firstProblem(sealed, 'quick') !== null) throw new WardFileError('damaged', copy);
    // An index that has other rows than its table.
    if (JSON.stringify(contentOf(sealed)) !== JSON.stringify(contentOf(plain)))
      throw new WardFileError('damaged', plain.name);
  } finally {
    sealed.close();
  }
  syncFile(copy);
}
