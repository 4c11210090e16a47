import type { BedView } from '#shared/contract/beds.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Instant } from '#shared/rules/instant.ts';

type Plan = OutputOf<'beds.plan'>;

/** A bed of the plan with its state: where it stands and who is in it. */
export interface BedRow extends BedView {
  code: string;
  attributes: Plan['beds'][number]['attributes'];
  unit: string;
  zone: string;
  zoneName: string;
  sexPolicy: Plan['zones'][number]['sexPolicy'];
}

/** The plan says where, the board says how it is; one row for each bed of the board. */
export function bedRows(plan: Plan, views: readonly BedView[]): BedRow[] {
  const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const units = new Map(plan.careUnits.map((unit) => [unit.id, unit]));
  const beds = new Map(plan.beds.map((bed) => [bed.id, bed]));
  return views.flatMap((view) => {
    const bed = beds.get(view.id);
    const unit = bed && units.get(bed.careUnitId);
    const zone = unit && zones.get(unit.zoneId);
    if (!zone) return [];
    const { code, attributes } = bed;
    const place = { unit: unit.code, zone: zone.code, zoneName: zone.name, sexPolicy: zone.sexPolicy };
    return [{ ...view, code, attributes, ...place }];
  });
}

/** Since when the bed has been in its state; null for an available one, which nobody timed. */
export function stateSince(bed: BedView): Instant | null {
  switch (bed.state) {
    case 'occupied':
      return bed.occupant?.since ?? null;
    case 'reserved':
      return bed.reservation?.since ?? null;
    case 'awaitingDisinfection':
      return bed.disinfection?.since ?? null;
    case 'outOfService':
      return bed.closure?.since ?? null;
    case 'available':
      return null;
  }
}
