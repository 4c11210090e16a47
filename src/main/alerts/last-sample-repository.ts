import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

export interface SampledSince {
  arrivedAt: Instant;
  /** Null: no sample was taken by then. */
  lastSampledAt: Instant | null;
}

/** The arrival and the last sample of each of these stays at `at`. */
export async function readLastSamples(
  db: Reads,
  stayIds: readonly StayId[],
  at: Instant,
): Promise<Map<StayId, SampledSince>> {
  const found = new Map<StayId, SampledSince>();
  for (const ids of inChunks(stayIds, 500)) {
    const rows = await db
      .selectFrom('stay_period as p')
      .leftJoin('nat_sample as s', (join) =>
        join
          .onRef('s.stay_id', '=', 'p.stay_id')
          .on('s.superseded_by', 'is', null)
          .on('s.sampled_at', '<=', at),
      )
      .select(({ fn }) => ['p.stay_id', 'p.from_at as arrivedAt', fn.max('s.sampled_at').as('lastSampledAt')])
      .where('p.superseded_by', 'is', null)
      .where('p.stay_id', 'in', ids)
      .groupBy(['p.stay_id', 'p.from_at'])
      .execute();
    for (const { stay_id, ...row } of rows) found.set(stay_id, row);
  }
  return found;
}
