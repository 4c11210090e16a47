import type { ZoneId } from '#shared/contract/values.ts';
import type { Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

export interface ZoneOf {
  id: ZoneId;
  code: string;
  name: string;
}

/** Refuses an id that is no zone; answers them in the order asked for. */
export async function requireZones(db: Reads, zoneIds: readonly ZoneId[]): Promise<ZoneOf[]> {
  const rows = await db
    .selectFrom('zone')
    .select(['id', 'code', 'name'])
    .where('id', 'in', zoneIds)
    .execute();
  const zones = new Map(rows.map((row) => [row.id, row]));
  return zoneIds.map((id) => {
    const found = zones.get(id);
    refuseUnless(found !== undefined, 'no-such-place');
    return found;
  });
}

/** Every zone by its code. */
export const readZones = (db: Reads): Promise<ZoneOf[]> =>
  db.selectFrom('zone').select(['id', 'code', 'name']).orderBy('code').execute();

export const readHospitalName = async (db: Reads): Promise<string> =>
  (await db.selectFrom('hospital').select('name').executeTakeFirstOrThrow()).name;
