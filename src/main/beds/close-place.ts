import type { Place } from '#shared/contract/beds.ts';
import type { BedId, CareUnitId, ZoneId } from '#shared/contract/values.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { isOfItsLife } from '../zones/zone-life-rules.ts';

/** Takes a bed, a care unit or a zone out of service from the moment the act happened. */
export const closePlace: CommandHandler<'beds.close'> = async (tx, { place, reason, note }, act) => {
  const code = await requirePlace(tx, place);
  refuseUnless((await openClosure(tx, place)) === undefined, 'already-closed', () => ({ place: code }));
  await tx
    .insertInto('closure')
    .values({ ...columnsOf(place), reason, note, from_at: act.happenedAt, to_at: null, recorded_by: act.seq })
    .execute();
  act.changes(place.kind, place.id, 'closed', null, reason);
  return { actId: act.id };
};

/**
 * Ends the closure of this very place; what was closed inside it or around it stays closed. A zone that is not
 * open, or that its own steps have closed, is opened by those (`zones.open`, `zones.resume`).
 */
export const reopenPlace: CommandHandler<'beds.reopen'> = async (tx, { place }, act) => {
  const code = await requirePlace(tx, place);
  const closure = await openClosure(tx, place);
  refuseUnless(closure !== undefined, 'not-closed', () => ({ place: code }));
  if (place.kind === 'zone')
    refuseUnless(!isOfItsLife(closure.reason), 'zone-by-its-steps', () => ({ place: code }));
  await supersede(tx, 'closure', closure.id, act.seq);
  if (act.happenedAt > closure.from_at) {
    const { reason, note, from_at } = closure;
    await tx
      .insertInto('closure')
      .values({ ...columnsOf(place), reason, note, from_at, to_at: act.happenedAt, recorded_by: act.seq })
      .execute();
  }
  act.changes(place.kind, place.id, 'closed', closure.reason, null);
  return { actId: act.id };
};

const TABLE_OF = { bed: 'bed', 'care-unit': 'care_unit', zone: 'zone' } as const;
const COLUMN_OF = { bed: 'bed_id', 'care-unit': 'care_unit_id', zone: 'zone_id' } as const;

async function requirePlace(tx: Tx, place: Place): Promise<string> {
  const row = await tx
    .selectFrom(TABLE_OF[place.kind])
    .select('code')
    .where('id', '=', place.id as never)
    .executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-place');
  return row.code;
}

const openClosure = (tx: Tx, place: Place) =>
  tx
    .selectFrom('closure')
    .selectAll()
    .where(COLUMN_OF[place.kind], '=', place.id as never)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .executeTakeFirst();

function columnsOf(place: Place): {
  bed_id: BedId | null;
  care_unit_id: CareUnitId | null;
  zone_id: ZoneId | null;
} {
  return {
    bed_id: place.kind === 'bed' ? place.id : null,
    care_unit_id: place.kind === 'care-unit' ? place.id : null,
    zone_id: place.kind === 'zone' ? place.id : null,
  };
}
