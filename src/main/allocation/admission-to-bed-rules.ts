import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { Classification, SexPolicy } from '#shared/contract/vocabulary.ts';
import { type UnitClasses, unitTakes } from './mixing-rules.ts';
import { adultKinInFamilyZone, gravestOf, type Patient } from './patient-rules.ts';
import { CHILD_APART } from './points.ts';
import type { BedCosts } from './preference-rules.ts';
import { areNeighbours, type WardIndex } from './ward-index-rules.ts';

/** What every step of one allocation looks at. */
export interface Desk {
  ward: WardIndex;
  settings: AllocationSettings;
  classes: UnitClasses;
  costsOf: (patient: Patient) => BedCosts;
}

/** Not allowed, at any cost. */
export const NEVER = Number.POSITIVE_INFINITY;

/**
 * What the rule for children adds to a bed: nothing beside an adult of the family; otherwise only beds near
 * the nurse, at the cost of being apart where there is an adult to be with. Hospitals whose family zones have
 * no such bed put children who came alone anywhere in them.
 */
export function childCost(
  { ward }: Desk,
  place: number,
  adultBeds: readonly number[],
  alone: boolean,
): number {
  if (adultBeds.some((bed) => areNeighbours(ward, bed, place))) return 0;
  const nearNurse = ward.beds[place]?.attributes.includes('nearNurse') ?? false;
  if (alone) return nearNurse || !ward.equipped.family.has('nearNurse') ? 0 : NEVER;
  return nearNurse ? CHILD_APART : NEVER;
}

/** Cost of a bed for somebody who is placed on their own; NEVER where the rules forbid it. */
export function singleCost(desk: Desk, patient: Patient, policy: SexPolicy): (place: number) => number {
  const { ward, settings } = desk;
  const costs = desk.costsOf(patient);
  const adultBeds = patient.child ? adultKinInFamilyZone(patient, ward, settings).map(({ bed }) => bed) : [];
  return (place) => {
    if (ward.beds[place]?.sexPolicy !== policy) return NEVER;
    const besideKin = adultBeds.some((bed) => areNeighbours(ward, bed, place));
    if (!besideKin && !takes(desk, place, patient.person.classification)) return NEVER;
    const cost = costs[place] ?? NEVER;
    return patient.child ? cost + childCost(desk, place, adultBeds, adultBeds.length === 0) : cost;
  };
}

/** Does the bed's care unit take this classification? */
export const takes = ({ ward, classes }: Desk, place: number, classification: Classification): boolean =>
  unitTakes(classes, ward.unitOf[place] ?? -1, classification);

export const gravestAmong = (patients: readonly Patient[]): Classification =>
  gravestOf(patients.map(({ person }) => person.classification));
