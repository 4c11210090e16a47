import type { Selectable } from 'kysely';
import type { ExaminationId, StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { readPresentIds } from '../stays/present-stays.ts';

export type Examination = Selectable<Schema['examination']>;

/** Examinations as they stand, by when they are due, of everybody present or of some stays. */
export async function readExaminations(
  db: Reads,
  which: 'present' | readonly StayId[],
): Promise<Map<StayId, Examination[]>> {
  const found = new Map<StayId, Examination[]>();
  const all = db
    .selectFrom('examination as e')
    .selectAll('e')
    .where('e.superseded_by', 'is', null)
    .orderBy('e.due_at')
    .orderBy('e.id');
  const take = (rows: Examination[]) => {
    for (const row of rows) {
      const examinations = found.get(row.stay_id);
      if (examinations) examinations.push(row);
      else found.set(row.stay_id, [row]);
    }
  };
  const stays = which === 'present' ? await readPresentIds(db) : which;
  for (const ids of inChunks(stays, 500)) take(await all.where('e.stay_id', 'in', ids).execute());
  return found;
}

export const findExamination = (db: Reads, examinationId: ExaminationId): Promise<Examination | undefined> =>
  db
    .selectFrom('examination')
    .selectAll()
    .where('examination_id', '=', examinationId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();

type Written = Omit<Examination, 'id' | 'recorded_by' | 'superseded_by' | 'restores'>;

export const insertExamination = (tx: Tx, examination: Written, seq: number) =>
  tx
    .insertInto('examination')
    .values({ ...examination, recorded_by: seq })
    .execute();

/** The same examination with something changed, as a new fact. */
export const writtenOf = ({
  stay_id,
  examination_id,
  kind,
  due_at,
  done_at,
  cancelled,
  finding,
}: Examination): Written => ({
  stay_id,
  examination_id,
  kind,
  due_at,
  done_at,
  cancelled,
  finding,
});
