import type { CareUnitId, OperatorId, ZoneId } from '#shared/contract/values.ts';

/** One care unit with what there is to do in it. */
export interface UnitWork {
  careUnitId: CareUnitId;
  zoneId: ZoneId;
  weight: number;
}

/** A nurse on duty: in a whole zone (no units), in some units of it, or in the whole hospital (zone null). */
export interface NurseOn {
  operatorId: OperatorId;
  zoneId: ZoneId | null;
  careUnitIds: readonly CareUnitId[];
}

/**
 * How much a nurse of each unit has to look after. A unit's work is shared equally among the nurses who own it;
 * a nurse carries her share of every unit she owns; a unit's load is the mean of what its nurses carry. So three
 * units of twenty with one nurse among them have a load of sixty each. Whoever is on for the whole hospital owns
 * no unit. Null where nobody owns the unit.
 */
export function loadsOf(
  units: readonly UnitWork[],
  nurses: readonly NurseOn[],
): Map<CareUnitId, { nurses: number; load: number | null }> {
  const owners = new Map(
    units.map((unit) => [
      unit.careUnitId,
      nurses.filter((nurse) => owns(nurse, unit)).map((n) => n.operatorId),
    ]),
  );
  const carried = new Map<OperatorId, number>();
  for (const { careUnitId, weight } of units) {
    const own = owners.get(careUnitId) ?? [];
    for (const nurse of own) carried.set(nurse, (carried.get(nurse) ?? 0) + weight / own.length);
  }
  return new Map(
    [...owners].map(([careUnitId, own]) => {
      const total = own.reduce((sum, nurse) => sum + (carried.get(nurse) ?? 0), 0);
      return [careUnitId, { nurses: own.length, load: own.length === 0 ? null : total / own.length }];
    }),
  );
}

const owns = (nurse: NurseOn, unit: UnitWork): boolean =>
  nurse.careUnitIds.length > 0 ? nurse.careUnitIds.includes(unit.careUnitId) : nurse.zoneId === unit.zoneId;
