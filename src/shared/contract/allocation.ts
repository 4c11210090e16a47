import { z } from 'zod';
import { ALLOCATION_REASON_CODES } from './allocation-reasons.ts';
import { command, query } from './procedure.ts';
import { actId, bedId, instant, stayId } from './values.ts';

/** Why a bed was chosen, or none found: a code with a sentence in both languages. */
const reasonView = z.strictObject({
  code: z.enum(ALLOCATION_REASON_CODES),
  params: z.record(z.string(), z.string()),
});
export type ReasonView = z.infer<typeof reasonView>;

export const placement = z.strictObject({
  stayId,
  version: z.int(),
  name: z.string(),
  bedId,
  bed: z.string(),
  reasons: z.array(reasonView),
  warnings: z.array(reasonView),
  alternatives: z.array(z.strictObject({ bedId, bed: z.string(), reasons: z.array(reasonView) })),
});
export type Placement = z.infer<typeof placement>;

export const unplaced = z.strictObject({ stayId, name: z.string(), reasons: z.array(reasonView) });

const proposal = z.strictObject({ placed: z.array(placement), unplaced: z.array(unplaced) });
export type Proposal = z.infer<typeof proposal>;

export const allocation = {
  'allocation.propose': query({
    summary:
      'Beds for those who wait (or for the ones named), by the rules and the hospital’s preferences, with reasons.',
    reads: ['beds', 'stays', 'hospital'],
    runs: 'worker',
    refusals: ['no-such-stay'],
    input: z.strictObject({
      /** Null: everybody who waits. */
      stayIds: z.array(stayId).max(5000).nullable(),
      /** Choices made by hand that the proposal has to keep. */
      fixed: z.array(z.strictObject({ stayId, bedId })).max(5000).default([]),
    }),
    output: proposal,
  }),
  'allocation.proposeForPerson': query({
    summary: 'A bed for somebody who is not admitted yet, and other choices.',
    reads: ['beds', 'stays', 'hospital'],
    runs: 'worker',
    input: z.strictObject({
      sex: z.enum(['male', 'female', 'unknown']),
      age: z.int().min(0).max(150).nullable(),
      classification: z.string().max(40),
      needs: z.array(z.string().max(40)).max(20),
      mobility: z.string().max(40),
      conditions: z.string().max(500),
      familyOf: stayId.nullable(),
    }),
    output: z.strictObject({
      best: placement.omit({ stayId: true, version: true, name: true }).nullable(),
      reasons: z.array(reasonView),
    }),
  }),
  'allocation.check': query({
    summary: 'May this stay have this bed? What speaks against it, and what to mind.',
    reads: ['beds', 'stays', 'hospital'],
    refusals: ['no-such-stay', 'no-such-bed'],
    input: z.strictObject({ stayId, bedId }),
    output: z.strictObject({ refusals: z.array(reasonView), warnings: z.array(reasonView) }),
  }),
  'allocation.commit': command({
    summary:
      'Gives all the beds of a proposal at once, or none. Each from the patient’s arrival, or from the time given.',
    changes: ['stays', 'beds'],
    runs: 'worker',
    refusals: [
      'no-such-stay',
      'no-such-bed',
      'stale',
      'has-bed',
      'not-in-house',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
      'same-stay-twice',
      'before-arrival',
    ],
    input: {
      placements: z
        .array(z.strictObject({ stayId, bedId, expectedVersion: z.int().optional() }))
        .min(1)
        .max(5000),
      /** `arrival`: each from their own arrival, or from the moment the bed was free if that is later. */
      from: z.enum(['arrival', 'act']),
    },
    output: z.strictObject({ actId, placed: z.int() }),
  }),
  'allocation.run': command({
    summary: 'Proposes and commits for everybody who waits, in one transaction.',
    changes: ['stays', 'beds'],
    runs: 'worker',
    input: { at: instant.optional(), dryRun: z.boolean().default(false) },
    output: z.strictObject({
      actId: actId.nullable(),
      placed: z.int(),
      unplaced: z.array(unplaced),
    }),
  }),
};
