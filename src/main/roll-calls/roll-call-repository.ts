import type { Selectable } from 'kysely';
import type { OperatorId, RollCallId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { RollCallsSchema } from '../db/leads/roll-calls-schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

type RollCallFact = Selectable<RollCallsSchema['roll_call']>;

/** A roll call with the words for it: where, by whom. */
export type RollCall = RollCallFact & {
  zone: string | null;
  unit: string | null;
  begunByName: string;
  closedByName: string | null;
};

export const scopeOf = ({ zone_id, care_unit_id }: RollCall): 'ward' | 'zone' | 'care-unit' =>
  care_unit_id !== null ? 'care-unit' : zone_id !== null ? 'zone' : 'ward';

export const placeOf = ({ zone, unit }: RollCall): string => unit ?? zone ?? '';

const selectRollCalls = (db: Reads) =>
  db
    .selectFrom('roll_call as r')
    .leftJoin('zone', 'zone.id', 'r.zone_id')
    .leftJoin('care_unit', 'care_unit.id', 'r.care_unit_id')
    .innerJoin('operator as beginner', 'beginner.id', 'r.begun_by')
    .leftJoin('operator as closer', 'closer.id', 'r.closed_by')
    .selectAll('r')
    .select([
      'zone.code as zone',
      'care_unit.code as unit',
      'beginner.name as begunByName',
      'closer.name as closedByName',
    ])
    .where('r.superseded_by', 'is', null);

export async function requireRollCall(db: Reads, rollCallId: RollCallId): Promise<RollCall> {
  const found = await selectRollCalls(db).where('r.roll_call_id', '=', rollCallId).executeTakeFirst();
  refuseUnless(found !== undefined, 'no-such-roll-call');
  return found;
}

export const readOpenRollCalls = (db: Reads): Promise<RollCall[]> =>
  selectRollCalls(db).where('r.closed_at', 'is', null).orderBy('r.begun_at', 'desc').execute();

/** The latest closed ones, latest first. */
export const readClosedRollCalls = (db: Reads, limit: number): Promise<RollCall[]> =>
  selectRollCalls(db)
    .where('r.closed_at', 'is not', null)
    .orderBy('r.begun_at', 'desc')
    .limit(limit)
    .execute();

/** The beds of a roll call in walking order: care unit by care unit, bed by bed. */
export const readWalk = (
  db: Reads,
  { zone_id, care_unit_id }: Pick<RollCallFact, 'zone_id' | 'care_unit_id'>,
) =>
  db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .innerJoin('zone', 'zone.id', 'care_unit.zone_id')
    .select([
      'bed.id',
      'bed.code',
      'bed.care_unit_id',
      'care_unit.zone_id',
      'care_unit.code as unit',
      'zone.code as zone',
    ])
    .$if(zone_id !== null, (q) => q.where('care_unit.zone_id', '=', zone_id as never))
    .$if(care_unit_id !== null, (q) => q.where('care_unit.id', '=', care_unit_id as never))
    .orderBy('zone.code')
    .orderBy('care_unit.code')
    .orderBy('bed.code')
    .execute();

export async function insertRollCall(
  tx: Tx,
  row: Pick<RollCallFact, 'roll_call_id' | 'zone_id' | 'care_unit_id' | 'begun_by' | 'begun_at'>,
  seq: number,
  closing: { by: OperatorId; at: Instant; note: string } | null = null,
): Promise<void> {
  const { roll_call_id, zone_id, care_unit_id, begun_by, begun_at } = row;
  await tx
    .insertInto('roll_call')
    .values({
      ...{ roll_call_id, zone_id, care_unit_id, begun_by, begun_at },
      closed_by: closing?.by ?? null,
      closed_at: closing?.at ?? null,
      note: closing?.note ?? '',
      recorded_by: seq,
    })
    .execute();
}
