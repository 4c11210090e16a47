import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import type { Reads } from '../ipc/context.ts';

/** The first thing that SQLite finds wrong; null for a whole file. `full` compares every index with its table, too. */
export function firstProblem(database: Database, how: 'quick' | 'full'): string | null {
  const check = how === 'full' ? 'integrity_check' : 'quick_check';
  const found = database.pragma(`${check}(1)`, { simple: true });
  return found === 'ok' ? null : `${check}: ${String(found)}`;
}

/** What SQLite itself finds wrong with the file: damaged pages and indexes, rows that point nowhere. */
export async function integrityProblems(db: Reads): Promise<{ check: string; detail: string }[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const orphans = await sql<{
    table: string;
    rowid: number | null;
    parent: string;
  }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows
      .filter(({ integrity_check }) => integrity_check !== 'ok')
      .map(({ integrity_check }) => ({ check: 'integrity_check', detail: integrity_check })),
    ...orphans.rows.map(({ table, rowid, parent }) => ({
      check: 'foreign_key_check',
      detail: `${table} ${rowid ?? '?'} → ${parent}`,
    })),
  ];
}
