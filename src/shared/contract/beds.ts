import { z } from 'zod';
import { command, query } from './procedure.ts';
import { actId, bedId, careUnitId, instant, stayId, text, utcInstant, zoneId } from './values.ts';
import {
  BED_ATTRIBUTES,
  BED_STATES,
  CLASSIFICATIONS,
  CLOSURE_REASONS,
  SEX_POLICIES,
  SEXES,
} from './vocabulary.ts';

const rectangle = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

const planZone = z.strictObject({
  id: zoneId,
  code: z.string(),
  name: z.string(),
  sexPolicy: z.enum(SEX_POLICIES),
  ...rectangle,
});
const planUnit = z.strictObject({ id: careUnitId, zoneId, code: z.string(), ...rectangle });
const planBed = z.strictObject({
  id: bedId,
  careUnitId,
  code: z.string(),
  /** Metres from the top left corner of the floor to the middle of the bed. */
  x: z.number(),
  y: z.number(),
  attributes: z.array(z.enum(BED_ATTRIBUTES)),
});

/** A place that can be closed: one bed, one care unit, one zone. */
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bed'), id: bedId }),
  z.strictObject({ kind: z.literal('care-unit'), id: careUnitId }),
  z.strictObject({ kind: z.literal('zone'), id: zoneId }),
]);
export type Place = z.infer<typeof place>;

/** Why somebody closes a place by hand. */
const closingReason = z.enum(CLOSURE_REASONS).exclude(['admissions-stopped', 'zone-closed']);
export type ClosingReason = z.infer<typeof closingReason>;
export const CLOSING_REASONS: readonly ClosingReason[] = closingReason.options;

const closureView = z.strictObject({
  scope: z.enum(['bed', 'care-unit', 'zone']),
  reason: z.enum(CLOSURE_REASONS),
  note: z.string(),
  since: utcInstant,
});

const occupant = z.strictObject({
  stayId,
  number: z.int(),
  version: z.int(),
  name: z.string(),
  initials: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  classification: z.enum(CLASSIFICATIONS),
  since: utcInstant,
  family: z.boolean(),
  provisional: z.boolean(),
  /** A key patient, or one who by the rules belongs in a designated hospital. */
  alert: z.boolean(),
});

/** The state of a bed is derived; what it is derived from stands beside it. */
const bedView = z.strictObject({
  id: bedId,
  version: z.int(),
  state: z.enum(BED_STATES),
  occupant: occupant.nullable(),
  reservation: z
    .strictObject({ stayId: stayId.nullable(), name: z.string(), note: z.string(), since: utcInstant })
    .nullable(),
  disinfection: z.strictObject({ since: utcInstant, readyAt: utcInstant }).nullable(),
  closure: closureView.nullable(),
});
export type BedView = z.infer<typeof bedView>;

export const bedCounts = z.strictObject({
  total: z.int(),
  available: z.int(),
  reserved: z.int(),
  occupied: z.int(),
  awaitingDisinfection: z.int(),
  outOfService: z.int(),
});
export type BedCounts = z.infer<typeof bedCounts>;

export const done = z.strictObject({ actId });

const bedOccupancy = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  from: utcInstant,
  to: utcInstant.nullable(),
});

export const beds = {
  'beds.plan': query({
    summary: 'The floor: zones, care units, beds with their places and attributes, landmarks.',
    reads: ['hospital'],
    input: z.strictObject({}),
    output: z.strictObject({
      floor: z.strictObject({ width: z.number(), height: z.number() }),
      zones: z.array(planZone),
      careUnits: z.array(planUnit),
      beds: z.array(planBed),
      landmarks: z.array(z.strictObject({ kind: z.string(), label: z.string(), ...rectangle })),
    }),
  }),
  'beds.board': query({
    summary:
      'Every bed with its state, now or at a past instant, as it is known now or was at an earlier moment, by bed codes.',
    reads: ['beds', 'stays'],
    refusals: ['in-future'],
    input: z.strictObject({ at: instant.optional(), knownAt: instant.optional() }),
    output: z.strictObject({ at: utcInstant, counts: bedCounts, beds: z.array(bedView) }),
  }),
  'beds.card': query({
    summary: 'One bed: who had it when, and the last acts that touched it.',
    reads: ['beds', 'stays'],
    refusals: ['no-such-bed'],
    input: z.strictObject({ bedId }),
    output: z.strictObject({ code: z.string(), view: bedView, history: z.array(bedOccupancy) }),
  }),
  'beds.close': command({
    summary: 'Takes a bed, a care unit or a zone out of service. Whoever is in it stays until moved.',
    changes: ['beds'],
    refusals: ['no-such-place', 'already-closed'],
    input: { place, reason: closingReason, note: text(200) },
    output: done,
  }),
  'beds.reopen': command({
    summary:
      'Takes a closed bed, care unit or zone back into service. Beds closed by themselves stay closed.',
    changes: ['beds'],
    refusals: ['no-such-place', 'not-closed', 'zone-by-its-steps'],
    input: { place },
    output: done,
  }),
  'beds.reserve': command({
    summary: 'Holds an available bed, for a stay or for a reason.',
    changes: ['beds'],
    refusals: [
      'no-such-bed',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'no-such-stay',
    ],
    input: { bedId, stayId: stayId.nullable(), note: text(200) },
    output: done,
  }),
  'beds.release': command({
    summary: 'Lets a reserved bed go.',
    changes: ['beds'],
    refusals: ['no-such-bed', 'not-reserved'],
    input: { bedId },
    output: done,
  }),
  'beds.signOffDisinfection': command({
    summary: 'Signs off the terminal disinfection of one bed or many; only then are they offered again.',
    changes: ['beds'],
    refusals: ['no-such-bed', 'not-awaiting-disinfection', 'disinfection-too-early'],
    input: { bedIds: z.array(bedId).min(1).max(5000) },
    output: done,
  }),
};
