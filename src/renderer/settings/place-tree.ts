import type { BedCounts, BedView, Place } from '#shared/contract/beds.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';

type Closure = NonNullable<BedView['closure']>;
type Board = OutputOf<'beds.board'>;
type Plan = OutputOf<'beds.plan'>;

/** A zone or a care unit with what stands in it, and whether it is closed by itself. */
export interface PlaceNode {
  place: Place;
  code: string;
  name: string;
  sexPolicy: SexPolicy;
  counts: BedCounts;
  closure: Closure | null;
  units: readonly PlaceNode[];
}

export interface ClosedBed {
  place: Place;
  code: string;
  closure: Closure;
}

function countsOf(beds: readonly BedView[]): BedCounts {
  const counts = {
    total: beds.length,
    available: 0,
    reserved: 0,
    occupied: 0,
    awaitingDisinfection: 0,
    outOfService: 0,
  };
  for (const { state } of beds) counts[state] += 1;
  return counts;
}

const closureOf = (beds: readonly BedView[], scope: Closure['scope']): Closure | null =>
  beds.find(({ closure }) => closure?.scope === scope)?.closure ?? null;

const group = <T, K>(items: readonly T[], keyOf: (item: T) => K | undefined): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/**
 * Zones with their care units, counted from the board. A bed tells the widest closure that it is under, so in a
 * closed zone those of its units and beds come to light again once the zone is open.
 */
export function placeTree(board: Board, plan: Plan): PlaceNode[] {
  const unitOf = new Map(plan.beds.map((bed) => [bed.id, bed.careUnitId]));
  const byUnit = group(board.beds, ({ id }) => unitOf.get(id));
  const unitsByZone = group(plan.careUnits, ({ zoneId }) => zoneId);
  return plan.zones.map((zone) => {
    const units = unitsByZone.get(zone.id) ?? [];
    const beds = units.flatMap(({ id }) => byUnit.get(id) ?? []);
    return {
      place: { kind: 'zone', id: zone.id },
      ...{ code: zone.code, name: zone.name, sexPolicy: zone.sexPolicy, counts: countsOf(beds) },
      closure: closureOf(beds, 'zone'),
      units: units.map((unit) => {
        const own = byUnit.get(unit.id) ?? [];
        return {
          place: { kind: 'care-unit', id: unit.id },
          ...{ code: unit.code, name: unit.code, sexPolicy: zone.sexPolicy, counts: countsOf(own) },
          closure: closureOf(own, 'care-unit'),
          units: [],
        };
      }),
    };
  });
}

/** Beds that are closed by themselves, in the order of their codes. */
export function closedBeds(board: Board, plan: Plan): ClosedBed[] {
  const codes = new Map(plan.beds.map(({ id, code }) => [id, code]));
  return board.beds.flatMap(({ id, closure }): ClosedBed[] =>
    closure?.scope === 'bed' ? [{ place: { kind: 'bed', id }, code: codes.get(id) ?? '', closure }] : [],
  );
}
