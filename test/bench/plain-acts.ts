import type { Database, Statement } from 'better-sqlite3';
import { connect } from '#main/db/open.ts';
import { FACT_TABLES, type FactTable } from '#main/db/schema.ts';
import { plainInserts, type Row } from './plain-inserts.ts';

/** What one act wrote, row by row. */
export interface Written {
  act: Row;
  inserts: [table: string, row: Row][];
  updates: [table: 'person' | 'stay', row: Row][];
  superseded: [table: FactTable, id: unknown, by: number][];
  versions: [table: 'stay' | 'bed', id: unknown, seq: number][];
}

/** Watches a ward from outside and tells what each act has written since it was last asked. */
export class ActReader {
  private readonly database: Database;
  private readonly last = new Map<string, number>();
  /** Facts written while watching that still held: the ones that a later act may supersede. */
  private readonly holding = new Map<FactTable, Set<unknown>>();
  private readonly known = new Set<unknown>();

  constructor(file: string) {
    this.database = connect(file, { readonly: true });
    for (const table of ['act', ...FACT_TABLES]) this.last.set(table, this.newest(table));
  }

  /** The rows of the one act since the last call. */
  next(): Written {
    const acts = this.since('act', 'seq');
    const [act] = acts;
    if (acts.length !== 1 || act === undefined)
      throw new Error(`${acts.length} acts at once; a benchmark makes one at a time`);
    const seq = Number(act.seq);
    const written: Written = { act, inserts: [], updates: [], superseded: [], versions: [] };
    const subjects = this.all('select * from act_subject where act_seq = ?', seq);
    this.people(subjects, written);
    for (const row of this.all('select * from protocol_version where written_by = ?', seq))
      written.inserts.push(['protocol_version', row]);
    for (const table of FACT_TABLES) this.facts(table, seq, written);
    for (const table of ['act_undo', 'act_subject', 'act_change', 'act_reply'])
      for (const row of this.all(`select * from ${table} where act_seq = ?`, seq))
        written.inserts.push([table, row]);
    for (const { kind, subject_id } of subjects)
      if (kind === 'stay' || kind === 'bed') written.versions.push([kind, subject_id, seq]);
    return written;
  }

  close(): void {
    this.database.close();
  }

  private people(subjects: readonly Row[], { inserts, updates }: Written): void {
    for (const { kind, subject_id } of subjects)
      if (kind === 'lab-file')
        for (const row of this.all('select * from lab_file where id = ?', subject_id))
          inserts.push(['lab_file', row]);
    for (const kind of ['roster', 'person', 'stay'] as const) {
      for (const { subject_id } of subjects.filter((subject) => subject.kind === kind)) {
        for (const row of this.all(`select * from ${kind} where id = ?`, subject_id)) {
          const again = this.known.has(subject_id);
          if (kind === 'stay' && row.family_id !== null && !this.known.has(row.family_id)) {
            this.known.add(row.family_id);
            inserts.push(['family', { id: row.family_id }]);
          }
          if (!again) inserts.push([kind, row]);
          else if (kind !== 'roster') updates.push([kind, row]);
          this.known.add(subject_id);
        }
      }
    }
  }

  private facts(table: FactTable, seq: number, { inserts, superseded }: Written): void {
    const holding = this.holding.get(table) ?? new Set();
    this.holding.set(table, holding);
    for (const id of holding) {
      const [fact] = this.all(`select superseded_by from ${table} where id = ?`, id);
      if (fact?.superseded_by !== seq) continue;
      superseded.push([table, id, seq]);
      holding.delete(id);
    }
    for (const row of this.since(table, 'id')) {
      inserts.push([table, row]);
      holding.add(row.id);
    }
  }

  private since(table: string, column: string): Row[] {
    const rows = this.all(
      `select * from ${table} where ${column} > ? order by ${column}`,
      this.last.get(table),
    );
    if (rows.length > 0) this.last.set(table, this.newest(table));
    return rows;
  }

  private newest(table: string): number {
    const column = table === 'act' ? 'seq' : 'id';
    return Number(this.database.prepare(`select max(${column}) from ${table}`).pluck().get() ?? 0);
  }

  private readonly statements = new Map<string, Statement>();

  private all(sql: string, value: unknown): Row[] {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement.all(value) as Row[];
  }
}

/**
 * Writes acts again into a copy of the ward: nothing but better-sqlite3, prepared statements and one
 * transaction an act, with the durability of the program (WAL, FULL) and the same tables, indexes and triggers.
 */
export class PlainWriter {
  readonly database: Database;
  private readonly transaction: (written: Written) => void;

  constructor(file: string) {
    const database = connect(file, {});
    this.database = database;
    database.pragma('journal_mode = WAL');
    database.pragma('foreign_keys = ON');
    // better-sqlite3 drops to NORMAL at the first write in WAL mode, so FULL is set after one.
    database.prepare('update hospital set opened_at = opened_at').run();
    database.pragma('synchronous = FULL');
    const insert = plainInserts(database);
    const prepared = new Map<string, Statement>();
    const run = (sql: string, ...values: unknown[]) => {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      statement.run(...values);
    };
    const write = ({ act, inserts, updates, superseded, versions }: Written) => {
      insert('act', act);
      for (const [table, id, by] of superseded)
        run(`update ${table} set superseded_by = ? where id = ?`, by, id);
      for (const [table, row] of inserts) insert(table, row);
      for (const [table, row] of updates) {
        const columns = Object.keys(row).filter((column) => column !== 'id');
        const values = columns.map((column) => row[column]);
        run(
          `update ${table} set ${columns.map((column) => `${column} = ?`).join()} where id = ?`,
          ...values,
          row.id,
        );
      }
      for (const [table, id, seq] of versions) run(`update ${table} set version = ? where id = ?`, seq, id);
    };
    this.transaction = database.transaction(write).immediate;
  }

  write(written: Written): void {
    this.transaction(written);
  }

  close(): void {
    this.database.close();
  }
}
