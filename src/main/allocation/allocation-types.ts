import type { AllocationReason } from '#shared/contract/allocation-reasons.ts';
import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { BedId, CareUnitId, FamilyId, StayId, ZoneId } from '#shared/contract/values.ts';
import type {
  BedAttribute,
  BedState,
  Classification,
  KeyGroup,
  Mobility,
  Need,
  Sex,
  SexPolicy,
} from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';

/** Somebody who needs a bed. */
export interface Person {
  stayId: StayId;
  name: string;
  sex: Sex;
  /** Full years on the day of arrival; null where not known, and then treated as an adult. */
  ageYears: number | null;
  classification: Classification;
  needs: readonly Need[];
  mobility: Mobility;
  keyGroups: readonly KeyGroup[];
  familyId: FamilyId | null;
  arrivedAt: Instant;
  /** Where the person lies now, if this is about a move. */
  currentBedId?: BedId | null;
}

/** A bed as it stands at the moment of the allocation. Only `available` beds are given. */
export interface Bed {
  bedId: BedId;
  code: string;
  unitId: CareUnitId;
  unitCode: string;
  zoneId: ZoneId;
  zoneCode: string;
  sexPolicy: SexPolicy;
  attributes: readonly BedAttribute[];
  /** Middle of the bed, in metres on the floor plan. */
  x: number;
  y: number;
  state: BedState;
  /** Who has it, or whom it is reserved for, in words for a refusal; '' where nobody. */
  heldBy: string;
  /** The stay that it is reserved for: this one may have it, and does get it. */
  reservedFor: StayId | null;
}

/** Somebody in house: counts for load, mixing and the neighbourhood of a family. */
export interface Occupant {
  bedId: BedId;
  stayId: StayId;
  name: string;
  classification: Classification;
  familyId: FamilyId | null;
  ageYears: number | null;
  sex: Sex;
}

/** A choice made by hand, which every proposal keeps. */
interface FixedChoice {
  stayId: StayId;
  bedId: BedId;
}

/** The ward around one decision. */
export interface WardSituation {
  beds: readonly Bed[];
  occupants: readonly Occupant[];
  settings: AllocationSettings;
}

export interface AllocationInput extends WardSituation {
  people: readonly Person[];
  fixed: readonly FixedChoice[];
}

export interface Alternative {
  bedId: BedId;
  reasons: AllocationReason[];
}

export interface PlacedPerson {
  stayId: StayId;
  bedId: BedId;
  reasons: AllocationReason[];
  warnings: AllocationReason[];
  /** Up to three other beds that are free after this proposal and that the rules allow, best first. */
  alternatives: Alternative[];
}

export interface UnplacedPerson {
  stayId: StayId;
  name: string;
  reasons: AllocationReason[];
}

export interface AllocationResult {
  /** In the order of arrival. */
  placed: PlacedPerson[];
  unplaced: UnplacedPerson[];
  /** Points, lower is better; what they stand for is in docs/decisions/allocation.md. */
  objective: number;
  /** No allocation of the stated model has fewer points. Equal to `objective`: proved optimal. */
  bound: number;
}
