/** Why this bed: what speaks for it. */
const CHOICE_REASON_CODES = [
  'zone-for-sex',
  'family-zone',
  'beside-family',
  'same-unit-as-family',
  'has-equipment',
  'near-toilet',
  'near-nurse',
  'quiet',
  'even-load',
  'fills-unit',
  'chosen-by-hand',
] as const;

/** What to mind about a bed that was given all the same. */
const PLACEMENT_WARNING_CODES = [
  'belongs-elsewhere',
  'high-risk',
  'classification-unknown',
  'sex-unknown',
  'age-unknown',
  'child-alone',
  'child-apart',
  'relative-elsewhere',
  'family-apart',
  'equipment-absent',
  'equipment-taken',
  'not-near-toilet',
  'not-near-nurse',
  'reserve-used',
  'mixes-with-family',
] as const;

/** Why the rules find no bed. */
const NO_BED_CODES = [
  'no-zone',
  'no-free-bed',
  'no-beds-together',
  'no-bed-near-nurse',
  'classification-full',
  'sex-unknown-by-hand',
  'fixed-bed-unknown',
  'fixed-bed-twice',
] as const;

/** Why a bed is no choice at all: nobody may override these. */
const BED_REFUSAL_CODES = [
  'bed-occupied',
  'bed-reserved',
  'bed-awaiting-disinfection',
  'bed-out-of-service',
  'bed-own',
] as const;

/** Rules that a nurse may override by hand, with a reason that is kept. */
const OVERRIDABLE_CODES = [
  'wrong-sex-zone',
  'child-outside-family-zone',
  'child-not-beside-adult',
  'adult-in-family-zone',
  'mixes-classifications',
] as const;

export const ALLOCATION_REASON_CODES = [
  ...CHOICE_REASON_CODES,
  ...PLACEMENT_WARNING_CODES,
  ...NO_BED_CODES,
  ...BED_REFUSAL_CODES,
  ...OVERRIDABLE_CODES,
] as const;

export type AllocationReasonCode = (typeof ALLOCATION_REASON_CODES)[number];

/**
 * A code and the words that its sentence names. `attribute`, `classification`, `sexPolicy`, `sex` and
 * `keyGroups` (comma-separated) carry words of the vocabulary, which the sentence puts into the reader's language.
 */
export interface AllocationReason {
  code: AllocationReasonCode;
  params: Record<string, string>;
}

/** True where a nurse may insist, with a reason; false where the bed is no bed to give. */
export const isOverridable = ({ code }: AllocationReason): boolean =>
  (OVERRIDABLE_CODES as readonly string[]).includes(code);
