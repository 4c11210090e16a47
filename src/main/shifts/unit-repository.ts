import type { CareUnitId } from '#shared/contract/values.ts';
import { type AsOf, heldAsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

export const readCareUnits = (db: Reads) =>
  db.selectFrom('care_unit').select(['id', 'code', 'zone_id']).orderBy('code').execute();

/** Patients in the beds of each unit; in the weight, whoever cannot walk alone counts twice. */
export async function countPatients(
  db: Reads,
  asOf: AsOf | null,
): Promise<Map<CareUnitId, { patients: number; weight: number }>> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .select(({ fn }) => ['bed.care_unit_id', 'stay.mobility', fn.countAll<number>().as('n')])
    .where(heldAsOf('bed_assignment', 'a', asOf))
    .groupBy(['bed.care_unit_id', 'stay.mobility'])
    .execute();
  const counts = new Map<CareUnitId, { patients: number; weight: number }>();
  for (const { care_unit_id, mobility, n } of rows) {
    const so = counts.get(care_unit_id) ?? { patients: 0, weight: 0 };
    const weight = mobility === 'walks' ? n : 2 * n;
    counts.set(care_unit_id, { patients: so.patients + n, weight: so.weight + weight });
  }
  return counts;
}
