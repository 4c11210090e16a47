import { z } from 'zod';
import { done } from './beds.ts';
import { GENE_READINGS, NAT_OUTCOMES } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { news2Score, observation } from './rounds.ts';
import { actId, localDate, referralId, stayId, text, utcInstant } from './values.ts';
import { CLASSIFICATIONS, KEY_GROUPS, MOBILITIES, SEXES, WAYS_OF_LEAVING } from './vocabulary.ts';

/**
 * How far a referral has come, in order; and its two other ends. `overtaken`: the stay ended in another way while
 * it was open. Derived from the times, stored nowhere.
 */
const REFERRAL_STAGES = [
  'requested',
  'accepted',
  'vehicle',
  'left',
  'arrived',
  'cancelled',
  'overtaken',
] as const;
export type ReferralStage = (typeof REFERRAL_STAGES)[number];

const referralView = z.strictObject({
  referralId,
  stayId,
  name: z.string(),
  number: z.int(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  /** The bed, or the one that the patient left from; '' for who waited. */
  bed: z.string(),
  hospital: z.string(),
  reason: z.string(),
  urgent: z.boolean(),
  holdBed: z.boolean(),
  plate: z.string(),
  contact: z.string(),
  note: z.string(),
  stage: z.enum(REFERRAL_STAGES),
  /** When it came to this stage. */
  since: utcInstant,
  requestedAt: utcInstant,
  acceptedAt: utcInstant.nullable(),
  vehicleAt: utcInstant.nullable(),
  leftAt: utcInstant.nullable(),
  arrivedAt: utcInstant.nullable(),
  cancelledAt: utcInstant.nullable(),
  cancelReason: z.string(),
  /** Set where it was overtaken: how the stay ended instead. */
  endedBy: z
    .strictObject({ at: utcInstant, way: z.enum(WAYS_OF_LEAVING), destination: z.string() })
    .nullable(),
});
export type ReferralView = z.infer<typeof referralView>;

const test = z.strictObject({
  barcode: z.string(),
  sampledAt: utcInstant,
  pooled: z.boolean(),
  /** Null while there is no result. */
  outcome: z.enum(NAT_OUTCOMES).nullable(),
  orf: z.strictObject({ reading: z.enum(GENE_READINGS), ct: z.number().nullable() }),
  n: z.strictObject({ reading: z.enum(GENE_READINGS), ct: z.number().nullable() }),
});

const STAGE_REFUSALS = [
  'no-such-referral',
  'referral-over',
  'referral-stage-done',
  'referral-time-order',
  'in-future',
] as const;

export const referrals = {
  'referrals.list': query({
    summary: 'Referrals under way: urgent ones first, then those that wait longest.',
    reads: ['care', 'stays', 'beds'],
    input: z.strictObject({}),
    output: z.array(referralView),
  }),
  'referrals.ofStay': query({
    summary: 'Every referral of one stay, latest first, also those that are over.',
    reads: ['care', 'stays', 'beds'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.array(referralView),
  }),
  'referrals.summary': query({
    summary: 'Everything that the receiving hospital needs to know, for the one-page summary.',
    reads: ['care', 'stays', 'beds', 'rounds', 'tests', 'protocols'],
    refusals: ['no-such-referral'],
    input: z.strictObject({ referralId }),
    output: z.strictObject({
      referral: referralView,
      hospitalName: z.string(),
      documentType: z.string(),
      documentNumber: z.string(),
      birthDate: localDate.nullable(),
      phone: z.string(),
      address: z.string(),
      emergencyContact: z.string(),
      emergencyPhone: z.string(),
      companions: z.string(),
      mobility: z.enum(MOBILITIES),
      arrivedAt: utcInstant,
      daysInHouse: z.int(),
      classification: z.enum(CLASSIFICATIONS),
      firstPositiveDate: localDate.nullable(),
      keyGroups: z.array(z.enum(KEY_GROUPS)),
      conditions: z.string(),
      vaccineDoses: z.int().nullable(),
      remarks: z.string(),
      /** The last three, latest first, each with its NEWS2. */
      observations: z.array(z.strictObject({ ...observation.shape, score: news2Score })),
      /** The last five samples, latest first. */
      tests: z.array(test),
    }),
  }),
  'referrals.request': command({
    summary: 'Asks for a place in a designated hospital through the green channel, for somebody in house.',
    changes: ['care'],
    refusals: ['no-such-stay', 'not-in-house', 'before-arrival', 'referral-open', 'in-future'],
    input: {
      stayId,
      hospital: text(120).trim().min(1),
      reason: text(300).trim().min(1),
      urgent: z.boolean(),
      /** Keep the bed for this patient after leaving, or free it for the next. */
      holdBed: z.boolean(),
      contact: text(120),
      note: text(300),
    },
    output: z.strictObject({ actId, referralId }),
  }),
  'referrals.accept': command({
    summary: 'The hospital takes the patient; it may be another one than was asked first.',
    changes: ['care'],
    refusals: [...STAGE_REFUSALS],
    input: { referralId, hospital: text(120).trim().min(1).optional(), contact: text(120).optional() },
    output: done,
  }),
  'referrals.sendVehicle': command({
    summary: 'A vehicle is on its way or there.',
    changes: ['care'],
    refusals: [...STAGE_REFUSALS, 'referral-not-accepted'],
    input: { referralId, plate: text(40).trim().min(1) },
    output: done,
  }),
  'referrals.leave': command({
    summary:
      'The patient leaves for the hospital: the stay ends, the bed awaits disinfection, and is held afterwards if so chosen.',
    changes: ['care', 'stays', 'beds'],
    refusals: [
      ...STAGE_REFUSALS,
      'referral-not-accepted',
      'referral-no-vehicle',
      'before-arrival',
      'before-last-move',
      'before-last-fact',
    ],
    input: { referralId, holdBed: z.boolean().optional(), companion: text(120).default('') },
    output: done,
  }),
  'referrals.arrive': command({
    summary: 'The patient is in the other hospital.',
    changes: ['care'],
    refusals: [...STAGE_REFUSALS, 'referral-not-accepted', 'referral-no-vehicle', 'referral-not-left'],
    input: { referralId },
    output: done,
  }),
  'referrals.cancel': command({
    summary: 'Calls a referral off before the patient has left; needs a reason.',
    changes: ['care'],
    refusals: [
      'no-such-referral',
      'referral-over',
      'referral-left',
      'referral-time-order',
      'reason-needed',
      'in-future',
    ],
    input: { referralId },
    output: done,
  }),
};
