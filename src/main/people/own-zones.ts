import type { BedId, CareUnitId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { SubjectKind } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { Access } from './access.ts';
import { placeNameOf, zonesOf } from './touched-zones-repository.ts';

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
  // The kind of a subject says whose id it is.
  const ids = <Id extends string>(...kinds: SubjectKind[]) =>
    touched.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id as Id);
  const zones = [
    ...ids<ZoneId>('zone'),
    ...(await zonesOf(tx, {
      units: ids<CareUnitId>('care-unit'),
      beds: ids<BedId>('bed'),
      stays: ids<StayId>('stay', 'care'),
    })),
  ];
  const foreign = zones.find((zone) => !own.has(zone));
  if (foreign !== undefined)
    throw new Refusal('outside-your-zones', { place: await placeNameOf(tx, foreign) });
}
