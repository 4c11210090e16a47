import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type DatabaseConstructor from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { kyselyOn } from './dialect.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION, versionOf } from './migrate.ts';
import type { Schema } from './schema.ts';

const Database = createRequire(import.meta.url)('better-sqlite3') as typeof DatabaseConstructor;

/** Short, because waiting for another desk's write is done without blocking; see dialect.ts. */
const BUSY_TIMEOUT_MS = 20;
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
  mkdirSync(dirname(file), { recursive: true });
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

/** Opens a ward that exists; never creates one by accident, never writes to a file that is no ward. */
export function openWardFile(file: string): WardDb {
  if (!existsSync(file)) throw new WardFileError('missing', file);
  const writer = openChecked(file);
  const reader = connect(file, { readonly: true, fileMustExist: true });
  const write = kyselyOn(writer, 'writes');
  const read = kyselyOn(reader, 'reads');
  return {
    file,
    write,
    read,
    changesElsewhere: () => Number(writer.pragma('data_version', { simple: true })),
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

function openChecked(file: string): DatabaseConstructor.Database {
  let database: DatabaseConstructor.Database | undefined;
  try {
    database = connect(file, { fileMustExist: true, timeout: OPENING_TIMEOUT_MS });
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new WardFileError('not-a-ward', file);
    }
    if (versionOf(database) > SCHEMA_VERSION) throw new WardFileError('newer', file);
    migrate(database);
    const sentinel = database.prepare('SELECT count(*) AS n FROM hospital WHERE id = 1').get() as {
      n: number;
    };
    if (sentinel.n !== 1) throw new WardFileError('damaged', file);
    insistOnDurability(database);
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
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
