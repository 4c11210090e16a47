import { z } from 'zod';
import { admissionDetails } from './admission-details.ts';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { actId, bedId, convoyId, familyId, instant, personId, stayId, text, utcInstant } from './values.ts';
import { CLASSIFICATIONS, DOCUMENT_TYPES, KEY_GROUPS, MOVE_REASONS, WAYS_OF_LEAVING } from './vocabulary.ts';

/** `waiting`: arrived, no bed yet. `in-house`: in a bed. `left`: the stay is over. */
export const STAY_STATUSES = ['waiting', 'in-house', 'left'] as const;
export type StayStatus = (typeof STAY_STATUSES)[number];

/** One stay as the grids and headers show it. */
const stayRow = z.strictObject({
  ...admissionDetails.shape,
  stayId,
  personId,
  version: z.int(),
  /** The number that people read out; running, never used twice. */
  number: z.int(),
  status: z.enum(STAY_STATUSES),
  /** Full years on the day asked for; null where no birth date is known. */
  age: z.int().nullable(),
  keyGroups: z.array(z.enum(KEY_GROUPS)),
  arrivedAt: utcInstant,
  leftAt: utcInstant.nullable(),
  way: z.enum(WAYS_OF_LEAVING).nullable(),
  destination: z.string(),
  bed: z.strictObject({ id: bedId, code: z.string(), zone: z.string(), since: utcInstant }).nullable(),
  familyId: familyId.nullable(),
  convoyId: convoyId.nullable(),
  plate: z.string(),
  /** Some fact of this stay was written down later than it happened. */
  late: z.boolean(),
});
export type StayRow = z.infer<typeof stayRow>;

const fieldChange = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChange = z.infer<typeof fieldChange>;

/** One act in a history. `params` are the words its sentence needs: bed, fromBed, way, destination … */
export const historyEntry = z.strictObject({
  actId,
  seq: z.int(),
  procedure: z.string(),
  who: z.string(),
  happenedAt: utcInstant,
  recordedAt: utcInstant,
  late: z.boolean(),
  reason: z.string(),
  /** The act that took this one back, or that this one takes back. */
  undoneBy: actId.nullable(),
  undoes: actId.nullable(),
  undoable: z.boolean(),
  /** How many stays and beds it touched. */
  stays: z.int(),
  beds: z.int(),
  params: z.record(z.string(), z.string()),
  changes: z.array(fieldChange),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const searchHit = z.strictObject({
  kind: z.enum(['stay', 'bed']),
  stayId: stayId.nullable(),
  bedId: bedId.nullable(),
  name: z.string(),
  number: z.int().nullable(),
  bed: z.string(),
  status: z.enum(STAY_STATUSES).nullable(),
  sex: z.string(),
  age: z.int().nullable(),
  documentTail: z.string(),
  phone: z.string(),
  arrivedAt: utcInstant.nullable(),
  leftAt: utcInstant.nullable(),
  /** What the words were found in. */
  matched: z.enum(['bed', 'number', 'name', 'pinyin', 'initials', 'document', 'phone']),
});
export type SearchHit = z.infer<typeof searchHit>;

const expected = { expectedVersion: z.int().optional() };

export const stays = {
  'stays.list': query({
    summary: 'Stays for the grid: those present (waiting or in a bed), or those who left in a period.',
    reads: ['stays', 'beds'],
    input: z.discriminatedUnion('scope', [
      z.strictObject({ scope: z.literal('present') }),
      z.strictObject({ scope: z.literal('waiting') }),
      z.strictObject({
        scope: z.literal('left'),
        from: instant,
        to: instant,
        limit: z.int().min(1).max(2000).default(2000),
      }),
    ]),
    output: z.strictObject({ rows: z.array(stayRow), more: z.boolean() }),
  }),
  'stays.record': query({
    summary: 'One stay, whole: details, beds, every act, and the other stays of the same person.',
    reads: ['stays', 'beds', 'tests', 'rounds', 'care', 'releases'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      stay: stayRow,
      beds: z.array(z.strictObject({ bedId, code: z.string(), from: utcInstant, to: utcInstant.nullable() })),
      classifications: z.array(z.strictObject({ from: utcInstant, classification: z.enum(CLASSIFICATIONS) })),
      history: z.array(historyEntry),
      otherStays: z.array(
        z.strictObject({ stayId, number: z.int(), arrivedAt: utcInstant, leftAt: utcInstant.nullable() }),
      ),
      family: z.array(z.strictObject({ stayId, name: z.string(), bed: z.string(), age: z.int().nullable() })),
    }),
  }),
  'stays.search': query({
    summary:
      'Finds stays and beds by name, pinyin, initials, document number or tail, phone, stay number, bed code.',
    reads: ['stays', 'beds'],
    input: z.strictObject({ text: text(80), limit: z.int().min(1).max(50).default(12) }),
    output: z.array(searchHit),
  }),
  'stays.byDocument': query({
    summary: 'Is somebody with this document known, in house, or was here before?',
    reads: ['stays', 'beds'],
    input: z.strictObject({ documentType: z.enum(DOCUMENT_TYPES), documentNumber: text(40).min(1) }),
    output: z
      .strictObject({
        personId,
        details: admissionDetails,
        inHouse: z.strictObject({ stayId, number: z.int(), bed: z.string() }).nullable(),
        stays: z.array(
          z.strictObject({ stayId, number: z.int(), arrivedAt: utcInstant, leftAt: utcInstant.nullable() }),
        ),
      })
      .nullable(),
  }),
  'stays.admit': command({
    summary: 'Admits one person, with a bed or to the waiting list. Nothing but a name is needed.',
    changes: ['stays', 'beds', 'convoys'],
    refusals: [
      'document-invalid',
      'already-in-house',
      'already-waiting',
      'overlapping-stays',
      'in-future',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
      'no-such-bed',
      'no-such-stay',
      'no-such-convoy',
    ],
    input: {
      details: admissionDetails,
      bedId: bedId.nullable(),
      /** A stay whose family this person belongs to. */
      familyOf: stayId.nullable(),
      convoyId: convoyId.nullable(),
    },
    output: z.strictObject({
      actId,
      stayId,
      number: z.int(),
      bed: z.string().nullable(),
      returning: z.boolean(),
    }),
  }),
  'stays.correct': command({
    summary:
      'Corrects or completes what is known about a stay and its person; every change keeps its before and after.',
    changes: ['stays', 'beds'],
    refusals: ['no-such-stay', 'stale', 'document-invalid', 'documents-of-two-people'],
    input: { stayId, ...expected, details: admissionDetails.partial() },
    output: done,
  }),
  'stays.linkFamily': command({
    summary: 'Makes stays one family, or takes them out of theirs (one stay alone).',
    changes: ['stays', 'beds'],
    refusals: ['no-such-stay'],
    input: { stayIds: z.array(stayId).min(1).max(30) },
    output: done,
  }),
  'stays.assign': command({
    summary: 'Gives a waiting patient a bed.',
    changes: ['stays', 'beds'],
    refusals: [
      'no-such-stay',
      'no-such-bed',
      'stale',
      'has-bed',
      'not-in-house',
      'before-arrival',
      'in-future',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
    ],
    input: {
      stayId,
      bedId,
      ...expected,
      /** Puts aside what a doctor may put aside; needs a reason. */ override: z.boolean().default(false),
    },
    output: done,
  }),
  'stays.move': command({
    summary: 'Moves a patient to another bed; the old one awaits disinfection.',
    changes: ['stays', 'beds'],
    refusals: [
      'no-such-stay',
      'no-such-bed',
      'stale',
      'has-no-bed',
      'same-bed',
      'not-in-house',
      'before-last-move',
      'in-future',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
    ],
    input: {
      stayId,
      bedId,
      ...expected,
      because: z.enum(MOVE_REASONS),
      override: z.boolean().default(false),
    },
    output: done,
  }),
  'stays.swap': command({
    summary: 'Two patients change beds.',
    changes: ['stays', 'beds'],
    refusals: [
      'no-such-stay',
      'stale',
      'has-no-bed',
      'same-bed',
      'before-last-move',
      'in-future',
      'bed-not-allowed',
    ],
    input: {
      first: z.strictObject({ stayId, ...expected }),
      second: z.strictObject({ stayId, ...expected }),
      because: z.enum(MOVE_REASONS),
      override: z.boolean().default(false),
    },
    output: done,
  }),
};
