import type { PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { readPresentIds } from '../stays/present-stays.ts';

export interface Marked {
  mark: PatientMark;
  since: Instant;
  note: string;
  who: string;
}

/** Marks that somebody has now, of everybody present or of some stays. */
export async function readMarks(
  db: Reads,
  which: 'present' | readonly StayId[],
): Promise<Map<StayId, Marked[]>> {
  const found = new Map<StayId, Marked[]>();
  const all = db
    .selectFrom('patient_mark as m')
    .innerJoin('act', 'act.seq', 'm.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['m.stay_id', 'm.mark', 'm.from_at', 'm.note', 'operator.name as who'])
    .where('m.superseded_by', 'is', null)
    .where('m.to_at', 'is', null)
    .orderBy('m.from_at')
    .orderBy('m.id');
  const stays = which === 'present' ? await readPresentIds(db) : which;
  for (const ids of inChunks(stays, 500)) {
    const rows = await all.where('m.stay_id', 'in', ids).execute();
    for (const { stay_id, from_at, ...mark } of rows) {
      const marks = found.get(stay_id) ?? [];
      marks.push({ ...mark, since: from_at });
      found.set(stay_id, marks);
    }
  }
  return found;
}

export const findMark = (db: Reads, stayId: StayId, mark: PatientMark) =>
  db
    .selectFrom('patient_mark')
    .selectAll()
    .where('stay_id', '=', stayId)
    .where('mark', '=', mark)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .executeTakeFirst();

export const insertMark = (
  tx: Tx,
  row: { stayId: StayId; mark: PatientMark; note: string; from: Instant; to: Instant | null; seq: number },
) =>
  tx
    .insertInto('patient_mark')
    .values({
      stay_id: row.stayId,
      mark: row.mark,
      note: row.note,
      from_at: row.from,
      to_at: row.to,
      recorded_by: row.seq,
    })
    .execute();
