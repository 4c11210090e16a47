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

/** How long an act waits for another desk's write before it is told that the ward is busy. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 4;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/**
 * Kysely's SQLite driver, but a transaction takes the write lock when it begins. Deferred ones find out
 * only at their first write that another desk was quicker, after they have read what no longer holds.
 * While the lock is held elsewhere this waits without blocking the thread.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
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
}

/** Preparing costs more than running for most of our statements, and there are only a few hundred. */
function withPreparedOnce(database: Database.Database) {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare: (sql: string): SqliteStatement => {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = database.prepare(sql) as unknown as SqliteStatement;
      if (prepared.size < 1000) prepared.set(sql, statement);
      return statement;
    },
  };
}

/** `reads`: a connection that cannot write, whose transactions are snapshots. `writes`: see above. */
export function kyselyOn(database: Database.Database, use: 'reads' | 'writes'): Kysely<Schema> {
  const config = { database: withPreparedOnce(database) };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => (use === 'writes' ? new ImmediateDriver(config) : new SqliteDriver(config)),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
