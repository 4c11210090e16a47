import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type { Schema } from './schema.ts';
import { isBusy } from './sqlite-error.ts';
import type { WriteLatch } from './write-latch.ts';

/** How long an act waits for another desk's write before it is told that the ward is busy. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 4;

/**
 * Kysely's SQLite driver, but a transaction takes the write lock when it begins. Deferred ones find out
 * only at their first write that another desk was quicker, after they have read what no longer holds.
 *
 * While the lock is held elsewhere this sleeps on the event loop, so the writing connection has a
 * `busy_timeout` of 0 (open.ts). With any other, SQLite itself sleeps inside `begin immediate`, on the thread
 * that draws the board: 20 ms of it between naps of 4 ms kept a desk still for most of another's import.
 */
class WritingDriver extends SqliteDriver {
  readonly #writer: () => Database.Database;
  readonly #latch: WriteLatch;
  #guarded: DatabaseConnection | null = null;

  constructor(writer: () => Database.Database, latch: WriteLatch) {
    super({ database: withPreparedOnce(writer) });
    this.#writer = writer;
    this.#latch = latch;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#guarded ??= guardedBy(this.#latch, await super.acquireConnection());
    return this.#guarded;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // Kysely lends the connection to one at a time, so no other transaction is on it when it is reopened here.
    await this.#latch.recoverWhenDue();
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await sleep(RETRY_MS);
      }
    }
  }

  /** SQLite has rolled back by itself after some faults; a second time would hide the fault behind its own. */
  override async rollbackTransaction(): Promise<void> {
    if (!this.#writer().inTransaction) return;
    const stopped = this.#latch.closed;
    try {
      this.#writer().exec('rollback');
    } catch (error) {
      if (!stopped) throw this.#latch.judge(error);
    }
  }
}

class ReadingDriver extends SqliteDriver {
  readonly #latch: WriteLatch;
  #judged: DatabaseConnection | null = null;

  constructor(reader: () => Database.Database, latch: WriteLatch) {
    super({ database: withPreparedOnce(reader) });
    this.#latch = latch;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#judged ??= judgedBy(this.#latch, await super.acquireConnection());
    return this.#judged;
  }
}

/** Reading goes on whatever was found; the latch only hears of it. */
function judgedBy(latch: WriteLatch, connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async (query, options) => {
      try {
        return await connection.executeQuery(query, options);
      } catch (error) {
        throw latch.judgeReading(error);
      }
    },
    async *streamQuery(query, chunkSize, options) {
      try {
        yield* connection.streamQuery(query, chunkSize, options);
      } catch (error) {
        throw latch.judgeReading(error);
      }
    },
  };
}

/**
 * The latch sees every statement's error, a commit's too, and once it is closed lets none through: one that came
 * after SQLite's own rollback would be a transaction, and a commit, by itself.
 */
function guardedBy(latch: WriteLatch, connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async (query, options) => {
      latch.insistOpen();
      try {
        return await connection.executeQuery(query, options);
      } catch (error) {
        throw latch.judge(error);
      }
    },
    async *streamQuery(query, chunkSize, options) {
      latch.insistOpen();
      try {
        yield* connection.streamQuery(query, chunkSize, options);
      } catch (error) {
        throw latch.judge(error);
      }
    },
  };
}

/** Preparing costs more than running for most of our statements, and there are only a few hundred. */
function withPreparedOnce(current: () => Database.Database) {
  const prepared = new Map<string, SqliteStatement>();
  let preparedOn: Database.Database | null = null;
  return {
    close: () => {
      prepared.clear();
      current().close();
    },
    prepare: (sql: string): SqliteStatement => {
      const database = current();
      if (database !== preparedOn) prepared.clear();
      preparedOn = database;
      const known = prepared.get(sql);
      if (known) return known;
      const statement = database.prepare(sql) as unknown as SqliteStatement;
      if (prepared.size < 1000) prepared.set(sql, statement);
      return statement;
    },
  };
}

const kyselyWith = (createDriver: () => SqliteDriver): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });

/** On the connection that cannot write: its transactions are snapshots. A fault that it meets closes the latch. */
export const readsOn = (reader: () => Database.Database, latch: WriteLatch): Kysely<Schema> =>
  kyselyWith(() => new ReadingDriver(reader, latch));

/** On the connection that writes, which is another one after the latch had to open it anew. */
export const writesOn = (writer: () => Database.Database, latch: WriteLatch): Kysely<Schema> =>
  kyselyWith(() => new WritingDriver(writer, latch));
