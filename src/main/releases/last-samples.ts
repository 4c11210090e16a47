import type { ListedSample } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

const AT_MOST = 2;

/** The last two samples with a result of each stay, taken by `until`, the latest first: what papers show. */
export async function readLastSamples(
  db: Reads,
  stayIds: readonly StayId[],
  until: Instant,
): Promise<Map<StayId, ListedSample[]>> {
  const samples = new Map<StayId, ListedSample[]>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('nat_sample as s')
      .innerJoin('nat_result as r', 'r.barcode', 's.barcode')
      .select([
        's.stay_id',
        's.sampled_at',
        'r.outcome',
        'r.orf_reading',
        'r.orf_ct',
        'r.n_reading',
        'r.n_ct',
      ])
      .where('s.stay_id', 'in', some)
      .where('s.superseded_by', 'is', null)
      .where('r.superseded_by', 'is', null)
      .where('s.sampled_at', '<=', until)
      .orderBy('s.sampled_at', 'desc')
      .execute();
    for (const row of rows) {
      const mine = samples.get(row.stay_id) ?? [];
      if (mine.length === 0) samples.set(row.stay_id, mine);
      if (mine.length >= AT_MOST) continue;
      mine.push({
        sampledAt: row.sampled_at,
        outcome: row.outcome,
        orf: { reading: row.orf_reading, ct: row.orf_ct },
        n: { reading: row.n_reading, ct: row.n_ct },
      });
    }
  }
  return samples;
}
