import type { Selectable } from 'kysely';
import type { ReferralId, StayId } from '#shared/contract/values.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

export type Referral = Selectable<Schema['referral']>;

/** A referral with what else its stage depends on: how the stay stands, and why it was called off. */
const selectReferrals = (db: Reads) =>
  db
    .selectFrom('referral as r')
    .innerJoin('stay_period as p', (join) =>
      join.onRef('p.stay_id', '=', 'r.stay_id').on('p.superseded_by', 'is', null),
    )
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .selectAll('r')
    .select([
      'p.from_at as stay_from',
      'p.to_at as stay_to',
      'p.way',
      'p.destination',
      'act.reason as act_reason',
    ])
    .where('r.superseded_by', 'is', null);

export type ReferralNow = Awaited<ReturnType<ReturnType<typeof selectReferrals>['execute']>>[number];

/** Neither arrived nor called off; its stay goes on, or has ended by this very referral. */
const open = (db: Reads) =>
  selectReferrals(db)
    .where('r.arrived_at', 'is', null)
    .where('r.cancelled_at', 'is', null)
    .where((eb) => eb.or([eb('p.to_at', 'is', null), eb('r.left_at', 'is not', null)]));

/** Every referral that is under way, also of those who have left for the hospital and are not there yet. */
export const findOpenReferrals = (db: Reads): Promise<ReferralNow[]> => open(db).execute();

/**
 * The referral under way of each of these stays (`present`: of all that are in house), by stay. Whoever is in
 * here is excluded from release.
 */
export async function openReferralsOf(
  db: Reads,
  which: 'present' | readonly StayId[],
): Promise<Map<StayId, ReferralNow>> {
  const rows: ReferralNow[] = [];
  if (which === 'present') {
    rows.push(...(await open(db).where(holds('p', null)).execute()));
  } else {
    for (const some of inChunks(which, 5000))
      rows.push(...(await open(db).where('r.stay_id', 'in', some).execute()));
  }
  return new Map(rows.map((row) => [row.stay_id, row]));
}

export const findReferralsOf = (db: Reads, stayId: StayId): Promise<ReferralNow[]> =>
  selectReferrals(db)
    .where('r.stay_id', '=', stayId)
    .orderBy('r.requested_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute();

export async function requireReferral(db: Reads, referralId: ReferralId): Promise<ReferralNow> {
  const row = await selectReferrals(db).where('r.referral_id', '=', referralId).executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-referral');
  return row;
}

/** Writes the referral again with something changed, in place of what held. */
export async function rewriteReferral(
  tx: Tx,
  referral: Referral,
  change: Partial<Omit<Referral, 'id' | 'recorded_by' | 'superseded_by' | 'restores'>>,
  seq: number,
): Promise<void> {
  await supersede(tx, 'referral', referral.id, seq);
  const { stay_id, referral_id, hospital, reason, urgent, hold_bed, plate, contact, note } = referral;
  const { requested_at, accepted_at, vehicle_at, left_at, arrived_at, cancelled_at } = referral;
  await tx
    .insertInto('referral')
    .values({
      ...{ stay_id, referral_id, hospital, reason, urgent, hold_bed, plate, contact, note },
      ...{ requested_at, accepted_at, vehicle_at, left_at, arrived_at, cancelled_at },
      ...change,
      recorded_by: seq,
    })
    .execute();
}
