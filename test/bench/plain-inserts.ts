import type { Database, Statement } from 'better-sqlite3';

export type Row = Record<string, unknown>;

/** Inserts rows by plain prepared statements, one for each set of columns; answers the rowid. */
export function plainInserts(database: Database): (table: string, row: Row) => number | bigint {
  const prepared = new Map<string, Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join()}`;
    let statement = prepared.get(key);
    if (!statement) {
      const names = columns.map((column) => `"${column}"`).join(', ');
      const values = columns.map(() => '?').join(', ');
      statement = database.prepare(`insert into ${table} (${names}) values (${values})`);
      prepared.set(key, statement);
    }
    return statement.run(...Object.values(row)).lastInsertRowid;
  };
}
