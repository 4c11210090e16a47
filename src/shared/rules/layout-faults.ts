import type { LayoutFile } from '../contract/layout.ts';
import type { Rectangle, WardPlan } from './layout.ts';

/** A centimetre: hand-written decimals need not meet to the last digit. */
const TOLERANCE = 0.01;

/** What is wrong with a plan, in words for whoever edits the file; empty where it can be opened. */
export function layoutFaults(file: LayoutFile, plan: WardPlan): string[] {
  const zones = new Map(plan.zones.map((z) => [z.code, z]));
  const units = new Map(plan.units.map((u) => [u.code, u]));
  const faults = [...repeated(plan)];
  const hall = { x: 0, y: 0, ...file.floor };
  for (const place of [...plan.zones, ...file.landmarks]) {
    if (!inside(place, hall)) faults.push(`${'code' in place ? place.code : place.kind}: outside the hall`);
  }
  for (const unit of plan.units) {
    const zone = zones.get(unit.zoneCode);
    if (!unit.code.startsWith(`${unit.zoneCode}-`))
      faults.push(`${unit.code}: not a code of ${unit.zoneCode}`);
    if (zone && !inside(unit, zone)) faults.push(`${unit.code}: outside zone ${zone.code}`);
  }
  const taken = new Map<string, string>();
  for (const bed of plan.beds) {
    const unit = units.get(bed.unitCode);
    if (!bed.code.startsWith(`${bed.unitCode}-`)) faults.push(`${bed.code}: not a code of ${bed.unitCode}`);
    if (unit && !inside(placeOf(bed, file), unit)) faults.push(`${bed.code}: outside care unit ${unit.code}`);
    const spot = `${bed.x} ${bed.y}`;
    const other = taken.get(spot);
    if (other !== undefined) faults.push(`${bed.code}: where ${other} stands`);
    taken.set(spot, bed.code);
  }
  return faults;
}

const placeOf = (bed: { x: number; y: number }, { bedPlace }: LayoutFile): Rectangle => ({
  x: bed.x - bedPlace.width / 2,
  y: bed.y - bedPlace.height / 2,
  ...bedPlace,
});

const inside = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x - TOLERANCE &&
  inner.y >= outer.y - TOLERANCE &&
  inner.x + inner.width <= outer.x + outer.width + TOLERANCE &&
  inner.y + inner.height <= outer.y + outer.height + TOLERANCE;

function* repeated({ zones, units, beds }: WardPlan): Generator<string> {
  for (const list of [zones, units, beds]) {
    const seen = new Set<string>();
    for (const { code } of list) {
      if (seen.has(code)) yield `${code}: used twice`;
      seen.add(code);
    }
  }
}
