import type { Selectable } from 'kysely';
import type { Symptom } from '#shared/contract/clinical-vocabulary.ts';
import type { Observation, VitalSigns } from '#shared/contract/rounds.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { readPresentIds } from '../stays/present-stays.ts';

type Row = Selectable<Schema['observation']>;

const COLUMNS = [
  'o.stay_id',
  'o.taken_at',
  'o.temperature',
  'o.pulse',
  'o.respiratory_rate',
  'o.spo2',
  'o.oxygen',
  'o.oxygen_flow',
  'o.systolic',
  'o.diastolic',
  'o.consciousness',
  'o.symptoms',
  'o.trend',
  'o.calm',
  'o.note',
] as const;

type Kept = Omit<Row, 'id' | 'recorded_by' | 'superseded_by' | 'restores'>;

export const observationOf = (row: Kept): Observation => ({
  takenAt: row.taken_at,
  temperature: row.temperature,
  pulse: row.pulse,
  respiratoryRate: row.respiratory_rate,
  spo2: row.spo2,
  oxygen: row.oxygen,
  oxygenFlow: row.oxygen_flow,
  systolic: row.systolic,
  diastolic: row.diastolic,
  consciousness: row.consciousness,
  symptoms: row.symptoms === null ? null : row.symptoms === '' ? [] : (row.symptoms.split(',') as Symptom[]),
  trend: row.trend,
  calm: row.calm === 1,
  note: row.note,
});

/** SQLite's own limit on parameters lies far above; the plan stays the same whatever the number. */
const IDS_AT_ONCE = 500;

/**
 * What was seen at the bedsides by `until`, oldest first, of everybody present or of some stays. A stay that
 * nobody has looked at is not in the map.
 */
export async function readObservations(
  db: Reads,
  which: 'present' | readonly StayId[],
  until: Instant,
): Promise<Map<StayId, Observation[]>> {
  const found = new Map<StayId, Observation[]>();
  const take = (rows: Kept[]) => {
    for (const row of rows) {
      const series = found.get(row.stay_id);
      if (series) series.push(observationOf(row));
      else found.set(row.stay_id, [observationOf(row)]);
    }
  };
  const all = db
    .selectFrom('observation as o')
    .select(COLUMNS)
    .where('o.superseded_by', 'is', null)
    .where('o.taken_at', '<=', until)
    .orderBy('o.stay_id')
    .orderBy('o.taken_at');
  const stays = which === 'present' ? await readPresentIds(db) : which;
  for (const ids of inChunks(stays, IDS_AT_ONCE)) take(await all.where('o.stay_id', 'in', ids).execute());
  return found;
}

/** The observation of this very moment, with its row. */
export const findObservation = (db: Reads, stayId: StayId, takenAt: Instant) =>
  db
    .selectFrom('observation as o')
    .innerJoin('act', 'act.seq', 'o.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(COLUMNS)
    .select(['o.id', 'operator.name as who'])
    .where('o.stay_id', '=', stayId)
    .where('o.taken_at', '=', takenAt)
    .where('o.superseded_by', 'is', null)
    .executeTakeFirst();

/** Every observation of a stay with the act that recorded it, latest first. */
export const readRecordedObservations = (db: Reads, stayId: StayId) =>
  db
    .selectFrom('observation as o')
    .innerJoin('act', 'act.seq', 'o.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(COLUMNS)
    .select(['act.id as act_id', 'act.recorded_at', 'operator.name as who'])
    .where('o.stay_id', '=', stayId)
    .where('o.superseded_by', 'is', null)
    .orderBy('o.taken_at', 'desc')
    .execute();

export const insertObservation = (
  tx: Tx,
  row: { stayId: StayId; takenAt: Instant; signs: VitalSigns; seq: number },
) =>
  tx
    .insertInto('observation')
    .values({
      stay_id: row.stayId,
      taken_at: row.takenAt,
      temperature: row.signs.temperature,
      pulse: row.signs.pulse,
      respiratory_rate: row.signs.respiratoryRate,
      spo2: row.signs.spo2,
      oxygen: row.signs.oxygen,
      oxygen_flow: row.signs.oxygenFlow,
      systolic: row.signs.systolic,
      diastolic: row.signs.diastolic,
      consciousness: row.signs.consciousness,
      symptoms: row.signs.symptoms === null ? null : row.signs.symptoms.join(','),
      trend: row.signs.trend,
      calm: row.signs.calm ? 1 : 0,
      note: row.signs.note,
      recorded_by: row.seq,
    })
    .execute();
