import type { StayId } from '#shared/contract/values.ts';
import { holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * Everybody who is in house now. Read first and asked about by id: joined to the open stays, SQLite walks
 * through all the observations there have ever been.
 */
export async function readPresentIds(db: Reads): Promise<StayId[]> {
  const rows = await db
    .selectFrom('stay_period as p')
    .select('p.stay_id')
    .where(holds('p', null))
    .orderBy('p.from_at')
    .execute();
  return rows.map(({ stay_id }) => stay_id);
}
