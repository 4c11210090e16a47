import { existsSync, linkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type DatabaseConstructor from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { type KeysOfFile, keysOfFile, makeOpenKeys } from '../keys/keys-of-file.ts';
import { placeKeyFile } from '../keys/place-key-file.ts';
import { settleKeys, settleProtection } from '../keys/protection-leftovers.ts';
import type { WardKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { connect } from './connect.ts';
import { readsOn, writesOn } from './dialect.ts';
import { keepToOwner, makeFolder, makeOwnFile } from './durable.ts';
import { APPLICATION_ID, migrate } from './migrate.ts';
import { keyOf } from './open-checked.ts';
import { forgetNames } from './open-to-read.ts';
import type { Schema } from './schema.ts';
import { WardConnections } from './ward-connections.ts';
import { WardFileError } from './ward-file-error.ts';
import { takeInWal } from './whole-file.ts';
import { WriteLatch } from './write-latch.ts';

export { connect };

/** One ward file, open: everything written goes through `write`, and `read` cannot write. */
export interface WardDb {
  file: string;
  write: Kysely<Schema>;
  read: Kysely<Schema>;
  /** The ward's one secret, from which the keys of the audit and of backups come. */
  secret: WardSecret;
  /** Is the file encrypted with it? */
  sealed: boolean;
  /** Did the disk let it be read by one connection alone? Then no thread can have one of its own (open-to-read.ts). */
  isAlone(): boolean;
  /** Counts what other desks and other threads have committed: another number means something changed. */
  changesElsewhere(): number;
  /**
   * Opens the writing connection anew and checks the file, if writing was stopped by a fault (write-latch.ts).
   * True when acts may be written. The next act tries by itself, 10 s after the fault or the last try.
   */
  recover(): Promise<boolean>;
  /**
   * Takes the -wal into the file itself, if nobody is in the way: what must not go with a -wal that somebody removes
   * before the ward is put away for the first time (docs/decisions/backups.md).
   */
  settle(): Promise<void>;
  /** The fault that stopped writing; null while acts may be written. */
  stopped(): string | null;
  /** Writes nothing any more, as long as it is open: the file was found damaged. Reading goes on. */
  stop(problem: string): void;
  close(): Promise<void>;
}

/**
 * Creates the file with its tables and what `fill` puts in, and its key file; refuses one that is there. It gets its
 * name only when it is whole, so that a power cut leaves no half hospital behind.
 */
export function createWardFile(
  file: string,
  keys: WardKeys,
  fill: (database: DatabaseConstructor.Database) => void,
): void {
  if (existsSync(file)) throw new WardFileError('exists', file);
  makeFolder(dirname(file));
  const unfinished = `${file}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  makeOwnFile(unfinished);
  const database = connect(unfinished, {}, keys.file.protection === 'sealed' ? keys.secret : null);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
    database.transaction(() => fill(database)).immediate();
  } finally {
    database.close();
  }
  const putBack = placeKeyFile(file, keys.file);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    putBack();
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new WardFileError('exists', file);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Opens a ward that exists, on a disk without room for reading alone; never creates one by accident, never writes to a file that is no ward. A sealed one needs
 * its secret (keys/unlock-ward.ts); an open one has it in its key file, which is made where there is none.
 */
export function openWardFile(file: string, given: WardSecret | null = null): WardDb {
  if (!existsSync(file)) throw new WardFileError('missing', file);
  for (const suffix of ['', '-wal', '-shm']) keepToOwner(file + suffix);
  forgetNames(file);
  settleKeys(file);
  const at = keysOfFile(file, given);
  const key = keyOf(file, at);
  const connections = new WardConnections(file, key);
  const secret = secretOfWard(connections, file, at);
  const sealed = key !== null;
  if (connections.problem === null) settleProtection(file, sealed);
  let changes = 0;
  let wanted = true;
  const renew = () => {
    if (!wanted) throw new Error('the ward was closed');
    connections.renewWriter();
    settleProtection(file, sealed);
  };
  // The one that reads alone has to go first: not in the middle of a snapshot.
  const latch = new WriteLatch(async () =>
    connections.alone ? read.connection().execute(async () => renew()) : renew(),
  );
  if (connections.problem !== null) latch.closeUntilRecovered(connections.problem);
  const read = readsOn(() => connections.reader, latch);
  const write = writesOn(() => connections.writer, latch);
  return {
    file,
    secret,
    sealed,
    write,
    read,
    isAlone: () => connections.alone,
    changesElsewhere: () => {
      try {
        // SQLite counts for each connection, so what a new one says is news, whatever the number.
        changes =
          connections.timesOpened * 2 ** 32 +
          Number(connections.writer.pragma('data_version', { simple: true }));
      } catch {
        // Busy for a moment, or closed by a fault: no news now. An act that meets the fault tells of it.
      }
      return changes;
    },
    stopped: () => latch.problem,
    stop: (problem) => latch.closeForGood(problem),
    settle: async () => {
      try {
        await write.connection().execute(async () => takeInWal(connections.writer));
      } catch {
        // The acts stand in the -wal as they did before; the next one meets whatever is wrong.
      }
    },
    recover: () => write.connection().execute(() => latch.recover()),
    close: async () => {
      wanted = false;
      connections.close();
    },
  };
}

/** A key file of another ward would make an audit that nobody can check, and backups that nobody can read. */
function secretOfWard(connections: WardConnections, file: string, at: KeysOfFile): WardSecret {
  try {
    const row = connections.reader.prepare('SELECT ward_id FROM hospital WHERE id = 1').get() as {
      ward_id: string;
    };
    if (at.keys && at.keys.wardId !== row.ward_id) throw new WardFileError('wrong-key', file);
    return at.secret ?? makeOpenKeys(file, row.ward_id).secret;
  } catch (error) {
    connections.close();
    throw error;
  }
}
