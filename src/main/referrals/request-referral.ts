import { v7 as uuid } from 'uuid';
import { referralId } from '#shared/contract/values.ts';
import { localOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { openReferralsOf } from './referral-repository.ts';

/** Asks a designated hospital for a place. One at a time for a stay that is going on, in a bed or waiting. */
export const requestReferral: CommandHandler<'referrals.request'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId);
  requireInHouse(stay);
  refuseUnless(act.happenedAt >= stay.period.from_at, 'before-arrival', () => ({
    name: stay.name,
    arrived: localOf(stay.period.from_at, zone),
    at: localOf(act.happenedAt, zone),
  }));
  const open = (await openReferralsOf(tx, [stay.stayId])).get(stay.stayId);
  if (open) throw new Refusal('referral-open', { name: stay.name, hospital: open.hospital });
  const id = referralId.parse(uuid());
  await tx
    .insertInto('referral')
    .values({
      stay_id: stay.stayId,
      referral_id: id,
      hospital: input.hospital,
      reason: input.reason,
      urgent: input.urgent ? 1 : 0,
      hold_bed: input.holdBed ? 1 : 0,
      plate: '',
      contact: input.contact,
      note: input.note,
      requested_at: act.happenedAt,
      accepted_at: null,
      vehicle_at: null,
      left_at: null,
      arrived_at: null,
      cancelled_at: null,
      recorded_by: act.seq,
    })
    .execute();
  act.touches('care', stay.stayId);
  return { actId: act.id, referralId: id };
};
