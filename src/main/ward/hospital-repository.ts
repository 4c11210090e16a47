import type { Hospital } from '#shared/contract/setup.ts';
import type { Reads } from '../ipc/context.ts';

export async function readHospital(db: Reads): Promise<Hospital> {
  const row = await db.selectFrom('hospital').selectAll().executeTakeFirstOrThrow();
  return {
    wardId: row.ward_id,
    name: row.name,
    timeZone: row.time_zone,
    demo: row.demo === 1,
    createdAt: row.created_at,
  };
}
