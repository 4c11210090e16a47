import { type ActSpan, factTablesTouchedBy, touched } from '../db/facts-touched.ts';
import { valuesOf } from '../db/row-values.ts';
import type { FactTable } from '../db/schema.ts';
import type { Reads } from '../ipc/context.ts';

/** Rows that an act wrote once for all, by the column that names it; big contents stand there with their hash. */
const WRITTEN_ONCE = [
  { table: 'protocol_version', by: 'written_by', content: null },
  { table: 'release_list', by: 'opened_by', content: null },
  { table: 'lab_file', by: 'opened_by', content: 'content' },
  { table: 'signing_key', by: 'made_by', content: null },
] as const;

/**
 * What acts wrote, line by line, under the act's number: each fact it recorded with all its columns, each fact that
 * ended with it, the rows it brought in once for all.
 */
export async function linesWrittenBy(db: Reads, span: ActSpan): Promise<Map<number, string[]>> {
  const lines = new Map<number, string[]>();
  const add = (seq: number, line: readonly unknown[]) => {
    const text = JSON.stringify(line);
    const known = lines.get(seq);
    if (known) known.push(text);
    else lines.set(seq, [text]);
  };
  for (const table of await factTablesTouchedBy(db, span)) await addFacts(db, table, span, add);
  for (const { table, by, content } of WRITTEN_ONCE) {
    // The tables differ in columns; one of them stands for all in the types.
    const rows: Record<string, unknown>[] = await db
      .selectFrom(table as 'release_list')
      .selectAll()
      .where(by as 'opened_by', '>=', span.first)
      .where(by as 'opened_by', '<=', span.last)
      .execute();
    for (const { [content ?? '']: _, ...row } of rows) add(Number(row[by]), [table, ...valuesOf(row)]);
  }
  const units = await db
    .selectFrom('duty_unit')
    .innerJoin('duty', 'duty.duty_id', 'duty_unit.duty_id')
    .selectAll('duty_unit')
    .select('duty.recorded_by')
    .where('duty.recorded_by', '>=', span.first)
    .where('duty.recorded_by', '<=', span.last)
    .execute();
  for (const { recorded_by, duty_id, care_unit_id } of units)
    add(recorded_by, ['duty_unit', duty_id, care_unit_id]);
  return lines;
}

type Add = (seq: number, line: readonly unknown[]) => void;

async function addFacts(db: Reads, table: FactTable, { first, last }: ActSpan, add: Add): Promise<void> {
  const rows = await db
    .selectFrom(table as 'bed_assignment')
    .selectAll()
    .where((where) => touched(where, { first, last }))
    .execute();
  for (const { superseded_by, ...fact } of rows) {
    if (fact.recorded_by >= first && fact.recorded_by <= last)
      add(fact.recorded_by, [table, ...valuesOf(fact)]);
    if (superseded_by !== null && superseded_by >= first && superseded_by <= last)
      add(superseded_by, [table, fact.id]);
  }
}
