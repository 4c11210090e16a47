import { z } from 'zod';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { FINDING_KINDS, finding, MEND_WAYS, person } from './roll-call-findings.ts';
import { actId, bedId, careUnitId, instant, rollCallId, stayId, text, utcInstant, zoneId } from './values.ts';
import { SEXES } from './vocabulary.ts';

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

const newMark = z.strictObject({
  bedId,
  found,
  /** The mark that the screen showed at this bed, null for none: what others have marked since is not wiped out. */
  over: actId.nullable().optional(),
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
      'stale',
      'in-future',
    ],
    input: { ...of, marks: z.array(newMark).min(1).max(1500) },
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
