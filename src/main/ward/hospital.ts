import type { QueryHandler } from '../ipc/context.ts';
import { readSettings } from './settings-repository.ts';

export const showHospital: QueryHandler<'ward.hospital'> = async (db) => {
  const row = await db.selectFrom('hospital').selectAll().executeTakeFirstOrThrow();
  return {
    wardId: row.ward_id,
    name: row.name,
    timeZone: row.time_zone,
    demo: row.demo === 1,
    createdAt: row.created_at,
  };
};

export const showSettings: QueryHandler<'ward.settings'> = (db) => readSettings(db);
