import type { StayId, ZoneId } from '#shared/contract/values.ts';
import type { PlannedMove } from '#shared/contract/zones.ts';
import { allocate } from '../allocation/allocate-rules.ts';
import { proposalOf, readWaiting } from '../allocation/propose-beds.ts';
import { personOf, readSituation } from '../allocation/situation-repository.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { statusOf, wrongState } from './take-zone-step.ts';
import { isStopped } from './zone-life-rules.ts';
import { peopleIn, requireZone, type Zone } from './zone-repository.ts';

/**
 * Beds in other zones for the people of a zone that takes nobody, all at once. They are asked for as if they
 * waited: by the same rules, with families together, and none of them to a bed of the zone itself.
 */
export const proposeMoves: QueryHandler<'zones.proposeMoves'> = async (db, input, context) => {
  const { now, zone, progress } = context;
  const place = await requireStoppedZone(db, input.zoneId);
  const inside = await requireInside(db, place, input.stayIds);
  const from = new Map(inside.map((one) => [one.stay_id, one]));
  if (from.size === 0) return { placed: [], unplaced: [] };
  const rows = await readWaiting(db, [...from.keys()], now, zone);
  progress({ step: 'proposing', done: 0, total: rows.length });
  const situation = await readSituation(db, now, zone);
  const people = rows.map((row) => ({ ...personOf(row), currentBedId: null }));
  const result = allocate({ ...situation, people, fixed: input.fixed });
  const versions = new Map(rows.map(({ stayId, version }) => [stayId, version]));
  const { placed, unplaced } = proposalOf(result, situation, rows, versions);
  const zoneOf = new Map(situation.beds.map(({ bedId, zoneCode }) => [bedId, zoneCode]));
  return {
    placed: placed.flatMap((move): PlannedMove[] => {
      const bed = from.get(move.stayId);
      if (!bed) return [];
      return [{ ...move, fromBedId: bed.bed_id, from: bed.bed, zone: zoneOf.get(move.bedId) ?? '' }];
    }),
    unplaced: unplaced.map((one) => ({ ...one, from: from.get(one.stayId)?.bed ?? '' })),
  };
};

export async function requireStoppedZone(db: Reads, zoneId: ZoneId): Promise<Zone> {
  const place = await requireZone(db, zoneId);
  const { state } = await statusOf(db, zoneId);
  if (!isStopped(state)) throw wrongState(place, state);
  return place;
}

/** Those named, each of whom has to be in the zone; or (null) everybody in it. */
export async function requireInside(db: Reads, { id, code }: Zone, stayIds: readonly StayId[] | null) {
  const inside = await peopleIn(db, id);
  if (stayIds === null) return inside;
  const known = new Map(inside.map((one) => [one.stay_id, one]));
  for (const stayId of stayIds) {
    if (known.has(stayId)) continue;
    const stranger = await db
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .select('person.name')
      .where('stay.id', '=', stayId)
      .executeTakeFirst();
    refuseUnless(stranger !== undefined, 'no-such-stay');
    refuseUnless(false, 'not-in-zone', () => ({ name: stranger.name, zone: code }));
  }
  const wanted = new Set(stayIds);
  return inside.filter(({ stay_id }) => wanted.has(stay_id));
}
