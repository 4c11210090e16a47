/**
 * The scale of the objective, in hundredths of a point so that every sum is exact. Each step is so much
 * larger than the next that a preference never buys a rule: one person without a bed weighs as much as twenty
 * children apart from their adult, one such child as much as five patients without the equipment they
 * need, one of them as much as five reserve beds. All preferences for one person together stay below one
 * reserve bed.
 */
export const POINT = 100;

export const WITHOUT_BED = 1_000_000 * POINT;
/** Who goes first where beds run out: children, frail and high-risk people … */
export const WITHOUT_BED_FRAIL = 3_000 * POINT;
/** … and then whoever came first: shared out over the order of arrival. */
export const WITHOUT_BED_ARRIVAL = 1_000 * POINT;
export const CHILD_APART = 50_000 * POINT;
export const EQUIPMENT_MISSING = 10_000 * POINT;
export const RESERVE_BROKEN = 2_000 * POINT;

/** Families with children, or with somebody to care for, stay together five times as urgently. */
export const FAMILY_WITH_CARE = 5;
/** A high-risk patient who walks wants the nurse near half as much as one who does not. */
export const WATCHED = 0.5;
/** Part of the weight of equipment that a bed costs for each thing it has and its patient has no use for. */
export const SPARING = 0.2;
/** Relatives who lie elsewhere already: how far from them a bed is, as part of the family's weight. */
export const KIN_DISTANCE = { besides: 0, sameUnit: 0.4, sameZone: 0.7, elsewhere: 1 } as const;
/** Part of the family's weight for each pair of a block that does not touch: squares before lines. */
export const LOOSE_PAIR = 0.05;
