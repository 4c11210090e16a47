import { z } from 'zod';
import { done } from './beds.ts';
import {
  CONSCIOUSNESS_LEVELS,
  EXAMINATION_KINDS,
  OXYGEN_SUPPLIES,
  PATIENT_MARKS,
  SYMPTOM_TRENDS,
  SYMPTOMS,
} from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { protocol } from './protocol.ts';
import {
  actId,
  bedId,
  careUnitId,
  examinationId,
  instant,
  localDate,
  stayId,
  text,
  utcInstant,
} from './values.ts';
import { KEY_GROUPS, SEXES } from './vocabulary.ts';

/**
 * What was seen at one bedside, null where it was not looked at. °C, beats and breaths a minute, percent,
 * litres a minute, mmHg. What is possible and what is usual stands in rules/vital-signs.ts.
 */
const vitalSigns = z.strictObject({
  temperature: z.number().nullable(),
  pulse: z.int().nullable(),
  respiratoryRate: z.int().nullable(),
  spo2: z.int().nullable(),
  oxygen: z.enum(OXYGEN_SUPPLIES).nullable(),
  oxygenFlow: z.number().nullable(),
  systolic: z.int().nullable(),
  diastolic: z.int().nullable(),
  consciousness: z.enum(CONSCIOUSNESS_LEVELS).nullable(),
  /** Null: nobody asked. Empty: asked, and there are none. */
  symptoms: z.array(z.enum(SYMPTOMS)).max(SYMPTOMS.length).nullable(),
  trend: z.enum(SYMPTOM_TRENDS).nullable(),
  /** False: a child that cried or was feverish, so that its breathing rate is not judged. */
  calm: z.boolean(),
  note: text(500),
});
export type VitalSigns = z.infer<typeof vitalSigns>;

/** The signs of one moment. */
export const observation = z.strictObject({ ...vitalSigns.shape, takenAt: utcInstant });
export type Observation = z.infer<typeof observation>;

/** The signs that have a range of what is possible. */
export const MEASURED_SIGNS = [
  'temperature',
  'pulse',
  'respiratoryRate',
  'spo2',
  'oxygenFlow',
  'systolic',
  'diastolic',
] as const;
export type MeasuredSign = (typeof MEASURED_SIGNS)[number];

const sentence = z.strictObject({ zh: z.string(), en: z.string() });

/** The seven columns of NEWS2. */
export const NEWS2_SIGNS = [
  'respiratoryRate',
  'spo2',
  'oxygen',
  'systolic',
  'pulse',
  'consciousness',
  'temperature',
] as const;
export type News2Sign = (typeof NEWS2_SIGNS)[number];

/**
 * A NEWS2 score. `incomplete` has no total, only the points so far: what is missing can only add to them.
 * `not-applicable`: a child, or in pregnancy.
 */
export const news2Score = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('complete'),
    total: z.int(),
    threes: z.array(z.enum(NEWS2_SIGNS)),
    points: z.partialRecord(z.enum(NEWS2_SIGNS), z.int()),
    /** No birth date is known: scored as an adult. */
    ageUnknown: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('incomplete'),
    atLeast: z.int(),
    missing: z.array(z.enum(NEWS2_SIGNS)),
    threes: z.array(z.enum(NEWS2_SIGNS)),
    points: z.partialRecord(z.enum(NEWS2_SIGNS), z.int()),
    ageUnknown: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('not-applicable'), why: z.enum(['age', 'pregnant']) }),
]);
export type News2Score = z.infer<typeof news2Score>;

/** One criterion of the protocol that an observation meets, with its value and threshold in words. */
const finding = z.strictObject({
  level: z.enum(['severe', 'warning', 'not-judged']),
  criterion: z.string(),
  sentence,
});
export type Finding = z.infer<typeof finding>;

/** Why somebody is a key patient: a group of the protocol, or a mark set by hand. */
export const keyReason = z.enum([...KEY_GROUPS, ...PATIENT_MARKS]);
export type KeyReason = z.infer<typeof keyReason>;

const judged = { score: news2Score, findings: z.array(finding) };

/** One patient as the round meets them. */
const roundRow = z.strictObject({
  stayId,
  name: z.string(),
  number: z.int(),
  sex: z.enum(SEXES),
  birthDate: localDate.nullable(),
  age: z.int().nullable(),
  bedId: bedId.nullable(),
  /** '' for who waits for a bed. */
  bed: z.string(),
  careUnitId: careUnitId.nullable(),
  arrivedAt: utcInstant,
  pregnant: z.boolean(),
  scale2: z.boolean(),
  keyReasons: z.array(keyReason),
  last: z.strictObject({ ...observation.shape, ...judged }).nullable(),
  dueAt: utcInstant,
  /** Due and past the protocol's grace. */
  overdue: z.boolean(),
  /** Any criterion of the protocol that is still met, or a NEWS2 that asks for help. */
  worst: z.enum(['emergency', 'urgent', 'none']),
});
export type RoundRow = z.infer<typeof roundRow>;

const observationRow = z.strictObject({
  ...observation.shape,
  ...judged,
  actId,
  who: z.string(),
  recordedAt: utcInstant,
  late: z.boolean(),
});
export type ObservationRow = z.infer<typeof observationRow>;

const examinationRow = z.strictObject({
  examinationId,
  kind: z.enum(EXAMINATION_KINDS),
  dueAt: utcInstant,
  doneAt: utcInstant.nullable(),
  cancelled: z.boolean(),
  finding: z.string(),
  overdue: z.boolean(),
});
export type ExaminationRow = z.infer<typeof examinationRow>;

const recorded = z.strictObject({ actId, stayId, ...judged, dueAt: utcInstant });

/** Fields with an unusual value that the nurse has looked at again. */
const confirmed = z.array(z.enum(MEASURED_SIGNS)).max(MEASURED_SIGNS.length).default([]);

const SIGN_REFUSALS = ['nothing-observed', 'sign-impossible', 'sign-unusual'] as const;

export const rounds = {
  'rounds.units': query({
    summary: 'Care units in walking order, with how many patients are due and overdue a round.',
    reads: ['rounds', 'stays', 'beds', 'protocols'],
    runs: 'worker',
    input: z.strictObject({}),
    output: z.strictObject({
      units: z.array(
        z.strictObject({
          /** Null: those who wait for a bed. */
          careUnitId: careUnitId.nullable(),
          code: z.string(),
          zone: z.string(),
          patients: z.int(),
          due: z.int(),
          overdue: z.int(),
          worst: z.enum(['emergency', 'urgent', 'none']),
        }),
      ),
    }),
  }),
  'rounds.list': query({
    summary:
      'The patients of one care unit, of those without a bed, or of all, in walking order, for a round.',
    reads: ['rounds', 'stays', 'beds', 'protocols'],
    input: z.strictObject({ of: z.union([z.literal('all'), z.literal('waiting'), careUnitId]) }),
    output: z.strictObject({
      at: utcInstant,
      rows: z.array(roundRow),
      /** By which a screen scores and judges what is being typed, before it is recorded. */
      protocol,
    }),
  }),
  'rounds.ofStay': query({
    summary: 'Every observation of a stay with score and findings side by side, marks and examinations.',
    reads: ['rounds', 'stays', 'protocols'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      /** Latest first. */
      observations: z.array(observationRow),
      marks: z.array(
        z.strictObject({ mark: z.enum(PATIENT_MARKS), since: utcInstant, note: z.string(), who: z.string() }),
      ),
      examinations: z.array(examinationRow),
      keyReasons: z.array(keyReason),
      /** Null once the stay is over. */
      dueAt: utcInstant.nullable(),
      overdue: z.boolean(),
      /** What the charts draw beside the values. */
      thresholds: z.strictObject({
        fever: z.number(),
        highFever: z.number(),
        respiratoryRate: z.int().nullable(),
        spo2: z.int(),
      }),
    }),
  }),
  'rounds.record': command({
    summary: 'Records what was seen at a bedside at the moment of the act.',
    changes: ['rounds'],
    refusals: [
      'no-such-stay',
      'before-arrival',
      'after-leaving',
      'in-future',
      'observed-already',
      ...SIGN_REFUSALS,
    ],
    input: { stayId, signs: vitalSigns, confirmed },
    output: recorded,
  }),
  'rounds.correct': command({
    summary: 'Corrects the observation of a moment; each sign keeps its before and after.',
    changes: ['rounds'],
    refusals: ['no-such-stay', 'no-such-observation', ...SIGN_REFUSALS],
    input: { stayId, takenAt: instant, signs: vitalSigns, confirmed },
    output: recorded,
  }),
  'rounds.mark': command({
    summary: 'Marks a patient: key patient, second SpO2 scale, pregnant, living alone …',
    changes: ['rounds'],
    refusals: ['no-such-stay', 'not-in-house', 'before-arrival', 'marked-already'],
    input: { stayId, mark: z.enum(PATIENT_MARKS), note: text(300).default('') },
    output: done,
  }),
  'rounds.unmark': command({
    summary: 'Takes a mark off a patient.',
    changes: ['rounds'],
    refusals: ['no-such-stay', 'not-marked'],
    input: { stayId, mark: z.enum(PATIENT_MARKS) },
    output: done,
  }),
  'rounds.orderExamination': command({
    summary: 'Orders an examination for a patient, due at a moment.',
    changes: ['rounds'],
    refusals: ['no-such-stay', 'not-in-house', 'before-arrival'],
    input: { stayId, kind: z.enum(EXAMINATION_KINDS), dueAt: instant },
    output: z.strictObject({ actId, examinationId }),
  }),
  'rounds.completeExamination': command({
    summary: 'Records that an examination was done, and what was found.',
    changes: ['rounds'],
    refusals: ['no-such-examination', 'examination-ended', 'before-arrival', 'after-leaving'],
    input: { examinationId, finding: text(2000) },
    output: done,
  }),
  'rounds.cancelExamination': command({
    summary: 'Calls an examination off; needs a reason.',
    changes: ['rounds'],
    refusals: ['no-such-examination', 'examination-ended', 'reason-needed'],
    input: { examinationId },
    output: done,
  }),
};
