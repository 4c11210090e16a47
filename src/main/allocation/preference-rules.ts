import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { BedAttribute } from '#shared/contract/vocabulary.ts';
import type { Bed } from './allocation-types.ts';
import type { Patient } from './patient-rules.ts';
import { EQUIPMENT_MISSING, FAMILY_WITH_CARE, KIN_DISTANCE, POINT, SPARING, WATCHED } from './points.ts';
import { areNeighbours, type UnitIndex, type WardIndex } from './ward-index-rules.ts';

/** What a bed costs a patient, for every bed of the ward, in whole hundredths of a point. */
export type BedCosts = Float64Array;

/** Things that others may need more: a bed costs a little for each that its patient has no use for. */
const SPARED: readonly BedAttribute[] = ['oxygen', 'socket', 'cot', 'nearNurse', 'nearToilet'];

/** Costs of beds for patients; those with the same wishes share one list. */
export function bedCosting(ward: WardIndex, settings: AllocationSettings): (patient: Patient) => BedCosts {
  const fill = fillCosts(ward, settings);
  const known = new Map<string, BedCosts>();
  return (patient) => {
    const { frail, watched, required, liked } = patient;
    const wishes = JSON.stringify([frail, watched, required, liked]);
    let costs = known.get(wishes);
    if (costs === undefined) {
      costs = Float64Array.from(ward.beds, (bed, place) =>
        Math.round(wishCost(bed, patient, ward, settings) * POINT + (fill[place] ?? 0)),
      );
      known.set(wishes, costs);
    }
    return patient.kin.length === 0 ? costs : withKin(costs, patient, ward, settings);
  };
}

/** Equipment, nearness and what is spared for others, in points. */
function wishCost(bed: Bed, patient: Patient, ward: WardIndex, { weights }: AllocationSettings): number {
  const has = (attribute: BedAttribute) => bed.attributes.includes(attribute);
  const { frail, watched, required, liked } = patient;
  let points = 0;
  for (const attribute of required) {
    const inHouse = ward.equipped[bed.sexPolicy].has(attribute);
    if (inHouse && !has(attribute)) points += EQUIPMENT_MISSING / POINT;
  }
  for (const attribute of liked) if (!has(attribute)) points += weights.equipment;
  if (frail && !has('nearToilet')) points += weights.nearToiletForFrail;
  if (frail && !has('nearNurse')) points += weights.nearNurseForFrail;
  if (watched && !has('nearNurse')) points += weights.nearNurseForFrail * WATCHED;
  const used = new Set<BedAttribute>([...required, ...liked]);
  if (frail) used.add('nearToilet');
  if (frail || watched) used.add('nearNurse');
  const spared = SPARED.filter((attribute) => has(attribute) && !used.has(attribute));
  return points + spared.length * weights.equipment * SPARING;
}

/**
 * The place of each bed in the order of filling, in hundredths of a point. Evenly: the part of its unit that
 * is taken before it. One by one: the place of its unit among those of its kind, started ones first. Inside
 * a unit plain beds go before equipped ones, then by code.
 */
function fillCosts(ward: WardIndex, { fill, weights }: AllocationSettings): Float64Array {
  const costs = new Float64Array(ward.beds.length);
  const order = fill === 'one-by-one' ? unitsInOrder(ward) : null;
  for (const unit of ward.units) {
    const size = unit.beds.length;
    freeInOrder(unit, ward).forEach((bed, rank) => {
      const { at, of } = order?.get(unit) ?? { at: unit.occupants.length, of: size };
      const load = order ? (at + rank / size) / of : (at + rank) / of;
      costs[bed] = load * weights.fill * POINT;
    });
  }
  return costs;
}

const freeInOrder = (unit: UnitIndex, { beds }: WardIndex): number[] =>
  unit.beds
    .filter((place) => beds[place]?.state === 'available')
    .sort((a, b) => (beds[a]?.attributes.length ?? 0) - (beds[b]?.attributes.length ?? 0) || a - b);

function unitsInOrder({ units }: WardIndex): Map<UnitIndex, { at: number; of: number }> {
  const order = new Map<UnitIndex, { at: number; of: number }>();
  const taken = (unit: UnitIndex) => unit.occupants.length / unit.beds.length;
  for (const policy of ['male', 'female', 'family'] as const) {
    const ours = units.filter((unit) => unit.policy === policy).sort((a, b) => taken(b) - taken(a));
    ours.forEach((unit, at) => {
      order.set(unit, { at, of: ours.length });
    });
  }
  return order;
}

/** The weight of being together for a family, in hundredths of a point. */
export const familyWeight = (withCare: boolean, { weights }: AllocationSettings): number =>
  weights.familyAdjacent * POINT * (withCare ? FAMILY_WITH_CARE : 1);

/** Beds near relatives in house cost less than others of such zones; a zone without relatives says nothing. */
function withKin(costs: BedCosts, patient: Patient, ward: WardIndex, settings: AllocationSettings): BedCosts {
  const care =
    patient.child ||
    patient.needsCare ||
    patient.kin.some(({ occupant: { ageYears } }) => ageYears !== null && ageYears < settings.childAge);
  const weight = familyWeight(care, settings);
  const policies = new Set(patient.kin.map(({ bed }) => ward.beds[bed]?.sexPolicy));
  return costs.map((cost, place) =>
    policies.has(ward.beds[place]?.sexPolicy)
      ? cost + Math.round(weight * kinDistance(place, patient, ward))
      : cost,
  );
}

/** 0 beside a relative … 1 in another zone. */
function kinDistance(place: number, { kin }: Pick<Patient, 'kin'>, ward: WardIndex): number {
  let nearest: number = KIN_DISTANCE.elsewhere;
  for (const { bed } of kin) {
    if (areNeighbours(ward, bed, place)) return KIN_DISTANCE.besides;
    if (ward.unitOf[bed] === ward.unitOf[place]) nearest = Math.min(nearest, KIN_DISTANCE.sameUnit);
    else if (ward.beds[bed]?.zoneId === ward.beds[place]?.zoneId) {
      nearest = Math.min(nearest, KIN_DISTANCE.sameZone);
    }
  }
  return nearest;
}
