import type { ReferralView } from '#shared/contract/referrals.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { selectStays, stayRowOf } from '../stays/stay-view.ts';
import { findOpenReferrals, findReferralsOf, type ReferralNow } from './referral-repository.ts';
import { stageOf } from './referral-rules.ts';

export function viewOf(referral: ReferralNow, stay: StayRow): ReferralView {
  const { stage, since } = stageOf(referral);
  const { stay_to, way } = referral;
  return {
    referralId: referral.referral_id,
    stayId: stay.stayId,
    name: stay.name,
    number: stay.number,
    sex: stay.sex,
    age: stay.age,
    bed: stay.bed?.code ?? '',
    hospital: referral.hospital,
    reason: referral.reason,
    urgent: referral.urgent === 1,
    holdBed: referral.hold_bed === 1,
    plate: referral.plate,
    contact: referral.contact,
    note: referral.note,
    stage,
    since,
    requestedAt: referral.requested_at,
    acceptedAt: referral.accepted_at,
    vehicleAt: referral.vehicle_at,
    leftAt: referral.left_at,
    arrivedAt: referral.arrived_at,
    cancelledAt: referral.cancelled_at,
    cancelReason: stage === 'cancelled' ? referral.act_reason : '',
    endedBy:
      stage === 'overtaken' && stay_to !== null && way !== null
        ? { at: stay_to, way, destination: referral.destination ?? '' }
        : null,
  };
}

/** The stays of these referrals as grids show them, by their id. */
async function staysOf(
  db: Reads,
  referrals: readonly ReferralNow[],
  { now, zone }: Pick<Parameters<QueryHandler<'referrals.list'>>[2], 'now' | 'zone'>,
): Promise<Map<string, StayRow>> {
  const ids = [...new Set(referrals.map(({ stay_id }) => stay_id))];
  if (ids.length === 0) return new Map();
  const rows = await selectStays(db).where('stay.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, stayRowOf(row, now, zone)]));
}

export const listReferrals: QueryHandler<'referrals.list'> = async (db, _input, context) => {
  const open = await findOpenReferrals(db);
  const stays = await staysOf(db, open, context);
  return open
    .flatMap((referral) => {
      const stay = stays.get(referral.stay_id);
      return stay ? [viewOf(referral, stay)] : [];
    })
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.requestedAt.localeCompare(b.requestedAt));
};

export const showReferralsOfStay: QueryHandler<'referrals.ofStay'> = async (db, { stayId }, context) => {
  await requireStay(db, stayId);
  const all = await findReferralsOf(db, stayId);
  const stay = (await staysOf(db, all, context)).get(stayId);
  return stay ? all.map((referral) => viewOf(referral, stay)) : [];
};
