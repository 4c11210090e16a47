import { sql } from 'kysely';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

export interface Retest {
  readonly stayId: StayId;
  /** When the pool was sampled. */
  readonly sampledAt: Instant;
}

/**
 * Who of these has to be sampled alone: everybody in house with a part in a pool that was positive or invalid, until a
 * single sample was taken later than the pool; now (null), or at a past instant as it is known now.
 */
export async function readRetests(
  db: Reads,
  stayIds: readonly StayId[],
  at: Instant | null = null,
): Promise<Retest[]> {
  const latest = new Map<StayId, Instant>();
  for (const some of inChunks(stayIds, 1000))
    for (const { stay_id, sampled_at } of await openPools(db, some, at)) latest.set(stay_id, sampled_at);
  return [...latest].map(([stayId, sampledAt]) => ({ stayId, sampledAt }));
}

const openPools = (db: Reads, stayIds: readonly StayId[], at: Instant | null) =>
  db
    .selectFrom('nat_sample as s')
    .innerJoin('nat_result as r', 'r.barcode', 's.barcode')
    .innerJoin('stay_period as p', (join) => join.onRef('p.stay_id', '=', 's.stay_id').on(holds('p', at)))
    .select(['s.stay_id', 's.sampled_at'])
    .where('s.superseded_by', 'is', null)
    .where('s.pooled', '=', 1)
    .where('r.superseded_by', 'is', null)
    .where('r.outcome', 'in', ['positive', 'invalid'])
    .$if(at !== null, (q) => q.where('s.sampled_at', '<=', at as Instant).where(reportedBy(at as Instant)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('nat_sample as later')
            .select('later.id')
            .whereRef('later.stay_id', '=', 's.stay_id')
            .whereRef('later.sampled_at', '>', 's.sampled_at')
            .where('later.superseded_by', 'is', null)
            .where('later.pooled', '=', 0)
            .$if(at !== null, (q) => q.where('later.sampled_at', '<=', at as Instant)),
        ),
      ),
    )
    .where('s.stay_id', 'in', stayIds)
    .orderBy('s.sampled_at')
    .execute();

/** A file that does not say when the laboratory reported counts from when it was taken in. */
const reportedBy = (at: Instant) =>
  sql<boolean>`coalesce(r.reported_at, (select happened_at from act where act.seq = r.recorded_by)) <= ${at}`;
