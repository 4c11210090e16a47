import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { BedConditions } from '#shared/rules/usable-bed.ts';
import type { AsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { readNurseLoad } from '../shifts/nurse-load.ts';
import { zoneStatuses } from '../zones/zone-status.ts';

export interface PlaceConditions {
  /** Whether shifts are kept here at all. */
  staffingKept: boolean;
  of(place: { zone_id: ZoneId; care_unit_id: CareUnitId }): BedConditions;
}

/** Where nurses are on duty, and which zones take patients, as of an instant (null: now). */
export async function readPlaceConditions(
  db: Reads,
  asOf: AsOf | null,
  now: Instant,
): Promise<PlaceConditions> {
  const { kept, units } = await readNurseLoad(db, asOf, now);
  const unstaffed = new Set(units.filter(({ staffed }) => !staffed).map(({ careUnitId }) => careUnitId));
  const zones = await zoneStatuses(db, asOf?.at ?? null);
  return {
    staffingKept: kept,
    of: ({ zone_id, care_unit_id }) => ({
      staffed: !unstaffed.has(care_unit_id),
      open: zones.get(zone_id)?.state === 'open',
    }),
  };
}
