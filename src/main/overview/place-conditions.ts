import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { BedConditions } from '#shared/rules/usable-bed.ts';
import type { Reads } from '../ipc/context.ts';

export interface PlaceConditions {
  /** Whether shifts are kept here at all. */
  staffingKept: boolean;
  of(place: { zone_id: ZoneId; care_unit_id: CareUnitId }): BedConditions;
}

/** Where nurses are on duty now, and which zones take patients. */
export async function readPlaceConditions(_db: Reads, _now: Instant): Promise<PlaceConditions> {
  return { staffingKept: false, of: () => ({ staffed: true, open: true }) };
}
