import { z } from 'zod';
import { GENES } from './clinical-vocabulary.ts';
import { localDate, text } from './values.ts';
import { CLASSIFICATIONS, KEY_GROUPS } from './vocabulary.ts';

const bilingual = z.strictObject({ zh: text(300), en: text(300) });

/** When two negative samples are two, and what counts as one. Null: release needs no test at all. */
const testRule = z.strictObject({
  /**
   * Consecutive samples that must qualify, by sampling time. Of a row without a positive the earliest that are
   * `intervalHours` apart are taken, so a further negative sample in between does no harm: negatives at 0, 12 and
   * 24 hours are two samples 24 hours apart.
   */
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
  /**
   * A pooled positive breaks each member's row, unless the member's next single test was taken within
   * `pooledRetestHours` of the pool and qualifies (then it was somebody else's); or it is passed over.
   */
  pooledPositive: z.enum(['breaks', 'passed-over']),
  pooledRetestHours: z.number().min(0).max(168),
  /**
   * The day (day 0: see `minimumStay.countedFrom`) from which the first, second … sample of the row counts, by the
   * hospital's calendar: [6, 7] asks for one on day 6 and one on day 7, and where one of those was positive or left
   * out, for later ones. Empty: any day.
   */
  onDays: z.array(z.int().min(0).max(60)).max(5),
});

/**
 * A protocol: the rules by which patients are judged, as a named, versioned, dated document. Shipped in
 * resources/protocols, copied into the ward when chosen or edited. Sources stand in each file.
 */
const protocolShape = z.strictObject({
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
    /**
     * Days of the hospital's calendar since the first positive test, or since arrival, before which nobody leaves:
     * 7 days from 1 April end at the beginning of 8 April. Where no first positive test is on record the day of
     * arrival stands for it.
     */
    minimumStay: z.strictObject({
      days: z.int().min(0).max(60),
      countedFrom: z.enum(['first-positive', 'arrival']),
    }),
    /**
     * Hours since the last fever, or where there was none since the first temperature of the stay. Null: fever is no
     * rule of release. Fever is a temperature of `fever.celsius` or more.
     */
    feverFreeHours: z.number().min(0).max(240).nullable(),
    /** The last answer at a round has to be "clearly better", or no symptoms at all. */
    symptomsBetter: z.boolean(),
    /** For these two rules the last temperature, the last answer, must not be older than this. */
    seenWithinHours: z.number().min(1).max(240),
    /** These belong elsewhere, whatever their tests say. `unknown` is never excluded: a doctor has to look first. */
    excluded: z.array(z.enum(CLASSIFICATIONS).exclude(['unknown'])),
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
      respiratoryRate: z.int().min(0).max(300),
      /** At or below, percent, at rest in room air. */
      spo2: z.int().min(0).max(300),
    }),
    child: z.strictObject({
      /** The first row whose `underMonths` lies above the age holds; the last one has null. */
      respiratoryRates: z
        .array(
          z.strictObject({
            underMonths: z.int().min(1).max(300).nullable(),
            atOrAbove: z.int().min(0).max(300),
          }),
        )
        .min(1),
      spo2: z.int().min(0).max(300),
      highFeverDays: z.int().min(0).max(60),
      signs: z.array(z.enum(['nasal-flaring', 'retractions', 'drowsy', 'convulsion', 'refuses-food'])),
    }),
  }),
  /** Signs that somebody may soon be severe: seen, not yet severe. */
  earlyWarning: z.strictObject({
    adult: z.strictObject({
      spo2: z.int().min(0).max(300).nullable(),
      respiratoryRate: z.int().min(0).max(300).nullable(),
      pulse: z.int().min(0).max(300).nullable(),
      symptomsWorse: z.boolean(),
      feverDays: z.int().min(0).max(60).nullable(),
    }),
    child: z.strictObject({
      spo2: z.int().min(0).max(300).nullable(),
      symptomsWorse: z.boolean(),
      feverDays: z.int().min(0).max(60).nullable(),
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

/** Numbers that contradict each other, with the place of the one to change. */
export const protocol = protocolShape.superRefine((given, check) => {
  const fault = (path: (string | number)[], message: string) =>
    check.addIssue({ code: 'custom', path, message });
  const { tests } = given.release;
  if (tests !== null && tests.onDays.length > tests.consecutive)
    fault(['release', 'tests', 'onDays'], 'more days than samples');
  if (tests?.onDays.some((day, i) => i > 0 && day < (tests.onDays[i - 1] ?? 0)))
    fault(['release', 'tests', 'onDays'], 'days must ascend');
  if (given.fever.highCelsius < given.fever.celsius)
    fault(['fever', 'highCelsius'], 'high fever lies below fever');
  const rates = given.severe.child.respiratoryRates;
  for (const [i, { underMonths }] of rates.entries()) {
    const last = i === rates.length - 1;
    if (
      last !== (underMonths === null) ||
      (underMonths ?? 0) < (rates[i - 1]?.underMonths ?? 0) + (last ? -1e9 : 1)
    )
      fault(['severe', 'child', 'respiratoryRates', i], 'ages must ascend; the last has none');
  }
});

export type Protocol = z.infer<typeof protocol>;
