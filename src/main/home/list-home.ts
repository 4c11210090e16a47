import type { PersonAtHome } from '#shared/contract/home.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { type LocalDate, localDateOf } from '#shared/rules/instant.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { stayRowOf } from '../stays/stay-view.ts';
import { dayAfter, dayNumber, isMonitored, leftBetween, positiveBelow } from './home-days-rules.ts';
import { checkView, findChecks, findReleased, firstPositive } from './home-repository.ts';
import { firstLatePositives } from './late-results-repository.ts';

/** Who is in their days on `day`, whether anybody called them, and what they said. */
export async function readHomeList(
  db: Reads,
  asked: LocalDate | undefined,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): Promise<OutputOf<'home.list'>> {
  const today = localDateOf(now, zone);
  const day = asked ?? today;
  refuseUnless(day <= today, 'home-day-ahead', () => ({ day }));
  const protocol = await protocolInForce(db, now);
  const { homeMonitoringDays: days } = protocol;
  const { from, to } = leftBetween(day, days, zone);
  const rows = await findReleased(db, from, to);
  const ids = rows.map(({ id }) => id);
  const checks = await findChecks(db, ids);
  const late = await firstLatePositives(db, ids, positiveBelow(protocol));
  const people = rows.map((row): PersonAtHome => {
    const stay = stayRowOf(row, now, zone);
    const leftAt = row.left_at ?? now;
    const own = (checks.get(stay.stayId) ?? []).map(checkView);
    return {
      stayId: stay.stayId,
      name: stay.name,
      number: stay.number,
      sex: stay.sex,
      age: stay.age,
      phone: stay.phone,
      district: stay.district,
      street: stay.street,
      address: stay.address,
      leftAt,
      way: row.way ?? 'other',
      destination: stay.destination,
      dayNumber: dayNumber(leftAt, day, zone),
      backInHouse: Number(row.back) === 1,
      positiveOn: firstPositive(own, late.get(stay.stayId), zone),
      checks: own,
    };
  });
  return { day, days, people };
}

export const listHome: QueryHandler<'home.list'> = (db, { day }, context) => readHomeList(db, day, context);

export const showHomeOfStay: QueryHandler<'home.ofStay'> = async (db, { stayId }, { now, zone }) => {
  const { period } = await requireStay(db, stayId);
  const checks = ((await findChecks(db, [stayId])).get(stayId) ?? []).map(checkView);
  const left = period.to_at !== null && isMonitored(period.way) ? localDateOf(period.to_at, zone) : null;
  const protocol = await protocolInForce(db, now);
  const { homeMonitoringDays: days } = protocol;
  const late = await firstLatePositives(db, [stayId], positiveBelow(protocol));
  return {
    from: left && dayAfter(left, 1),
    until: left && dayAfter(left, days),
    positiveOn: firstPositive(checks, late.get(stayId), zone),
    checks,
  };
};
