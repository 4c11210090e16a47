import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import { type BedAttribute, CLASSIFICATIONS, type Classification } from '#shared/contract/vocabulary.ts';
import type { Person } from './allocation-types.ts';
import { WITHOUT_BED, WITHOUT_BED_ARRIVAL, WITHOUT_BED_FRAIL } from './points.ts';
import type { Kin, WardIndex } from './ward-index-rules.ts';

/** A person, and what the rules of beds make of them. */
export interface Patient {
  person: Person;
  /** Younger than the child age: a family zone, beside an adult of the family. */
  child: boolean;
  /** Old enough to be the adult beside a child. Whose age is not known counts as one. */
  adult: boolean;
  /** Needs a relative's hands: walks with help, wheelchair, stretcher. */
  needsCare: boolean;
  /** Should have toilet and nurse near. */
  frail: boolean;
  /** Should have the nurse near, though on their own feet. */
  watched: boolean;
  /** Equipment that a bed must have where the hospital has it. */
  required: readonly BedAttribute[];
  /** What would be good to have. */
  liked: readonly BedAttribute[];
  /** Relatives in house already, or placed by hand. */
  kin: readonly Kin[];
  /** What it costs to leave this person without a bed, in hundredths of a point. */
  withoutBed: number;
}

const EQUIPMENT = ['oxygen', 'socket', 'cot'] as const;

/** Whoever is not asymptomatic or mild belongs in a designated hospital (ninth edition). */
export const belongsElsewhere = ({ classification }: Person): boolean =>
  classification === 'ordinary' || classification === 'severe' || classification === 'critical';

/** High-risk groups of the ninth edition; being a child is a mark, not a risk. */
export const riskGroups = ({ keyGroups }: Person) => keyGroups.filter((group) => group !== 'child');

export const isChild = (ageYears: number | null, { childAge }: AllocationSettings): boolean =>
  ageYears !== null && ageYears < childAge;

export const isAdult = (ageYears: number | null, { adultAge }: AllocationSettings): boolean =>
  ageYears === null || ageYears >= adultAge;

/** `earliness` from 0 (last to arrive) to 1 (first): it decides where beds run out. */
export function patientOf(
  person: Person,
  ward: WardIndex,
  settings: AllocationSettings,
  earliness: number,
): Patient {
  const { ageYears, needs, mobility, classification, sex, familyId } = person;
  const child = isChild(ageYears, settings);
  const frail =
    (ageYears !== null && ageYears >= settings.frailAge) ||
    mobility !== 'walks' ||
    needs.some((need) => need === 'wheelchair' || need === 'pregnancy' || need === 'late-pregnancy');
  const watched =
    !frail && (riskGroups(person).length > 0 || belongsElsewhere(person) || (sex === 'unknown' && !child));
  const liked: BedAttribute[] = needs.includes('quiet') ? ['quiet'] : [];
  if (classification === 'severe' || classification === 'critical') liked.push('oxygen');
  const kin = familyId === null ? [] : (ward.kin.get(familyId) ?? []);
  return {
    person,
    child,
    adult: isAdult(ageYears, settings),
    needsCare: mobility !== 'walks',
    frail,
    watched,
    required: EQUIPMENT.filter((attribute) => needs.includes(attribute)),
    liked,
    kin: kin.filter(({ occupant }) => occupant.stayId !== person.stayId),
    withoutBed:
      WITHOUT_BED +
      (child || frail || watched ? WITHOUT_BED_FRAIL : 0) +
      Math.round(WITHOUT_BED_ARRIVAL * earliness),
  };
}

/** People in the order of arrival, then by stay: the same whatever order they are given in. */
export const inOrderOfArrival = (people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => compare(a.arrivedAt, b.arrivedAt) || compare(a.stayId, b.stayId));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The gravest classification of a family; `unknown` is a class of its own, below all others. */
export const gravestOf = (classifications: readonly Classification[]): Classification =>
  classifications.reduce((worst, one) => (gravity(one) > gravity(worst) ? one : worst), 'unknown');

const gravity = (classification: Classification): number =>
  classification === 'unknown' ? -1 : CLASSIFICATIONS.indexOf(classification);

/** Adults of the family who lie in a family zone, where a child can join them. */
export const adultKinInFamilyZone = (
  { kin }: Patient,
  ward: WardIndex,
  settings: AllocationSettings,
): readonly Kin[] =>
  kin.filter(
    ({ occupant, bed }) => ward.beds[bed]?.sexPolicy === 'family' && isAdult(occupant.ageYears, settings),
  );
