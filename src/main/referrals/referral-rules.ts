import type { ReferralStage } from '#shared/contract/referrals.ts';
import type { RefusalCode } from '#shared/messages/refusals.ts';
import type { Instant } from '#shared/rules/instant.ts';

/** The times of a referral, and of the end of its stay. */
export interface ReferralTimes {
  readonly requested_at: Instant;
  readonly accepted_at: Instant | null;
  readonly vehicle_at: Instant | null;
  readonly left_at: Instant | null;
  readonly arrived_at: Instant | null;
  readonly cancelled_at: Instant | null;
  /** When the stay ended, by this referral or in another way. */
  readonly stay_to: Instant | null;
}

/** The steps of the green channel 绿色通道, in the only order in which they can be noted. */
const STEPS = ['accepted', 'vehicle', 'left', 'arrived'] as const;
export type Step = (typeof STEPS)[number];

export const TIME_OF = {
  accepted: 'accepted_at',
  vehicle: 'vehicle_at',
  left: 'left_at',
  arrived: 'arrived_at',
} as const satisfies Record<Step, keyof ReferralTimes>;

/** How far it has come, and since when. A stay that ended without `left_at` overtook its referral. */
export function stageOf(times: ReferralTimes): { stage: ReferralStage; since: Instant } {
  if (times.cancelled_at !== null) return { stage: 'cancelled', since: times.cancelled_at };
  if (times.left_at === null && times.stay_to !== null) return { stage: 'overtaken', since: times.stay_to };
  for (const step of [...STEPS].reverse()) {
    const at = times[TIME_OF[step]];
    if (at !== null) return { stage: step, since: at };
  }
  return { stage: 'requested', since: times.requested_at };
}

const MISSING = {
  accepted: 'referral-not-accepted',
  vehicle: 'referral-no-vehicle',
  left: 'referral-not-left',
} as const satisfies Record<Exclude<Step, 'arrived'>, RefusalCode>;

export type StepProblem =
  | { code: 'referral-over' }
  | { code: 'referral-stage-done'; at: Instant }
  | { code: (typeof MISSING)[keyof typeof MISSING] }
  | { code: 'referral-time-order'; before: Instant };

/**
 * Why this step cannot be noted for this moment: it is over, noted already, a step before it is missing, or the
 * moment lies before that step. Null where it can.
 */
export function whyNot(times: ReferralTimes, step: Step, at: Instant): StepProblem | null {
  const { stage, since } = stageOf(times);
  const done = times[TIME_OF[step]];
  if (stage === 'cancelled' || stage === 'overtaken') return { code: 'referral-over' };
  if (done !== null) return { code: 'referral-stage-done', at: done };
  for (const before of STEPS.slice(0, STEPS.indexOf(step)) as (keyof typeof MISSING)[]) {
    if (times[TIME_OF[before]] === null) return { code: MISSING[before] };
  }
  return at < since ? { code: 'referral-time-order', before: since } : null;
}
