import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import type { Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

/** Where somebody is on duty: the whole hospital, a whole zone, or some care units of it. */
export interface DutyPlace {
  zoneId: ZoneId | null;
  careUnitIds: readonly CareUnitId[];
}

/** Refuses a zone that is not there, and care units of another zone or of none. */
export async function requirePlace(db: Reads, { zoneId, careUnitIds }: DutyPlace): Promise<void> {
  if (zoneId === null) return refuseUnless(careUnitIds.length === 0, 'no-such-place');
  const zone = await db.selectFrom('zone').select('id').where('id', '=', zoneId).executeTakeFirst();
  refuseUnless(zone !== undefined, 'no-such-place');
  const units = await db.selectFrom('care_unit').select('id').where('zone_id', '=', zoneId).execute();
  const own = new Set(units.map(({ id }) => id));
  refuseUnless(
    careUnitIds.every((id) => own.has(id)),
    'no-such-place',
  );
}

export const samePlace = (a: DutyPlace, b: DutyPlace): boolean =>
  a.zoneId === b.zoneId &&
  new Set(a.careUnitIds).size === new Set(b.careUnitIds).size &&
  a.careUnitIds.every((id) => b.careUnitIds.includes(id));

/** The code of the zone, with the codes of its units; '' for the whole hospital. */
export async function placeWords(db: Reads, { zoneId, careUnitIds }: DutyPlace): Promise<string> {
  if (zoneId === null) return '—';
  const zone = await db.selectFrom('zone').select('code').where('id', '=', zoneId).executeTakeFirstOrThrow();
  if (careUnitIds.length === 0) return zone.code;
  const units = await db
    .selectFrom('care_unit')
    .select('code')
    .where('id', 'in', [...careUnitIds])
    .orderBy('code')
    .execute();
  return units.map(({ code }) => code).join(' ');
}
