import type { BedId, FamilyId, StayId } from '#shared/contract/values.ts';
import type { BedAttribute, SexPolicy } from '#shared/contract/vocabulary.ts';
import type { Bed, Occupant, WardSituation } from './allocation-types.ts';

export interface UnitIndex {
  code: string;
  zoneCode: string;
  policy: SexPolicy;
  /** Places in {@link WardIndex.beds}. */
  beds: number[];
  /** People in it now, choices made by hand included. */
  occupants: Occupant[];
}

interface ZoneIndex {
  code: string;
  policy: SexPolicy;
  beds: number[];
}

/** A relative who has a bed already. */
export interface Kin {
  occupant: Occupant;
  bed: number;
}

/** The ward in the order of its bed codes, with what the rules ask again and again. */
export interface WardIndex {
  beds: readonly Bed[];
  placeOf: ReadonlyMap<BedId, number>;
  neighbours: readonly (readonly number[])[];
  units: readonly UnitIndex[];
  unitOf: readonly number[];
  zones: readonly ZoneIndex[];
  /** What at least one bed of such zones has, free or not. */
  equipped: Readonly<Record<SexPolicy, ReadonlySet<BedAttribute>>>;
  kin: ReadonlyMap<FamilyId, Kin[]>;
}

/**
 * Two beds of one care unit are neighbours where they stand no further apart than this, as a multiple of
 * the shortest distance between two beds of that unit: beside and behind in a grid, not across a corner.
 */
const NEIGHBOUR_DISTANCE = 1.35;

/** `moving`: people whose own place in house does not count, because it is they who get a bed. */
export function indexWard(situation: WardSituation, moving: ReadonlySet<StayId>): WardIndex {
  const beds = [...situation.beds].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const placeOf = new Map(beds.map((bed, place) => [bed.bedId, place]));
  const units = new Map<string, UnitIndex>();
  const zones = new Map<string, ZoneIndex>();
  const equipped = {
    male: new Set<BedAttribute>(),
    female: new Set<BedAttribute>(),
    family: new Set<BedAttribute>(),
  };
  beds.forEach((bed, place) => {
    const { unitCode: code, zoneCode, sexPolicy: policy } = bed;
    entry(units, bed.unitId, { code, zoneCode, policy, beds: [], occupants: [] }).beds.push(place);
    entry(zones, bed.zoneId, { code: zoneCode, policy, beds: [] }).beds.push(place);
    for (const attribute of bed.attributes) equipped[policy].add(attribute);
  });
  const unitList = [...units.values()];
  const unitOf: number[] = new Array(beds.length).fill(0);
  unitList.forEach((unit, u) => {
    for (const place of unit.beds) unitOf[place] = u;
  });
  const kin = new Map<FamilyId, Kin[]>();
  for (const occupant of [...situation.occupants].sort((a, b) => (a.stayId < b.stayId ? -1 : 1))) {
    const bed = placeOf.get(occupant.bedId);
    if (bed === undefined || moving.has(occupant.stayId)) continue;
    unitList[unitOf[bed] ?? -1]?.occupants.push(occupant);
    if (occupant.familyId !== null) entry(kin, occupant.familyId, []).push({ occupant, bed });
  }
  const neighbours: number[][] = beds.map(() => []);
  for (const unit of unitList) linkNeighbours(unit, beds, neighbours);
  return { beds, placeOf, neighbours, units: unitList, unitOf, zones: [...zones.values()], equipped, kin };
}

function entry<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, fresh);
  return fresh;
}

function linkNeighbours(unit: UnitIndex, beds: readonly Bed[], neighbours: number[][]): void {
  const pairs: { a: number; b: number; metres: number }[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const a of unit.beds) {
    for (const b of unit.beds) {
      const [one, other] = [beds[a], beds[b]];
      if (a >= b || !one || !other) continue;
      const metres = Math.hypot(one.x - other.x, one.y - other.y);
      shortest = Math.min(shortest, metres);
      pairs.push({ a, b, metres });
    }
  }
  for (const { a, b, metres } of pairs) {
    if (metres > shortest * NEIGHBOUR_DISTANCE) continue;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
}

export const areNeighbours = (ward: WardIndex, a: number, b: number): boolean =>
  ward.neighbours[a]?.includes(b) ?? false;
