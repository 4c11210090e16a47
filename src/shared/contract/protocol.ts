import { z } from 'zod';
import { GENES } from './clinical-vocabulary.ts';
import { localDate, text } from './values.ts';
import { CLASSIFICATIONS, KEY_GROUPS } from './vocabulary.ts';

const bilingual = z.strictObject({ zh: text(300), en: text(300) });

/** When two negative samples are two, and what counts as one. Null: release needs no test at all. */
const testRule = z.strictObject({
  /** Consecutive samples that must qualify, by sampling time. */
  consecutive: z.int().min(1).max(5),
  /** Least hours from sampling to sampling of neighbours; exactly this many is enough. */
  intervalHours: z.number().min(0).max(168),
  /** A gene qualifies at this Ct or above (cycles), or when it was not detected. */
  ctThreshold: z.number().min(20).max(45),
  genes: z.array(z.enum(GENES)).min(1),
  /** An invalid sample in between: passed over, or it breaks the row. */
  invalid: z.enum(['passed-over', 'breaks']),
  /** A pool that qualifies: counts for each member, or only asks for a single test. */
  pooledNegative: z.enum(['counts', 'passed-over']),
  /** A pooled positive: breaks each member's row until a single test says otherwise, or is passed over. */
  pooledPositive: z.enum(['breaks', 'passed-over']),
  /** Days (day 0: see `minimumStay.countedFrom`) on which the samples must have been taken; empty: any. */
  onDays: z.array(z.int().min(0).max(60)).max(10),
});

/**
 * A protocol: the rules by which patients are judged, as a named, versioned, dated document. Shipped in
 * resources/protocols, copied into the ward when chosen or edited. Sources stand in each file.
 */
export const protocol = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(60),
  version: z.int().min(1),
  name: bilingual,
  /** Who published it and when; what of it is local policy. */
  source: bilingual,
  publishedOn: localDate,
  release: z.strictObject({
    tests: testRule.nullable(),
    /** Full days since the first positive test, or since arrival, before which nobody leaves. */
    minimumStay: z.strictObject({
      days: z.int().min(0).max(60),
      countedFrom: z.enum(['first-positive', 'arrival']),
    }),
    /** Null: fever is no rule of release. Fever is a temperature of `fever.celsius` or more. */
    feverFreeHours: z.number().min(0).max(240).nullable(),
    /** The last answer at a round has to be "clearly better", or no symptoms at all. */
    symptomsBetter: z.boolean(),
    /** These belong elsewhere, whatever their tests say. */
    excluded: z.array(z.enum(CLASSIFICATIONS)),
  }),
  fever: z.strictObject({ celsius: z.number().min(36).max(40), highCelsius: z.number().min(37).max(41) }),
  ages: z.strictObject({
    /** Under this age (full years) the severe criteria for children hold. */
    childUnder: z.int().min(1).max(21),
    /** From this age NEWS2 holds. */
    scoreFrom: z.int().min(1).max(21),
  }),
  severe: z.strictObject({
    adult: z.strictObject({
      /** At or above, a minute. */
      respiratoryRate: z.int(),
      /** At or below, percent, at rest in room air. */
      spo2: z.int(),
    }),
    child: z.strictObject({
      /** The first row whose `underMonths` lies above the age holds; the last one has null. */
      respiratoryRates: z
        .array(z.strictObject({ underMonths: z.int().nullable(), atOrAbove: z.int() }))
        .min(1),
      spo2: z.int(),
      highFeverDays: z.int(),
      signs: z.array(z.enum(['nasal-flaring', 'retractions', 'drowsy', 'convulsion', 'refuses-food'])),
    }),
  }),
  /** Signs that somebody may soon be severe: seen, not yet severe. */
  earlyWarning: z.strictObject({
    adult: z.strictObject({
      spo2: z.int().nullable(),
      respiratoryRate: z.int().nullable(),
      pulse: z.int().nullable(),
      symptomsWorse: z.boolean(),
      feverDays: z.int().nullable(),
    }),
    child: z.strictObject({
      spo2: z.int().nullable(),
      symptomsWorse: z.boolean(),
      feverDays: z.int().nullable(),
      drowsy: z.boolean(),
    }),
  }),
  highRisk: z.strictObject({
    /** Over this age in full years. */
    over: z.int().min(1).max(120),
    groups: z.array(z.enum(KEY_GROUPS)),
    /** Examinations that a key patient is due after arrival: within these hours. */
    examinationWithinHours: z.number().min(1).max(240),
  }),
  /** Hours between rounds by risk, and between samples. */
  rounds: z.strictObject({
    lowHours: z.number().min(1).max(24),
    keyPatientHours: z.number().min(1).max(24),
    scoreOneToFourHours: z.number().min(1).max(24),
    singleThreeHours: z.number().min(0.5).max(24),
    scoreFiveHours: z.number().min(0.25).max(24),
    /** Minutes after which what is due counts as overdue. */
    graceMinutes: z.int().min(0).max(720),
    /** Minutes after which an alert that nobody acknowledged is escalated to the team lead. */
    escalateMinutes: z.int().min(1).max(1440),
  }),
  /** Hours after which somebody who had no sample is due one; after a sample the rule of release says. */
  sampleEveryHours: z.number().min(1).max(168),
  homeMonitoringDays: z.int().min(0).max(30),
});

export type Protocol = z.infer<typeof protocol>;
