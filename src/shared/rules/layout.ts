import type { LayoutFile, LayoutLandmark, LayoutZone } from '../contract/layout.ts';
import { BED_ATTRIBUTES, type BedAttribute, type SexPolicy } from '../contract/vocabulary.ts';

export type Rectangle = { x: number; y: number; width: number; height: number };

type ZonePlan = Rectangle & {
  code: string;
  name: { zh: string; en: string };
  sexPolicy: SexPolicy;
};
type UnitPlan = Rectangle & { code: string; zoneCode: string };
/** `x`, `y`: the middle of the bed's place. */
type BedPlan = {
  code: string;
  unitCode: string;
  zoneCode: string;
  x: number;
  y: number;
  attributes: BedAttribute[];
};

/** Every zone, care unit and bed of a layout, in the order of the file; lengths in metres. */
export type WardPlan = { zones: ZonePlan[]; units: UnitPlan[]; beds: BedPlan[] };

/** Lays a file out in full: patterns become units and beds, nearness to landmarks becomes attributes. */
export function expandLayout(file: LayoutFile): WardPlan {
  const plan: WardPlan = { zones: [], units: [], beds: [] };
  for (const zone of file.zones) {
    const { code, name, sexPolicy, x, y, width, height } = zone;
    plan.zones.push({ code, name, sexPolicy, x, y, width, height });
    addUnits(plan, zone, file.bedPlace);
  }
  const near = nearnessOf(file);
  for (const bed of plan.beds) {
    const all = new Set<BedAttribute>([...bed.attributes, ...near(bed)]);
    bed.attributes = BED_ATTRIBUTES.filter((attribute) => all.has(attribute));
  }
  return plan;
}

function addUnits(plan: WardPlan, zone: LayoutZone, place: { width: number; height: number }): void {
  for (const unit of zone.units ?? []) {
    const { code, x, y, width, height } = unit;
    plan.units.push({ code, zoneCode: zone.code, x, y, width, height });
    for (const bed of unit.beds) {
      plan.beds.push({ ...bed, attributes: [...bed.attributes], unitCode: code, zoneCode: zone.code });
    }
  }
  if (zone.pattern === undefined) return;
  const { columns, rows, bedColumns, bedRows, gap, margin } = zone.pattern;
  const width = round(bedColumns * place.width);
  const height = round(bedRows * place.height);
  for (let ordinal = 1; ordinal <= columns * rows; ordinal++) {
    const [column, row] = cellOf(ordinal, columns);
    const code = `${zone.code}-${twoDigits(ordinal)}`;
    const x = round(zone.x + margin.left + column * (width + gap.x));
    const y = round(zone.y + margin.top + row * (height + gap.y));
    plan.units.push({ code, zoneCode: zone.code, x, y, width, height });
    for (let position = 1; position <= bedColumns * bedRows; position++) {
      const [bedColumn, bedRow] = cellOf(position, bedColumns);
      plan.beds.push({
        code: `${code}-${twoDigits(position)}`,
        unitCode: code,
        zoneCode: zone.code,
        x: round(x + (bedColumn + 0.5) * place.width),
        y: round(y + (bedRow + 0.5) * place.height),
        attributes: equipmentAt(zone, ordinal, position),
      });
    }
  }
}

const equipmentAt = (zone: LayoutZone, unit: number, position: number): BedAttribute[] =>
  (zone.pattern?.equipment ?? [])
    .filter((e) => (e.units === undefined || e.units.includes(unit)) && e.beds.includes(position))
    .map((e) => e.attribute);

/** Column and row, from 0, of the nth cell in reading order. */
const cellOf = (ordinal: number, columns: number): [number, number] => [
  (ordinal - 1) % columns,
  Math.floor((ordinal - 1) / columns),
];

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Whole centimetres: sums of decimals would otherwise leave dust in the database. */
const round = (m: number): number => Math.round(m * 100) / 100;

/** What a bed has by where it stands: a toilet for men brings nothing to a bed in a women's zone. */
function nearnessOf({ nearness = {}, landmarks, zones }: LayoutFile): (bed: BedPlan) => BedAttribute[] {
  const of = (...kinds: LayoutLandmark['kind'][]) => landmarks.filter((l) => kinds.includes(l.kind));
  const nurses = of('nurse-station');
  const toilets = of('toilet');
  const noisy = of('nurse-station', 'toilet', 'entrance', 'exit');
  const policies = new Map(zones.map((zone) => [zone.code, zone.sexPolicy]));
  const within = (bed: BedPlan, places: LayoutLandmark[], limit: number | undefined) =>
    limit !== undefined && places.some((place) => distanceTo(bed, place) <= limit);
  return (bed) => {
    const policy = policies.get(bed.zoneCode);
    const ours = (l: LayoutLandmark) => policy !== undefined && (l.serves?.includes(policy) ?? true);
    const found: BedAttribute[] = [];
    if (within(bed, nurses.filter(ours), nearness.nearNurse)) found.push('nearNurse');
    if (within(bed, toilets.filter(ours), nearness.nearToilet)) found.push('nearToilet');
    if (nearness.quiet !== undefined && !within(bed, noisy, nearness.quiet)) found.push('quiet');
    return found;
  };
}

/** Metres from a point to the nearest edge of a rectangle; 0 inside it. */
function distanceTo(point: { x: number; y: number }, place: Rectangle): number {
  const dx = Math.max(place.x - point.x, 0, point.x - place.x - place.width);
  const dy = Math.max(place.y - point.y, 0, point.y - place.y - place.height);
  return Math.hypot(dx, dy);
}
