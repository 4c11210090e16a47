import {
  DEFAULT_SETTINGS,
  type HospitalSettings,
  hospitalSettings,
} from '#shared/contract/hospital-settings.ts';
import type { Reads } from '../ipc/context.ts';

/** Settings of the hospital, each under its own key as JSON; those never changed are as the program ships them. */
export async function readSettings(db: Reads): Promise<HospitalSettings> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  return hospitalSettings.parse({ ...DEFAULT_SETTINGS, ...stored });
}

export async function settingOf<K extends keyof HospitalSettings>(
  db: Reads,
  key: K,
): Promise<HospitalSettings[K]> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  if (!row) return DEFAULT_SETTINGS[key];
  return hospitalSettings.shape[key].parse(JSON.parse(row.value)) as HospitalSettings[K];
}
