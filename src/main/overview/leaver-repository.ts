import type { StayId } from '#shared/contract/values.ts';
import { type Instant, type LocalDate, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { Reads } from '../ipc/context.ts';
import { openReferralsOf } from '../referrals/referral-repository.ts';
import { judgeMembers } from '../releases/judge-members.ts';
import { readList } from '../releases/list-repository.ts';
import { stateOf } from '../releases/show-list.ts';
import type { Leaver } from './forecast-rules.ts';

/** What is known of the leaving of everybody in house: verdicts, signed lists, referrals. */
export async function readLeavers(
  db: Reads,
  now: Instant,
  zone: TimeZone,
): Promise<{ leavers: Map<StayId, Leaver>; signedLists: LocalDate[] }> {
  const judgements = await judgeStays(db, now, zone, 'present');
  const referrals = await openReferralsOf(db, 'present');
  const { listed, days } = await readSignedLists(db, now, zone);
  const leavers = new Map<StayId, Leaver>();
  for (const [stayId, { verdict, earliest, next, rowBegun }] of judgements) {
    const referral = referrals.get(stayId);
    leavers.set(stayId, {
      listed: listed.get(stayId) ?? null,
      earliest,
      eligible: verdict === 'eligible',
      onlyWaits: next.what === 'wait',
      onlyTests: rowBegun && (next.what === 'take-sample' || next.what === 'await-result'),
      referral: referral
        ? { vehicle: referral.vehicle_at !== null, holdsBed: referral.hold_bed === 1 }
        : null,
    });
  }
  return { leavers, signedLists: days };
}

/** Who leaves by a list of today or later that both have signed and they have not dropped off, and when their bus goes. */
async function readSignedLists(
  db: Reads,
  now: Instant,
  zone: TimeZone,
): Promise<{ listed: Map<StayId, NonNullable<Leaver['listed']>>; days: LocalDate[] }> {
  const listed = new Map<StayId, NonNullable<Leaver['listed']>>();
  const days: LocalDate[] = [];
  const lists = await db
    .selectFrom('release_list')
    .select('id')
    .where('day', '>=', localDateOf(now, zone))
    .orderBy('day')
    .execute();
  for (const { id } of lists) {
    const list = await readList(db, id);
    if (stateOf(list.signatures) !== 'signed') continue;
    days.push(list.day);
    const departs = new Map(list.buses.map(({ busId, departsAt }) => [busId, departsAt]));
    for (const { stayId, state, busId } of await judgeMembers(db, list, now, zone)) {
      if (state !== 'on' || listed.has(stayId)) continue;
      listed.set(stayId, { day: list.day, departs: (busId && departs.get(busId)) ?? null });
    }
  }
  return { listed, days };
}
