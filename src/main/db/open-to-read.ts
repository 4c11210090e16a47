import { existsSync, linkSync, rmSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { WardSecret } from '../keys/ward-secret.ts';
import { BUSY_TIMEOUT_MS, connect } from './connect.ts';
import { codeOf } from './sqlite-error.ts';

/** The least that SQLite's index of the -wal takes on the disk, as long as anybody has the ward open. */
const LEAST_INDEX_BYTES = 32_768;

/** A connection that only reads. `alone`: it keeps everybody else out of the file, the threads of this desk as well. */
export interface Reader {
  database: Database;
  alone: boolean;
}

/**
 * Nobody has the ward open, and this disk takes no index of its -wal either: it is full, or it fails. Then no connection
 * of the ordinary kind can read it.
 */
export const isWithoutIndex = (file: string, error: unknown): boolean =>
  /^SQLITE_(IOERR|FULL|CANTOPEN)/.test(codeOf(error)) &&
  (statSync(`${file}-shm`, { throwIfNoEntry: false })?.size ?? 0) < LEAST_INDEX_BYTES;

/** As everybody reads, or alone where the disk has no room for that. Throws what SQLite does. */
export function openToRead(file: string, key: WardSecret | null): Reader {
  const database = connect(file, { readonly: true, fileMustExist: true }, key);
  try {
    database.pragma('schema_version');
    return { database, alone: false };
  } catch (error) {
    database.close();
    if (!isWithoutIndex(file, error)) throw error;
    return { database: openAlone(file, key), alone: true };
  }
}

/**
 * Keeps everybody else out, so that the index of the -wal can stay in memory: what was committed there is seen. Only a
 * connection that may write can take that lock, and one that may write pours the -wal into the file as it closes,
 * unless its file has lost its name meanwhile. So it gets names of its own, which are taken away once it has both files
 * open: it writes nothing then, whatever it finds, and a -wal of another day stays what it is.
 */
function openAlone(file: string, key: WardSecret | null): Database {
  forgetNames(file);
  linkSync(file, nameOf(file));
  if (existsSync(`${file}-wal`)) linkSync(`${file}-wal`, `${nameOf(file)}-wal`);
  const database = connect(nameOf(file), { fileMustExist: true, timeout: BUSY_TIMEOUT_MS }, key);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('query_only = ON');
    database.pragma('schema_version');
    forgetNames(file);
    return database;
  } catch (error) {
    try {
      forgetNames(file);
    } finally {
      database.close();
    }
    throw error;
  }
}

const nameOf = (file: string): string => `${file}.reading`;

/** A kill may have left them. As second names of a ward they would keep it from being overwritten when it is sealed. */
export function forgetNames(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(nameOf(file) + end, { force: true });
}
