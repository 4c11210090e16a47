import type { BedView } from '#shared/contract/beds.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { groupedBy } from './grouped.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';

/** The floor as whoever walks over it sees it. */
export interface Floor {
  /** Care units with their beds, those of the largest zone last. */
  units: { id: string; beds: number; policy: SexPolicy }[];
  policyOf(bedId: BedId): SexPolicy | undefined;
  /** Who was to come and go: nobody is moved who is about to leave. */
  stays: readonly PlannedStay[];
}

export async function readFloor(desk: MovingDesk, stays: readonly PlannedStay[]): Promise<Floor> {
  const plan = await desk.ask('beds.plan', {});
  const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const unitsById = new Map(plan.careUnits.map((unit) => [unit.id, unit]));
  const policies = new Map(
    plan.beds.map((bed) => [
      bed.id,
      zones.get(unitsById.get(bed.careUnitId)?.zoneId ?? ('' as never))?.sexPolicy,
    ]),
  );
  const bedsIn = (key: (bed: (typeof plan.beds)[number]) => string | undefined) => groupedBy(plan.beds, key);
  const byUnit = bedsIn((bed) => bed.careUnitId);
  const byZone = bedsIn((bed) => unitsById.get(bed.careUnitId)?.zoneId);
  const units = plan.careUnits
    .toSorted((a, b) => (byZone.get(a.zoneId)?.length ?? 0) - (byZone.get(b.zoneId)?.length ?? 0))
    .map((unit) => ({
      id: unit.id,
      beds: byUnit.get(unit.id)?.length ?? 0,
      policy: zones.get(unit.zoneId)?.sexPolicy ?? 'family',
    }));
  return { units, policyOf: (bedId) => policies.get(bedId), stays };
}

export const readBoard = async (desk: MovingDesk): Promise<BedView[]> =>
  (await desk.ask('beds.board', {})).beds;

type Occupied = BedView & { occupant: NonNullable<BedView['occupant']> };

/** Adults without family in a zone of their own sex who stay for a while: whoever may be moved without a second thought. */
export function movable(floor: Floor, board: readonly BedView[], desk: MovingDesk): Occupied[] {
  const soon = addMinutes(desk.now, 60);
  const leaving = new Set<StayId | null>(
    floor.stays.filter(({ leaves }) => leaves !== null && leaves.at <= soon).map(({ stayId }) => stayId),
  );
  return board.filter(
    (bed): bed is Occupied =>
      bed.occupant !== null &&
      bed.occupant.since < desk.now &&
      !bed.occupant.family &&
      (bed.occupant.age ?? 0) >= 18 &&
      floor.policyOf(bed.id) === bed.occupant.sex &&
      !leaving.has(bed.occupant.stayId),
  );
}

/** An empty bed of a zone of that kind. */
export const emptyBed = (
  random: Random,
  floor: Floor,
  board: readonly BedView[],
  policy: SexPolicy | undefined,
): BedView | undefined =>
  random.oneOf(
    board.filter(
      ({ id, state }) => state === 'available' && (policy === undefined || floor.policyOf(id) === policy),
    ),
  );
