import { readHistory } from '../acts/history.ts';
import { holds } from '../db/as-of.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { findStaysOf } from './stay-repository.ts';
import { selectStays, stayRowOf } from './stay-view.ts';

/** One stay, whole, with everything that was ever done to it and the other stays of the same person. */
export const showRecord: QueryHandler<'stays.record'> = async (db, { stayId }, { now, zone }) => {
  const row = await selectStays(db).where('stay.id', '=', stayId).executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-stay');
  const stay = stayRowOf(row, now, zone);
  const beds = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .select(['a.bed_id', 'bed.code', 'a.from_at', 'a.to_at'])
    .where('a.stay_id', '=', stayId)
    .where('a.superseded_by', 'is', null)
    .orderBy('a.from_at')
    .execute();
  const classifications = await db
    .selectFrom('stay_classification')
    .select(['from_at', 'classification'])
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .orderBy('from_at')
    .execute();
  const others = await findStaysOf(db, stay.personId);
  return {
    stay,
    beds: beds.map(({ bed_id, code, from_at, to_at }) => ({ bedId: bed_id, code, from: from_at, to: to_at })),
    classifications: classifications.map(({ from_at, classification }) => ({
      from: from_at,
      classification,
    })),
    history: await readHistory(db, {
      subject: { kinds: ['stay', 'care', 'person'], ids: [stayId, stay.personId] },
      limit: 500,
    }),
    otherStays: others
      .filter(({ id }) => id !== stayId)
      .map(({ id, number, from_at, to_at }) => ({ stayId: id, number, arrivedAt: from_at, leftAt: to_at })),
    family: stay.familyId === null ? [] : await readFamily(),
  };

  async function readFamily() {
    const rows = await selectStays(db)
      .where('stay.family_id', '=', stay.familyId)
      .where('stay.id', '<>', stayId)
      .where(holds('p', null))
      .execute();
    return rows
      .map((member) => stayRowOf(member, now, zone))
      .map(({ stayId: id, name, bed, age }) => ({ stayId: id, name, bed: bed?.code ?? '', age }));
  }
};
