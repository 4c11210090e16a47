import { sql } from 'kysely';
import type { Reads } from '../ipc/context.ts';

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
