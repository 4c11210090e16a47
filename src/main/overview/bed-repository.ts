import type { BedId } from '#shared/contract/values.ts';
import { bedState } from '#shared/rules/bed-state.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { isUsable } from '#shared/rules/usable-bed.ts';
import { closureOf, readEmptyFacts } from '../beds/bed-facts.ts';
import type { Reads } from '../ipc/context.ts';
import type { Floor } from './count-rules.ts';
import type { OverviewBed } from './overview-types.ts';
import { type PlaceConditions, readPlaceConditions } from './place-conditions.ts';

const readPlaces = (db: Reads) =>
  db
    .selectFrom('bed')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .innerJoin('zone as z', 'z.id', 'u.zone_id')
    .select(['bed.id', 'bed.code', 'bed.care_unit_id', 'u.zone_id'])
    .select(['u.code as unit', 'z.code as zone'])
    .orderBy('bed.code')
    .execute();

export const readFloor = async (db: Reads): Promise<Floor> => ({
  zones: await db.selectFrom('zone').select(['id', 'code', 'name', 'sex_policy']).orderBy('code').execute(),
  units: await db.selectFrom('care_unit').select(['id', 'code', 'zone_id']).orderBy('code').execute(),
});

/** Every bed as it is now, by its code. `occupied`: since when somebody is in which bed. */
export async function readOverviewBeds(
  db: Reads,
  now: Instant,
  occupied: ReadonlyMap<BedId, Instant>,
): Promise<{ beds: OverviewBed[]; conditions: PlaceConditions }> {
  const conditions = await readPlaceConditions(db, null, now);
  const facts = await readEmptyFacts(db, null);
  const beds = (await readPlaces(db)).map((place): OverviewBed => {
    const closure = closureOf(place, facts);
    const disinfection = facts.disinfections.get(place.id);
    const reservation = facts.reservations.get(place.id);
    const state = bedState({
      occupied: occupied.has(place.id),
      closed: closure !== null,
      awaitingDisinfection: disinfection !== undefined,
      reserved: reservation !== undefined,
    });
    const since = {
      available: undefined,
      occupied: occupied.get(place.id),
      outOfService: closure?.since,
      awaitingDisinfection: disinfection?.since,
      reserved: reservation?.since,
    };
    const { staffed, open } = conditions.of(place);
    const { id, code, zone, unit, zone_id, care_unit_id } = place;
    return {
      ...{ id, code, zone, unit, state, staffed, open },
      since: since[state] ?? null,
      usable: isUsable(state, { staffed, open }),
      zoneId: zone_id,
      careUnitId: care_unit_id,
      closed: closure !== null,
      held: reservation !== undefined,
      readyAt: disinfection?.readyAt ?? null,
    };
  });
  return { beds, conditions };
}
