import type { BedView } from '#shared/contract/beds.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { isUsable } from '#shared/rules/usable-bed.ts';
import { readWardFacts, viewOf } from '../beds/bed-facts.ts';
import type { Reads } from '../ipc/context.ts';
import type { OverviewBed } from './overview-types.ts';
import { type PlaceConditions, readPlaceConditions } from './place-conditions.ts';

const readPlaces = (db: Reads) =>
  db
    .selectFrom('bed')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .innerJoin('zone as z', 'z.id', 'u.zone_id')
    .select(['bed.id', 'bed.code', 'bed.version', 'bed.care_unit_id', 'u.zone_id'])
    .select(['u.code as unit', 'z.code as zone'])
    .orderBy('bed.code')
    .execute();

/** Every bed as it is now, by its code. */
export async function readOverviewBeds(
  db: Reads,
  now: Instant,
  zone: TimeZone,
): Promise<{ beds: OverviewBed[]; conditions: PlaceConditions }> {
  const conditions = await readPlaceConditions(db, now);
  const facts = await readWardFacts(db, null, now, zone);
  const beds = (await readPlaces(db)).map((place): OverviewBed => {
    const view = viewOf(place, facts);
    const { staffed, open } = conditions.of(place);
    return {
      id: place.id,
      code: place.code,
      zone: place.zone,
      unit: place.unit,
      state: view.state,
      since: since(view),
      usable: isUsable(view.state, { staffed, open }),
      ...{ staffed, open },
      zoneId: place.zone_id,
      careUnitId: place.care_unit_id,
      closed: view.closure !== null,
      held: view.reservation !== null,
      readyAt: view.disinfection?.readyAt ?? null,
    };
  });
  return { beds, conditions };
}

function since({ state, occupant, closure, disinfection, reservation }: BedView): Instant | null {
  const fact = {
    available: null,
    occupied: occupant,
    outOfService: closure,
    awaitingDisinfection: disinfection,
    reserved: reservation,
  }[state];
  return fact?.since ?? null;
}
