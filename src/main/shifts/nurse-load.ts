import type { UnitLoad } from '#shared/contract/shift-facts.ts';
import type { CareUnitId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { type AsOf, heldAsOf } from '../db/as-of.ts';
import { readAsOf } from '../figures/knowledge.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { areShiftsKept, readOnAt } from './duty-repository.ts';
import { loadsOf } from './nurse-load-rules.ts';

interface NurseLoad {
  at: Instant;
  /** False where no shift was ever planned here: then nobody knows who is on, and every unit counts as staffed. */
  kept: boolean;
  units: UnitLoad[];
}

/**
 * Patients and nurses of every care unit, as of a past instant (null: now). Patients and shifts as they were
 * known then.
 */
export async function readNurseLoad(db: Reads, asOf: AsOf | null, now: Instant): Promise<NurseLoad> {
  const at = asOf?.at ?? now;
  const kept = await areShiftsKept(db, asOf?.knownBy);
  const units = await db.selectFrom('care_unit').select(['id', 'code', 'zone_id']).orderBy('code').execute();
  const patients = await countPatients(db, asOf);
  const on = await readOnAt(db, at, asOf?.knownBy);
  const work = units.map(({ id, code, zone_id }) => ({
    careUnitId: id,
    code,
    zoneId: zone_id,
    ...(patients.get(id) ?? { patients: 0, weight: 0 }),
  }));
  const loads = loadsOf(
    work,
    on.filter(({ group }) => group === 'nursing'),
  );
  return {
    at,
    kept,
    units: work.map((unit) => {
      const { nurses, load } = loads.get(unit.careUnitId) ?? { nurses: 0, load: null };
      return { ...unit, nurses, load, staffed: !kept || nurses > 0 };
    }),
  };
}

/** Patients in the beds of each unit; in the weight, whoever cannot walk alone counts twice. */
async function countPatients(
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

export const showLoad: QueryHandler<'shifts.load'> = async (db, input, context) =>
  readNurseLoad(db, await readAsOf(db, input, context), context.now);
