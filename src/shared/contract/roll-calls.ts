import { z } from 'zod';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { actId, bedId, careUnitId, instant, rollCallId, stayId, text, utcInstant, zoneId } from './values.ts';
import { BED_STATES, SEXES } from './vocabulary.ts';

const FINDING_KINDS = ['ghost', 'swap', 'misplaced', 'stranger'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * How a finding is mended. `take-out`: out of the bed, waiting. `left`: left without notice. `rearrange`: everybody
 * concerned is registered where they were found. `admit`: a stranger gets a record and the bed. `match`: the stranger
 * is somebody who waits for a bed. `accounted`: what is registered is right, the person is accounted for.
 */
const MEND_WAYS = ['take-out', 'left', 'rearrange', 'admit', 'match', 'accounted'] as const;
export type MendWay = (typeof MEND_WAYS)[number];

export const WAYS_TO_MEND = {
  ghost: ['take-out', 'left', 'accounted'],
  swap: ['rearrange', 'accounted'],
  misplaced: ['rearrange', 'accounted'],
  stranger: ['admit', 'match', 'accounted'],
} as const satisfies Record<FindingKind, readonly MendWay[]>;

const person = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
});
export type RollCallPerson = z.infer<typeof person>;

const found = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nobody') }),
  z.strictObject({ kind: z.literal('stay'), stayId }),
  z.strictObject({ kind: z.literal('stranger'), name: text(80), sex: z.enum(SEXES) }),
]);
export type Found = z.infer<typeof found>;

const mark = z.strictObject({
  found,
  /** Whoever was found, where that is somebody registered. */
  person: person.nullable(),
  at: utcInstant,
  who: z.string(),
  late: z.boolean(),
  actId,
  right: z.boolean(),
});

const walkedBed = z.strictObject({
  bedId,
  code: z.string(),
  careUnitId,
  unit: z.string(),
  zone: z.string(),
  /** Whoever is registered here: when it was marked, or else now. */
  expected: person.nullable(),
  outOfService: z.boolean(),
  mark: mark.nullable(),
});

const place = z.strictObject({ bedId, code: z.string() });

const concerned = z.strictObject({
  person: person.nullable(),
  /** A ghost: where they are registered and are not. Else: where they were found. */
  bed: place,
  /** What that bed is now, so that who mends sees what they put aside. */
  state: z.enum(BED_STATES),
  registered: place.nullable(),
});

const finding = z.strictObject({
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

const result = z.strictObject({
  beds: z.int(),
  walked: z.int(),
  /** People registered in the beds walked, and how many of them were where they are registered. */
  expected: z.int(),
  found: z.int(),
  ghosts: z.int(),
  swaps: z.int(),
  misplaced: z.int(),
  strangers: z.int(),
  open: z.int(),
});

const head = z.strictObject({
  rollCallId,
  scope: z.enum(['ward', 'zone', 'care-unit']),
  /** The code of the zone or care unit; '' for the whole ward. */
  place: z.string(),
  begunAt: utcInstant,
  begunBy: z.string(),
  closedAt: utcInstant.nullable(),
  closedBy: z.string(),
  note: z.string(),
  result,
});
export type RollCallHead = z.infer<typeof head>;

const of = { rollCallId };
const reads = ['roll-calls', 'beds', 'stays'] as const;

export const rollCalls = {
  'rollCalls.list': query({
    summary: 'Roll calls, those under way first, then the latest closed ones, with their results.',
    reads,
    runs: 'worker',
    input: z.strictObject({ limit: z.int().min(1).max(100).default(30) }),
    output: z.strictObject({ rollCalls: z.array(head) }),
  }),
  'rollCalls.show': query({
    summary:
      'One roll call: its beds in walking order with what was seen there, and what is not as registered.',
    reads,
    refusals: ['no-such-roll-call'],
    input: z.strictObject({ ...of, at: instant.optional() }),
    output: z.strictObject({ ...head.shape, walk: z.array(walkedBed), findings: z.array(finding) }),
  }),
  'rollCalls.begin': command({
    summary: 'Begins a roll call of a zone, of a care unit or (neither) of the whole ward.',
    changes: ['roll-calls'],
    refusals: ['roll-call-under-way', 'no-beds-there', 'in-future'],
    input: { zoneId: zoneId.nullable(), careUnitId: careUnitId.nullable() },
    output: z.strictObject({ actId, rollCallId }),
  }),
  'rollCalls.mark': command({
    summary: 'Marks what was seen at beds at the moment of the act; the last mark of a bed counts.',
    changes: ['roll-calls'],
    refusals: [
      'no-such-roll-call',
      'roll-call-closed',
      'before-roll-call',
      'bed-not-in-roll-call',
      'same-bed-twice',
      'no-such-stay',
      'not-in-house',
      'stranger-unnamed',
      'in-future',
    ],
    input: { ...of, marks: z.array(z.strictObject({ bedId, found })).min(1).max(1500) },
    output: done,
  }),
  'rollCalls.mend': command({
    summary: 'Mends one finding in one step, with a reason.',
    changes: ['roll-calls', 'beds', 'stays'],
    refusals: [
      'no-such-roll-call',
      'finding-gone',
      'stale',
      'mend-before-walk',
      'mend-does-not-fit',
      'somebody-lies-there',
      'reason-needed',
      'waiting-needed',
      'has-bed',
      'no-such-stay',
      'not-in-house',
      'has-no-bed',
      'before-arrival',
      'before-last-move',
      'before-last-fact',
      'bed-taken',
      'bed-not-disinfected',
      'found-in-shut-zone',
      'in-future',
    ],
    input: {
      ...of,
      kind: z.enum(FINDING_KINDS),
      key: z.uuid(),
      how: z.enum(MEND_WAYS),
      /** Whom a stranger turned out to be, for `match`. */
      stayId: stayId.nullable().default(null),
    },
    output: z.strictObject({ actId, stayId: stayId.nullable(), number: z.int().nullable() }),
  }),
  'rollCalls.close': command({
    summary: 'Closes a roll call; while beds are unwalked only with a reason.',
    changes: ['roll-calls'],
    refusals: ['no-such-roll-call', 'roll-call-closed', 'before-roll-call', 'beds-unwalked', 'in-future'],
    input: of,
    output: done,
  }),
};
