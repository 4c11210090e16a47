import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type DatabaseConstructor from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { readsOn, writesOn } from './dialect.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION, versionOf } from './migrate.ts';
import type { Schema } from './schema.ts';
import { WriteLatch } from './write-latch.ts';

const Database = createRequire(import.meta.url)('better-sqlite3') as typeof DatabaseConstructor;

/** Of readers, which in WAL mode meet a lock only while a file is being recovered or put away. */
const BUSY_TIMEOUT_MS = 20;
/** Of the writer once it is open: waiting for another desk's write must not block the thread; see dialect.ts. */
const WRITER_TIMEOUT_MS = 0;
/** While opening there is nothing else to do, and another desk may be in the middle of an import. */
const OPENING_TIMEOUT_MS = 10_000;

/** Why a file cannot be opened as a ward. Each has a sentence among the refusals, under `ward-…`. */
export type WardFileFault = 'missing' | 'exists' | 'not-a-ward' | 'newer' | 'damaged';

export class WardFileError extends Error {
  readonly fault: WardFileFault;
  readonly file: string;

  constructor(fault: WardFileFault, file: string, cause?: unknown) {
    super(`ward file ${fault}`, { cause });
    this.fault = fault;
    this.file = file;
  }
}

/** One ward file, open: everything written goes through `write`, and `read` cannot write. */
export interface WardDb {
  file: string;
  write: Kysely<Schema>;
  read: Kysely<Schema>;
  /** Counts what other desks and other threads have committed: another number means something changed. */
  changesElsewhere(): number;
  /**
   * Opens the writing connection anew and checks the file, if writing was stopped by a fault (write-latch.ts).
   * True when acts may be written. The next act tries by itself, 10 s after the fault or the last try.
   */
  recover(): Promise<boolean>;
  close(): Promise<void>;
}

export function connect(file: string, options: DatabaseConstructor.Options): DatabaseConstructor.Database {
  const nativeBinding = process.env.FANGCANG_SQLITE_BINDING;
  return new Database(file, {
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding ? { nativeBinding } : {}),
    ...options,
  });
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

/**
 * Creates the file with its tables and what `fill` puts in; refuses one that is there. It gets its name only
 * when it is whole, so that a power cut leaves no half hospital behind.
 */
export function createWardFile(file: string, fill: (database: DatabaseConstructor.Database) => void): void {
  if (existsSync(file)) throw new WardFileError('exists', file);
  makeFolder(dirname(file));
  const unfinished = `${file}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const database = connect(unfinished, {});
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
    database.transaction(() => fill(database)).immediate();
  } finally {
    database.close();
  }
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new WardFileError('exists', file);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** One level after the other: Node's own recursion never ends where a folder cannot be made, as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another desk may have been quicker; that is as good.
    if (!existsSync(path)) throw error;
  }
}

/** Opens a ward that exists; never creates one by accident, never writes to a file that is no ward. */
export function openWardFile(file: string): WardDb {
  if (!existsSync(file)) throw new WardFileError('missing', file);
  let writer = openChecked(file, 'opening');
  const reader = connect(file, { readonly: true, fileMustExist: true });
  let timesOpened = 1;
  let changes = 0;
  let wanted = true;
  const latch = new WriteLatch(() => {
    if (!wanted) throw new Error('the ward was closed');
    writer.close();
    writer = openChecked(file, 'after a fault');
    timesOpened += 1;
  });
  const write = writesOn(() => writer, latch);
  return {
    file,
    write,
    read: readsOn(reader),
    changesElsewhere: () => {
      try {
        // SQLite counts for each connection, so what a new one says is news, whatever the number.
        changes = timesOpened * 2 ** 32 + Number(writer.pragma('data_version', { simple: true }));
      } catch {
        // Busy for a moment, or closed by a fault: no news now. An act that meets the fault tells of it.
      }
      return changes;
    },
    recover: () => write.connection().execute(async () => latch.recover()),
    close: async () => {
      wanted = false;
      reader.close();
      writer.close();
    },
  };
}

/** After a fault somebody waits, and the whole file is read through before anything is written to it. */
function openChecked(file: string, when: 'opening' | 'after a fault'): DatabaseConstructor.Database {
  let database: DatabaseConstructor.Database | undefined;
  try {
    const timeout = when === 'opening' ? OPENING_TIMEOUT_MS : BUSY_TIMEOUT_MS;
    database = connect(file, { fileMustExist: true, timeout });
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new WardFileError('not-a-ward', file);
    }
    if (versionOf(database) > SCHEMA_VERSION) throw new WardFileError('newer', file);
    if (when === 'after a fault' && database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new WardFileError('damaged', file);
    }
    migrate(database);
    const sentinel = database.prepare('SELECT count(*) AS n FROM hospital WHERE id = 1').get() as {
      n: number;
    };
    if (sentinel.n !== 1) throw new WardFileError('damaged', file);
    insistOnDurability(database);
    database.pragma(`busy_timeout = ${WRITER_TIMEOUT_MS}`);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof WardFileError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'SQLITE_NOTADB') throw new WardFileError('not-a-ward', file, error);
    if (code === 'SQLITE_CORRUPT') throw new WardFileError('damaged', file, error);
    throw error;
  }
}
