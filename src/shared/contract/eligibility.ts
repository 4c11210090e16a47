import { z } from 'zod';
import { VERDICTS } from './clinical-vocabulary.ts';
import { query } from './procedure.ts';
import { instant, stayId, utcInstant } from './values.ts';

/** The rules that a judgement lists, in this order; a rule that the protocol does not have is left out. */
const RELEASE_RULES = [
  'belongs-here',
  'not-severe',
  'not-referred',
  'tests',
  'minimum-stay',
  'fever-free',
  'symptoms',
] as const;
export type ReleaseRule = (typeof RELEASE_RULES)[number];

/** What somebody does next so that a patient comes nearer to leaving. */
const NEXT_ACTS = [
  'take-sample',
  'await-result',
  'take-temperature',
  'ask-symptoms',
  'see-doctor',
  'wait',
  'refer',
  'release',
] as const;
export type NextActKind = (typeof NEXT_ACTS)[number];

const language = z.enum(['zh-CN', 'en']).default('zh-CN');

const protocolName = z.strictObject({ key: z.string(), version: z.int(), name: z.string() });

/** What was to be met, what was seen, and why that is enough or not: a sentence in the language asked for. */
const rule = z.strictObject({
  rule: z.enum(RELEASE_RULES),
  met: z.boolean(),
  saw: z.string(),
  sentence: z.string(),
});

/** `earliest`: the moment judged at for the eligible, null for the excluded. */
const patient = z.strictObject({
  stayId,
  name: z.string(),
  documentNumber: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  earliest: utcInstant.nullable(),
  /** `at`: when it is due; null where nobody can say (a result that is awaited). */
  next: z.strictObject({ what: z.enum(NEXT_ACTS), at: utcInstant.nullable(), sentence: z.string() }),
  rules: z.array(rule),
});
export type EligibilityOfPatient = z.infer<typeof patient>;

const reads = ['stays', 'tests', 'protocols', 'rounds', 'care'] as const;

export const eligibility = {
  'eligibility.list': query({
    summary:
      'Who may leave by the protocol in force, who not yet and why, who belongs elsewhere: everybody in the ward at an instant, in walking order, or one stay.',
    reads,
    runs: 'worker',
    refusals: ['no-such-stay'],
    input: z.strictObject({ at: instant.optional(), stayId: stayId.optional(), language }),
    output: z.strictObject({
      at: utcInstant,
      protocol: protocolName,
      counts: z.strictObject({ eligible: z.int(), notYet: z.int(), excluded: z.int() }),
      patients: z.array(patient),
    }),
  }),
  'eligibility.ofStay': query({
    summary:
      'The judgement of one stay now, or for somebody who has left, as of then and with what the discharge was based on.',
    reads,
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId, language }),
    output: z.strictObject({
      at: utcInstant,
      protocol: protocolName,
      patient,
      /** What a discharge on order was judged by; null for those who are here, and for other ways of leaving. */
      basis: z
        .strictObject({ protocol: protocolName, verdict: z.enum(VERDICTS), judgedAt: utcInstant })
        .nullable(),
    }),
  }),
};
