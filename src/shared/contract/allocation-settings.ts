import { z } from 'zod';

const weight = z.int().min(0).max(100);

/**
 * How a hospital wants its beds given out. Everything here is local policy; the defaults are those of a
 * ward for mild and asymptomatic patients under the ninth edition.
 */
export const allocationSettings = z.strictObject({
  /**
   * May patients of different clinical classification lie in one care unit? `not-in-a-unit` is a hard rule;
   * members of one family count as their gravest one, so that families stay together.
   */
  mixClassifications: z.enum(['allowed', 'not-in-a-unit']),
  /**
   * Somebody whose sex is not known yet: `family-zone` gives a bed there, near the nurse where possible and
   * with a warning (one look at the patient settles it); `by-hand` leaves the choice to the nurse.
   */
  unknownSex: z.enum(['family-zone', 'by-hand']),
  /** Younger than this, in full years, is a child: in a family zone, beside an adult of the family. */
  childAge: z.int().min(1).max(18),
  /** From this age on a relative counts as the adult whom a child may lie beside. */
  adultAge: z.int().min(15).max(21),
  /** From this age on, in full years, beds near toilet and nurse station are preferred. */
  frailAge: z.int().min(50).max(120),
  /** Beds to keep free in each zone. Broken only where somebody would otherwise stay without, and said so. */
  reservePerZone: z.int().min(0).max(200),
  /** Spread patients evenly over care units, or fill one unit after the other (fewer units to staff). */
  fill: z.enum(['even', 'one-by-one']),
  /** How much each preference counts against the others, 0 (not at all) to 100. */
  weights: z.strictObject({
    /** Relatives in neighbouring beds; five times as much where there are children or somebody to care for. */
    familyAdjacent: weight,
    /** Over-70s, wheelchairs, pregnant women and whoever walks with help. */
    nearToiletForFrail: weight,
    /** The same people; half as much for high-risk patients who walk. */
    nearNurseForFrail: weight,
    /** Lower noise and the like where wished; a fifth of it keeps equipped beds for those who need them. */
    equipment: weight,
    fill: weight,
  }),
});

export type AllocationSettings = z.infer<typeof allocationSettings>;

/** What a hospital starts with. No field has a default of its own: a change must never reset the rest. */
export const DEFAULT_ALLOCATION_SETTINGS: AllocationSettings = {
  mixClassifications: 'allowed',
  unknownSex: 'family-zone',
  childAge: 15,
  adultAge: 18,
  frailAge: 70,
  reservePerZone: 2,
  fill: 'even',
  weights: { familyAdjacent: 60, nearToiletForFrail: 30, nearNurseForFrail: 30, equipment: 20, fill: 10 },
};
