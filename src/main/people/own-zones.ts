import type { BedId, CareUnitId, StayId, ZoneId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { SubjectKind } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { Access } from './access.ts';

interface Subject {
  kind: SubjectKind;
  id: string;
}

/**
 * Refuses an act that touched a bed, a unit, a zone, or a patient in a bed outside the zones to which whoever acts is
 * limited. Asked after the use case and before the commit: by then it is known what it touched, whatever way it went.
 * Patients without a bed belong to no zone yet.
 */
export async function requireOwnZones(
  tx: Tx,
  { person }: Access,
  touched: readonly Subject[],
): Promise<void> {
  if (!person?.zones) return;
  const own = new Set<ZoneId>(person.zones);
  const ids = (...kinds: SubjectKind[]) =>
    touched.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const zones = ids('zone').map((id) => id as ZoneId);
  for (const some of inChunks(ids('care-unit'), 500))
    zones.push(...(await zonesOfUnits(tx, some as CareUnitId[])));
  for (const some of inChunks(ids('bed'), 500)) zones.push(...(await zonesOfBeds(tx, some as BedId[])));
  for (const some of inChunks(ids('stay', 'care'), 500))
    zones.push(...(await zonesOfStays(tx, some as StayId[])));
  const foreign = zones.find((zone) => !own.has(zone));
  if (foreign === undefined) return;
  const { code, name } = await tx
    .selectFrom('zone')
    .select(['code', 'name'])
    .where('id', '=', foreign)
    .executeTakeFirstOrThrow();
  throw new Refusal('outside-your-zones', { place: `${code} ${name}` });
}

const zonesOfUnits = async (tx: Tx, ids: CareUnitId[]): Promise<ZoneId[]> =>
  (await tx.selectFrom('care_unit').select('zone_id').distinct().where('id', 'in', ids).execute()).map(
    ({ zone_id }) => zone_id,
  );

const zonesOfBeds = async (tx: Tx, ids: BedId[]): Promise<ZoneId[]> =>
  (
    await tx
      .selectFrom('bed')
      .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
      .select('care_unit.zone_id')
      .distinct()
      .where('bed.id', 'in', ids)
      .execute()
  ).map(({ zone_id }) => zone_id);

const zonesOfStays = async (tx: Tx, ids: StayId[]): Promise<ZoneId[]> =>
  (
    await tx
      .selectFrom('bed_assignment')
      .innerJoin('bed', 'bed.id', 'bed_assignment.bed_id')
      .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
      .select('care_unit.zone_id')
      .distinct()
      .where('bed_assignment.stay_id', 'in', ids)
      .where('bed_assignment.superseded_by', 'is', null)
      .where('bed_assignment.to_at', 'is', null)
      .execute()
  ).map(({ zone_id }) => zone_id);
