import type { BedId, CareUnitId, StayId, ZoneId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

const AT_ONCE = 500;

/** The zones of these care units, of these beds, and of the beds in which these patients lie now. */
export async function zonesOf(
  db: Reads,
  touched: { units: readonly CareUnitId[]; beds: readonly BedId[]; stays: readonly StayId[] },
): Promise<ZoneId[]> {
  const zones: { zone_id: ZoneId }[] = [];
  for (const some of inChunks(touched.units, AT_ONCE)) zones.push(...(await ofUnits(db, some)));
  for (const some of inChunks(touched.beds, AT_ONCE)) zones.push(...(await ofBeds(db, some)));
  for (const some of inChunks(touched.stays, AT_ONCE)) zones.push(...(await ofStays(db, some)));
  return zones.map(({ zone_id }) => zone_id);
}

/** Code and name, as a refusal says them. */
export async function placeNameOf(db: Reads, id: ZoneId): Promise<string> {
  const { code, name } = await db
    .selectFrom('zone')
    .select(['code', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return `${code} ${name}`;
}

const ofUnits = (db: Reads, ids: readonly CareUnitId[]) =>
  db.selectFrom('care_unit').select('zone_id').distinct().where('id', 'in', ids).execute();

const ofBeds = (db: Reads, ids: readonly BedId[]) =>
  db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .select('care_unit.zone_id')
    .distinct()
    .where('bed.id', 'in', ids)
    .execute();

const ofStays = (db: Reads, ids: readonly StayId[]) =>
  db
    .selectFrom('bed_assignment')
    .innerJoin('bed', 'bed.id', 'bed_assignment.bed_id')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .select('care_unit.zone_id')
    .distinct()
    .where('bed_assignment.stay_id', 'in', ids)
    .where('bed_assignment.superseded_by', 'is', null)
    .where('bed_assignment.to_at', 'is', null)
    .execute();
