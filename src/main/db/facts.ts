import type { Reads, Tx } from '../ipc/context.ts';
import { inChunks } from './chunks.ts';
import type { FactTable } from './schema.ts';

/**
 * Marks a fact as no longer holding. The tables differ only in columns that this does not touch, so one of
 * them stands for all in the types.
 */
export async function supersede(tx: Tx, table: FactTable, id: number, seq: number): Promise<void> {
  const result = await tx
    .updateTable(table as 'bed_assignment')
    .set({ superseded_by: seq })
    .where('id', '=', id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`${table} ${id} was superseded already`);
}

/** The same for many at once; each has to hold still. */
export async function supersedeAll(
  tx: Tx,
  table: FactTable,
  ids: readonly number[],
  seq: number,
): Promise<void> {
  for (const some of inChunks(ids, 1000)) {
    const result = await tx
      .updateTable(table as 'bed_assignment')
      .set({ superseded_by: seq })
      .where('id', 'in', some)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (result.numUpdatedRows !== BigInt(some.length))
      throw new Error(`some of ${table} were superseded already`);
  }
}

interface Recorded {
  id: number;
  recorded_by: number;
  restores: number | null;
}

/** The act that first said what a fact says: an undo writes a fact again that an earlier act had recorded. */
export async function firstRecordedBy(
  db: Reads,
  table: FactTable,
  facts: readonly Recorded[],
): Promise<(fact: Recorded) => number> {
  const known = new Map<number, Recorded>();
  let wanted = facts.flatMap(({ restores }) => restores ?? []);
  while (wanted.length > 0) {
    const found: Recorded[] = [];
    for (const some of inChunks(wanted, 1000))
      found.push(
        ...(await db
          .selectFrom(table as 'bed_assignment')
          .select(['id', 'recorded_by', 'restores'])
          .where('id', 'in', some)
          .execute()),
      );
    for (const fact of found) known.set(fact.id, fact);
    wanted = found.flatMap(({ restores }) => (restores === null || known.has(restores) ? [] : restores));
  }
  const first = (fact: Recorded): number => {
    const before = fact.restores === null ? undefined : known.get(fact.restores);
    return before ? first(before) : fact.recorded_by;
  };
  return first;
}
