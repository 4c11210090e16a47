import type { ReferralId } from '#shared/contract/values.ts';
import { localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { type ReferralNow, requireReferral, rewriteReferral } from './referral-repository.ts';
import { type Step, stageOf, TIME_OF, whyNot } from './referral-rules.ts';

/** The referral, if this step can be noted for it at the time of the act; else refused with what comes first. */
export async function requireStep(
  db: Reads,
  id: ReferralId,
  step: Step,
  act: Act,
  zone: TimeZone,
): Promise<ReferralNow> {
  const referral = await requireReferral(db, id);
  const problem = whyNot(referral, step, act.happenedAt);
  if (problem === null) return referral;
  const { name } = await requireStay(db, referral.stay_id);
  const words = { name, hospital: referral.hospital };
  switch (problem.code) {
    case 'referral-stage-done':
      throw new Refusal(problem.code, { ...words, at: localOf(problem.at, zone) });
    case 'referral-time-order':
      throw timeOrder(act, problem.before, zone);
    default:
      throw new Refusal(problem.code, words);
  }
}

const timeOrder = (act: Act, before: ReferralNow['requested_at'], zone: TimeZone) =>
  new Refusal('referral-time-order', { at: localOf(act.happenedAt, zone), before: localOf(before, zone) });

/** Notes a step, with whatever it tells besides its time. */
export async function noteStep(
  tx: Tx,
  referral: ReferralNow,
  step: Step,
  act: Act,
  more: Parameters<typeof rewriteReferral>[2] = {},
): Promise<void> {
  await rewriteReferral(tx, referral, { ...more, [TIME_OF[step]]: act.happenedAt }, act.seq);
  act.touches('care', referral.stay_id);
}

export const acceptReferral: CommandHandler<'referrals.accept'> = async (tx, input, act, { zone }) => {
  const referral = await requireStep(tx, input.referralId, 'accepted', act, zone);
  await noteStep(tx, referral, 'accepted', act, {
    hospital: input.hospital ?? referral.hospital,
    contact: input.contact ?? referral.contact,
  });
  return { actId: act.id };
};

export const sendVehicle: CommandHandler<'referrals.sendVehicle'> = async (tx, input, act, { zone }) => {
  const referral = await requireStep(tx, input.referralId, 'vehicle', act, zone);
  await noteStep(tx, referral, 'vehicle', act, { plate: input.plate });
  return { actId: act.id };
};

export const arriveAtHospital: CommandHandler<'referrals.arrive'> = async (tx, input, act, { zone }) => {
  const referral = await requireStep(tx, input.referralId, 'arrived', act, zone);
  await noteStep(tx, referral, 'arrived', act);
  return { actId: act.id };
};

/** Calls a referral off while the patient is still here. Needs a reason. */
export const cancelReferral: CommandHandler<'referrals.cancel'> = async (tx, input, act, { zone }) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const referral = await requireReferral(tx, input.referralId);
  const { stage, since } = stageOf(referral);
  const { name } = await requireStay(tx, referral.stay_id);
  const words = { name, hospital: referral.hospital };
  if (stage === 'left') throw new Refusal('referral-left', words);
  if (stage === 'arrived' || stage === 'cancelled' || stage === 'overtaken')
    throw new Refusal('referral-over', words);
  if (act.happenedAt < since) throw timeOrder(act, since, zone);
  await rewriteReferral(tx, referral, { cancelled_at: act.happenedAt }, act.seq);
  act.touches('care', referral.stay_id);
  return { actId: act.id };
};
