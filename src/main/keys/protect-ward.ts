import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { connect } from '../db/connect.ts';
import { encryptInPlace } from '../db/sealed-file.ts';
import { isBusy } from '../db/sqlite-error.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { Refusal } from '../ipc/refusal.ts';
import { keysFileOf, writeKeyFile } from './key-file.ts';
import { keyFileBeside } from './keys-of-file.ts';
import { sealingNames, wipe } from './protection-leftovers.ts';
import { newSealedKeys, openKeys, type Sealing, type WardKeys } from './ward-keys.ts';
import { syncFolder } from './write-atomically.ts';

const STEPS = ['locked', 'copied', 'encrypted', 'keys written', 'renamed', 'keys renamed', 'wiped'] as const;
type Step = (typeof STEPS)[number];

/**
 * Turns an open ward into a sealed one. While it lasts nobody else can open the ward; whoever has it open is the
 * reason for `ward-in-use`. An encrypted copy is made beside it, checked against the plain one row by row count, and
 * takes its name; until that rename the ward is as it was, from then on it is sealed, and what a crash left is put
 * right at the next opening (protection-leftovers.ts). The ward keeps its secret, and with it the chain of its audit.
 * `reached` is told of each step when it is on the disk.
 */
export async function protectWard(
  file: string,
  sealing: Sealing,
  reached: (step: Step) => void = () => undefined,
): Promise<WardKeys> {
  if (!existsSync(file)) throw new WardFileError('missing', file);
  const before = keyFileBeside(file);
  const open = before && openKeys(before);
  if (!open) throw new Refusal('ward-protected');
  const keys = await newSealedKeys(open.file.wardId, sealing, open.secret);
  const names = sealingNames(file);
  const plain = openAlone(file);
  let renamed = false;
  try {
    reached('locked');
    for (const left of [names.copy, `${names.copy}-journal`]) rmSync(left, { force: true });
    // By SQLite and not by the file system: closing a file of our own on the ward would let go of the lock (POSIX).
    plain.prepare('VACUUM INTO ?').run(names.copy);
    reached('copied');
    encrypt(names.copy, plain, keys);
    reached('encrypted');
    writeKeyFile(names.keys, keys.file);
    reached('keys written');
    rmSync(names.plain, { force: true });
    linkSync(file, names.plain);
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
    wipe(names.plain);
    reached('wiped');
    return keys;
  } finally {
    if (plain.open) plain.close();
    if (!renamed) for (const left of [names.copy, names.keys, names.plain]) rmSync(left, { force: true });
  }
}

/** The plain file with its WAL taken in, and a lock that keeps everybody out. */
function openAlone(file: string): Database {
  const plain = connect(file, { fileMustExist: true });
  try {
    if (plain.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw new Refusal('ward-in-use');
    // From its next lock on the connection keeps it until it is closed; a VACUUM cannot run inside a transaction.
    plain.pragma('locking_mode = EXCLUSIVE');
    plain.exec('BEGIN EXCLUSIVE; COMMIT');
    return plain;
  } catch (error) {
    plain.close();
    throw isBusy(error) ? new Refusal('ward-in-use') : error;
  }
}

function encrypt(copy: string, plain: Database, { secret }: WardKeys): void {
  const sealing = connect(copy, { fileMustExist: true });
  try {
    encryptInPlace(sealing, secret);
  } finally {
    sealing.close();
  }
  const sealed = connect(copy, { fileMustExist: true, readonly: true }, secret);
  try {
    if (sealed.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new WardFileError('damaged', copy);
    if (JSON.stringify(contentOf(sealed)) !== JSON.stringify(contentOf(plain)))
      throw new Error('the encrypted copy is not the same');
  } finally {
    sealed.close();
  }
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Version, names and number of rows of everything, and the ward's own row. */
function contentOf(database: Database): unknown {
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return [
    database.pragma('application_id', { simple: true }),
    database.pragma('user_version', { simple: true }),
    database.prepare('SELECT ward_id FROM hospital WHERE id = 1').pluck().get(),
    database.prepare('SELECT count(*) FROM sqlite_master').pluck().get(),
    tables.map((name) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  ];
}
