import type { BedId, CareUnitId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { type AsOf, heldAsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

/** Somebody in a bed, with the arrival of this stay. */
export interface Occupant {
  readonly bedId: BedId;
  readonly careUnitId: CareUnitId;
  readonly stayId: StayId;
  readonly arrivedAt: Instant;
}

/** Whoever was in a bed as of then (null: now). */
export const readOccupants = (db: Reads, asOf: AsOf | null): Promise<Occupant[]> =>
  db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .innerJoin('stay_period as p', 'p.stay_id', 'a.stay_id')
    .select(['a.bed_id as bedId', 'bed.care_unit_id as careUnitId', 'a.stay_id as stayId'])
    .select('p.from_at as arrivedAt')
    .where(heldAsOf('bed_assignment', 'a', asOf))
    .where('p.superseded_by', 'is', null)
    .execute();
