import type { UnitLoad } from '#shared/contract/shift-facts.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { AsOf } from '../db/as-of.ts';
import { readAsOf } from '../figures/knowledge.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { areShiftsKept, readOnAt } from './duty-repository.ts';
import { loadsOf } from './nurse-load-rules.ts';
import { countPatients, readCareUnits } from './unit-repository.ts';

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
  const units = await readCareUnits(db);
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

export const showLoad: QueryHandler<'shifts.load'> = async (db, input, context) =>
  readNurseLoad(db, await readAsOf(db, input, context), context.now);
