import { createHash } from 'node:crypto';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { LabField } from '#shared/contract/lab-row.ts';
import type { LabFileId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { headingKey } from '../spreadsheets/heading-text.ts';
import type { LabFate } from './lab-types.ts';
import type { LabColumnGuess } from './read-lab-file.ts';

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

export const findLabFile = (db: Reads, hash: string) =>
  db.selectFrom('lab_file').select('id').where('file_hash', '=', hash).executeTakeFirst();

/** What became of a file's rows, as it stands; empty where its import was taken back. */
export const fatesOf = (db: Reads, labFileId: LabFileId) =>
  db
    .selectFrom('lab_row')
    .selectAll()
    .where('lab_file_id', '=', labFileId)
    .where('superseded_by', 'is', null)
    .orderBy('row')
    .execute();

/** Rows that wait for a decision at `at`, with when they came into quarantine. */
export const readQuarantineAt = (db: Reads, at: Instant) =>
  db
    .selectFrom('lab_row as r')
    .innerJoin('lab_file as f', 'f.id', 'r.lab_file_id')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .select([
      'r.row',
      'r.barcode',
      'r.document',
      'r.orf',
      'r.n',
      'r.result',
      'f.file_name',
      'act.recorded_at',
    ])
    .where('r.superseded_by', 'is', null)
    .where('r.status', '=', sql.lit('quarantined' as const))
    .where('act.recorded_at', '<=', at)
    // The word in the text and this order are those of the index of what waits: any other reads every row ever.
    .orderBy('r.lab_file_id')
    .execute();

export type WaitingRow = Awaited<ReturnType<typeof readQuarantineAt>>[number];

export type LabRowFact = Selectable<Schema['lab_row']>;

/** The row that waits for a decision; refuses one that never did, or that somebody has dealt with. */
export async function requireQuarantined(db: Reads, labFileId: LabFileId, row: number): Promise<LabRowFact> {
  const fact = await db
    .selectFrom('lab_row')
    .selectAll()
    .where('lab_file_id', '=', labFileId)
    .where('row', '=', row)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(fact !== undefined && fact.problem !== null, 'no-such-lab-row', () => ({ row: String(row) }));
  if (fact.status === 'quarantined') return fact;
  const { name } = await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select('operator.name')
    .where('act.seq', '=', fact.recorded_by)
    .executeTakeFirstOrThrow();
  throw new Refusal('lab-row-solved', { row: String(row), who: name });
}

/** Whether a file was taken in before that result was: without dates, what came earlier is the older report. */
export async function cameBefore(db: Reads, labFileId: LabFileId, resultId: number): Promise<boolean> {
  const row = await db
    .selectFrom('lab_file as f')
    .innerJoin('nat_result as r', (join) => join.onRef('f.opened_by', '<', 'r.recorded_by'))
    .select('f.id')
    .where('f.id', '=', labFileId)
    .where('r.id', '=', resultId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function readRememberedHeadings(db: Reads): Promise<Record<string, LabField>> {
  const rows = await db.selectFrom('lab_heading').selectAll().execute();
  return Object.fromEntries(rows.map(({ heading, field }) => [heading, field]));
}

/** What somebody chose for a heading holds for the next files, too. */
export async function rememberHeadings(tx: Tx, columns: readonly LabColumnGuess[]): Promise<void> {
  for (const { heading, field, source } of columns) {
    if (source !== 'chosen' || heading === '') continue;
    const key = headingKey(heading);
    await tx.deleteFrom('lab_heading').where('heading', '=', key).execute();
    if (field !== null) await tx.insertInto('lab_heading').values({ heading: key, field }).execute();
  }
}

/** Writes what became of each row, with the row as it was read. */
export async function insertFates(
  tx: Tx,
  labFileId: LabFileId,
  fates: readonly LabFate[],
  act: Act,
): Promise<void> {
  const rows = fates.map(
    (fate): Insertable<Schema['lab_row']> => ({
      lab_file_id: labFileId,
      row: fate.line.row,
      status: fate.status,
      problem: fate.status === 'quarantined' ? fate.problem : null,
      params: JSON.stringify(
        fate.status === 'quarantined' || fate.note === null
          ? fate.params
          : { ...fate.params, note: fate.note },
      ),
      barcode: fate.line.barcode,
      name: fate.line.name,
      document: fate.line.document,
      sampled: fate.line.sampled,
      sampled_at: fate.line.sampledAt,
      reported_at: fate.line.reportedAt,
      orf: fate.line.orf,
      n: fate.line.n,
      result: fate.line.result,
      stay_id: fate.status === 'quarantined' ? null : fate.stayId,
      recorded_by: act.seq,
    }),
  );
  for (const some of inChunks(rows, 500)) await tx.insertInto('lab_row').values(some).execute();
}
