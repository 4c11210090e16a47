import type { Database } from 'better-sqlite3';
import type { WardSecret } from '../keys/ward-secret.ts';
import { connect } from './connect.ts';
import { makeOwnFile } from './durable.ts';
import { APPLICATION_ID, SCHEMA_VERSION, versionOf } from './migrate.ts';
import { isBusy } from './sqlite-error.ts';

/*
 * What SQLite does with a ward's file as a whole. Only this folder speaks its dialect.
 */

/**
 * One snapshot, which keeps nobody from writing, into a new file; of a sealed ward that is sealed with the same key. A
 * damaged page ends it. SQLite's backup interface would make a plain file of a sealed one, or a useless one.
 */
export const copyWhole = (database: Database, to: string): void => {
  // It takes an empty file as it would make one itself.
  makeOwnFile(to);
  database.prepare('VACUUM INTO ?').run(to);
};

/** Takes the -wal into the file itself: a swap moves that alone, and what lies beside it is of the other one. */
export const takeInWal = (database: Database): void => {
  database.pragma('wal_checkpoint(TRUNCATE)');
};

/** The same, and none is begun any more. False where somebody else is reading. */
export const leaveWal = (database: Database): boolean =>
  database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';

/** Keeps everybody else out until the connection is closed; a VACUUM cannot run inside a transaction. */
export function holdAlone(database: Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('BEGIN EXCLUSIVE; COMMIT');
}

export const isWard = (database: Database): boolean =>
  database.pragma('application_id', { simple: true }) === APPLICATION_ID;

export const hasTable = (database: Database, name: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`).get(name) !== undefined;

/** Version, names and number of rows of everything, and the ward's own row: the same in a copy that is whole. */
export function contentOf(database: Database): unknown {
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return [
    database.pragma('application_id', { simple: true }),
    versionOf(database),
    wardIdOf(database),
    database.prepare('SELECT count(*) FROM sqlite_master').pluck().get(),
    tables.map((name) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  ];
}

export const wardIdOf = (database: Database): unknown =>
  database.prepare('SELECT ward_id FROM hospital WHERE id = 1').pluck().get();

/** Has another process the ward open? `key` is the secret of a sealed one. Not to be asked of a file that is open here. */
export function isOpenElsewhere(file: string, key: WardSecret | null): boolean {
  const database = connect(file, { fileMustExist: true, timeout: 500 }, key);
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.prepare('SELECT count(*) FROM hospital').get();
    return false;
  } catch (error) {
    // One that fails here in another way is replaced for a reason.
    return isBusy(error);
  } finally {
    database.close();
  }
}

/**
 * False for whatever cannot be opened: why, opening it tells better. A file with a journal of a killed program beside it
 * can only be read by a connection that may write, and so take back what had been begun.
 */
export function isOfEarlierVersion(file: string, key: WardSecret | null, readonly = true): boolean {
  let database: Database | undefined;
  try {
    database = connect(file, { readonly, fileMustExist: true }, key);
    return isWard(database) && versionOf(database) < SCHEMA_VERSION;
  } catch (error) {
    const journal = error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK';
    return journal && readonly && isOfEarlierVersion(file, key, false);
  } finally {
    database?.close();
  }
}
