import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { AWAY_WAYS } from './home-days-rules.ts';

/**
 * Positive results that came after their patient had left home, by the laboratory's word or a Ct below the threshold,
 * in order of sampling. Samples of the stay count as well as later ones: whoever they are with has to be told.
 */
const selectLatePositives = (db: Reads, threshold: number) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('nat_sample as s', 's.stay_id', 'p.stay_id')
    .innerJoin('nat_result as r', 'r.barcode', 's.barcode')
    .innerJoin('act', 'act.seq', 'r.recorded_by')
    .select(['p.stay_id as stayId', 's.barcode', 's.sampled_at as sampledAt', 's.pooled'])
    .select(['r.orf_ct as orf', 'r.n_ct as n', 'act.recorded_at as recordedAt'])
    .where('p.superseded_by', 'is', null)
    .where('p.way', 'not in', [...AWAY_WAYS])
    .where('s.superseded_by', 'is', null)
    .where('r.superseded_by', 'is', null)
    .whereRef('act.recorded_at', '>', 'p.to_at')
    .where((eb) =>
      eb.or([eb('r.outcome', '=', 'positive'), eb('r.orf_ct', '<', threshold), eb('r.n_ct', '<', threshold)]),
    )
    .orderBy('s.sampled_at')
    .orderBy('s.barcode');

export type LatePositive = Awaited<ReturnType<ReturnType<typeof selectLatePositives>['execute']>>[number];

/** Of everybody who left in [from, to]. */
export const findLatePositives = (db: Reads, from: Instant, to: Instant, threshold: number) =>
  selectLatePositives(db, threshold)
    .where('p.to_at', '>=', from)
    .where('p.to_at', '<=', to)
    .where('act.recorded_at', '<=', to)
    .execute();

/** The first of each of these stays. */
export async function firstLatePositives(
  db: Reads,
  stayIds: readonly StayId[],
  threshold: number,
): Promise<Map<StayId, LatePositive>> {
  const first = new Map<StayId, LatePositive>();
  for (const some of inChunks(stayIds, 1000))
    for (const row of await selectLatePositives(db, threshold).where('p.stay_id', 'in', some).execute())
      if (!first.has(row.stayId)) first.set(row.stayId, row);
  return first;
}
