import type { Overview } from '#shared/contract/overview.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import type { OverviewPerson } from './overview-types.ts';

/**
 * Who has been in house without a bed for longest, and since when: since the last bed was left, as by somebody whom a
 * roll call took out of it, and where there was none since arrival. Null where nobody waits.
 */
export async function readLongestWait(
  db: Reads,
  waiting: readonly OverviewPerson[],
): Promise<Overview['longestWait']> {
  const leftBed = await readLastBedEnds(
    db,
    waiting.map(({ row }) => row.stayId),
  );
  const waits = waiting.map(({ row: { stayId, number, name, arrivedAt } }) => {
    const since = leftBed.get(stayId) ?? arrivedAt;
    return { stayId, number, name, since };
  });
  return waits.reduce<Overview['longestWait']>(
    (longest, one) => (longest === null || one.since < longest.since ? one : longest),
    null,
  );
}

async function readLastBedEnds(db: Reads, stayIds: readonly StayId[]): Promise<Map<StayId, Instant>> {
  const rows = await db
    .selectFrom('bed_assignment')
    .select(['stay_id', (eb) => eb.fn.max('to_at').as('left_at')])
    .where('superseded_by', 'is', null)
    .where('stay_id', 'in', [...stayIds])
    .groupBy('stay_id')
    .execute();
  return new Map(rows.flatMap(({ stay_id, left_at }) => (left_at ? [[stay_id, left_at] as const] : [])));
}
