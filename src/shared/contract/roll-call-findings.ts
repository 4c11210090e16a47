import { z } from 'zod';
import { actId, bedId, stayId, utcInstant } from './values.ts';
import { BED_STATES, SEXES } from './vocabulary.ts';

export const FINDING_KINDS = ['ghost', 'swap', 'misplaced', 'stranger'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * How a finding is mended. `take-out`: out of the bed, waiting. `left`: left without notice. `rearrange`: everybody
 * concerned is registered where they were found. `admit`: a stranger gets a record and the bed. `match`: the stranger
 * is somebody who waits for a bed. `accounted`: what is registered is right, the person is accounted for.
 */
export const MEND_WAYS = ['take-out', 'left', 'rearrange', 'admit', 'match', 'accounted'] as const;
export type MendWay = (typeof MEND_WAYS)[number];

export const WAYS_TO_MEND = {
  ghost: ['take-out', 'left', 'accounted'],
  swap: ['rearrange', 'accounted'],
  misplaced: ['rearrange', 'accounted'],
  stranger: ['admit', 'match', 'accounted'],
} as const satisfies Record<FindingKind, readonly MendWay[]>;

export const person = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
});
export type RollCallPerson = z.infer<typeof person>;

const place = z.strictObject({ bedId, code: z.string() });

const concerned = z.strictObject({
  person: person.nullable(),
  /** A ghost: where they are registered and are not. Else: where they were found. */
  bed: place,
  /** What that bed is now, so that who mends sees what they put aside. */
  state: z.enum(BED_STATES),
  registered: place.nullable(),
});

export const finding = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  /** The stay (of a swap, the first), or for a stranger the bed. */
  key: z.string(),
  /** Two for a swap, else one. */
  concerned: z.array(concerned).min(1).max(2),
  /** A stranger's name or description. */
  name: z.string(),
  sex: z.enum(SEXES),
  at: utcInstant,
  /** `settled`: other acts have said since where they are. */
  state: z.enum(['open', 'mended', 'settled']),
  /** How it can be mended now; none once it is not open. */
  ways: z.array(z.enum(MEND_WAYS)),
  /** The last act that has said since where they are, or by which somebody else has the bed where they were found. */
  since: z.strictObject({ what: z.string(), who: z.string(), at: utcInstant, actId }).nullable(),
  mended: z
    .strictObject({
      how: z.enum(MEND_WAYS),
      who: z.string(),
      at: utcInstant,
      reason: z.string(),
      actId,
    })
    .nullable(),
});
export type RollCallFinding = z.infer<typeof finding>;
