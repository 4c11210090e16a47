import { statSync } from 'node:fs';
import type DatabaseConstructor from 'better-sqlite3';
import { faultOfUnreadable, type KeysOfFile, keyFileBeside } from '../keys/keys-of-file.ts';
import { settleKeys } from '../keys/protection-leftovers.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { BUSY_TIMEOUT_MS, connect } from './connect.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION, versionOf } from './migrate.ts';
import { isWithoutIndex } from './open-to-read.ts';
import { headOf } from './sealed-file.ts';
import { codeOf } from './sqlite-error.ts';
import { WardFileError } from './ward-file-error.ts';

/** Of the writer once it is open: waiting for another desk's write must not block the thread; see dialect.ts. */
const WRITER_TIMEOUT_MS = 0;
/** While opening there is nothing else to do, and another desk may be in the middle of an import. */
const OPENING_TIMEOUT_MS = 10_000;

/**
 * What the file is encrypted with; null where it is plain. A sealed ward is never plain, unless somebody has put
 * another file in its place, and that is not written to.
 */
export function keyOf(file: string, at: KeysOfFile): WardSecret | null {
  const isSealed = at.keys?.protection === 'sealed';
  const isPlain = canBeRead(file, null);
  // Cut off to nothing it can be read as an empty database; nobody has put another one there.
  if (isSealed && statSync(file).size === 0) throw new WardFileError('damaged', file);
  if (isSealed && isPlain) throw new WardFileError('wrong-key', file);
  if (isPlain) return null;
  if (isSealed && !at.secret) throw new WardFileError('locked', file);
  if (at.secret && canBeRead(file, at.secret)) return at.secret;
  if (!isSealed && wasProtected(file)) throw new WardFileError('locked', file);
  throw faultOfUnreadable(file, at);
}

/** By another desk, while this one waited for the file that was open a moment ago. */
function wasProtected(file: string): boolean {
  settleKeys(file);
  return keyFileBeside(file)?.protection === 'sealed';
}

/**
 * Is it a database, as it is or with that key? By a connection that cannot write: one with a wrong key would try to
 * take in the WAL when it is closed. And by SQLite, not by the file system: closing a file of our own would take away
 * this process's locks on it (POSIX).
 */
function canBeRead(file: string, key: WardSecret | null): boolean {
  const database = connectToRead(file, key);
  try {
    database.pragma('schema_version');
    return true;
  } catch (error) {
    // Before it came to the file itself. Then nobody has it open, and its first bytes may be looked at.
    if (isWithoutIndex(file, error)) return headOf(file, key) === (key ? 'ours' : 'plain');
    return codeOf(error) !== 'SQLITE_NOTADB';
  } finally {
    database.close();
  }
}

function connectToRead(file: string, key: WardSecret | null): DatabaseConstructor.Database {
  try {
    return connect(file, { readonly: true, fileMustExist: true, timeout: OPENING_TIMEOUT_MS }, key);
  } catch (error) {
    throw new WardFileError('cannot-open', file, error);
  }
}

/**
 * WAL with synchronous FULL: an act that was answered survives a power cut. better-sqlite3 drops to NORMAL
 * at the first write in WAL mode, so it is set again after one, and read back.
 */
function insistOnDurability(database: DatabaseConstructor.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
  database.prepare('UPDATE hospital SET opened_at = ? WHERE id = 1').run(new Date().toISOString());
  database.pragma('synchronous = FULL');
  const synchronous = database.pragma('synchronous', { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
}

/** A full, absent or forbidden disk, and another desk that never lets go. */
const OF_THE_DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|BUSY)/;

/** A -wal with something in it: the ward was not put away when it was used last, or another desk has it open. */
export const isLeftOpen = (file: string): boolean =>
  (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * On a connection that cannot write, so that a file which is no ward, or not this program's, keeps its bytes, and its
 * -wal: one that writes pours that into the file as it closes. A -wal that was left is first read together with the
 * file, page by page: it may be another day's.
 */
function insistOnWard(file: string, key: WardSecret | null, timeout: number): void {
  const leftOpen = isLeftOpen(file);
  const database = connect(file, { readonly: true, fileMustExist: true, timeout }, key);
  try {
    insistOn(database, file, leftOpen);
  } catch (error) {
    // A journal was left, as of a copy that was never opened before and was being brought to this version.
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK'))
      throw error;
    rollBack(file, key, timeout);
  } finally {
    database.close();
  }
}

/** Opened for writing SQLite takes back what a killed program had begun; only then can the file be looked at. */
function rollBack(file: string, key: WardSecret | null, timeout: number): void {
  const database = connect(file, { fileMustExist: true, timeout }, key);
  try {
    insistOn(database, file, true);
  } finally {
    database.close();
  }
}

export function insistOn(database: DatabaseConstructor.Database, file: string, leftOpen: boolean): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new WardFileError('not-a-ward', file);
  if (versionOf(database) > SCHEMA_VERSION) throw new WardFileError('newer', file);
  if (leftOpen && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw new WardFileError('damaged', file);
  const sentinel = database.prepare('SELECT 1 FROM hospital WHERE id = 1').pluck().get();
  if (sentinel !== 1) throw new WardFileError('damaged', file);
}

/** After a fault somebody waits, and the whole file is read through before anything is written to it. */
export function openChecked(
  file: string,
  key: WardSecret | null,
  when: 'opening' | 'after a fault',
): DatabaseConstructor.Database {
  let database: DatabaseConstructor.Database | undefined;
  try {
    const timeout = when === 'opening' ? OPENING_TIMEOUT_MS : BUSY_TIMEOUT_MS;
    insistOnWard(file, key, timeout);
    database = connect(file, { fileMustExist: true, timeout }, key);
    if (when === 'after a fault' && database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new WardFileError('damaged', file);
    }
    migrate(database);
    insistOnDurability(database);
    database.pragma(`busy_timeout = ${WRITER_TIMEOUT_MS}`);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof WardFileError) throw error;
    const code = codeOf(error);
    if (code === 'SQLITE_NOTADB') throw new WardFileError(key ? 'damaged' : 'not-a-ward', file, error);
    if (code.startsWith('SQLITE_CORRUPT')) throw new WardFileError('damaged', file, error);
    if (OF_THE_DISK.test(code)) throw new WardFileError('cannot-open', file, error);
    throw error;
  }
}
