import { z } from 'zod';
import { query } from './procedure.ts';
import { instant, utcInstant, zoneId } from './values.ts';
import { SEX_POLICIES, WAYS_OF_LEAVING } from './vocabulary.ts';

/**
 * People over (from, to], so that the closing of one period is the opening of the next:
 * opening + arrived + movedIn − movedOut − left = closing. In total, movedIn and movedOut are equal.
 */
const movement = {
  /** There at `from`. */
  opening: z.int(),
  /** Whose stay began here. */
  arrived: z.int(),
  movedIn: z.int(),
  movedOut: z.int(),
  /** Whose stay ended here. */
  left: z.int(),
  /** There at `to`. */
  closing: z.int(),
};

/** One zone; or, with `zone: null`, whoever is in house without a bed 待安排床位. */
const placeFlow = z.strictObject({
  zone: z
    .strictObject({ id: zoneId, code: z.string(), name: z.string(), sexPolicy: z.enum(SEX_POLICIES) })
    .nullable(),
  ...movement,
});

const flow = z.strictObject({
  from: utcInstant,
  to: utcInstant,
  /** As it was known at this moment; null: as it is known now. */
  knownAt: utcInstant.nullable(),
  total: z.strictObject(movement),
  /** Every zone by its code, then those without a bed. */
  places: z.array(placeFlow),
  leftByWay: z.record(z.enum(WAYS_OF_LEAVING), z.int()),
});
export type Flow = z.infer<typeof flow>;

export const figures = {
  'figures.flow': query({
    summary:
      'Who came, moved and left over (from, to], by zone and in total, as it is known now or was at an earlier moment.',
    reads: ['beds', 'stays'],
    runs: 'worker',
    refusals: ['period-empty', 'in-future'],
    input: z.strictObject({ from: instant, to: instant, knownAt: instant.optional() }),
    output: flow,
  }),
};
