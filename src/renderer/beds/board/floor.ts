import type { BedView } from '#shared/contract/beds.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId } from '#shared/contract/values.ts';
import type { BedAttribute } from '#shared/contract/vocabulary.ts';

export type Plan = OutputOf<'beds.plan'>;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A bed where it stands: middle and place in metres, its line and column for a screen reader. */
export interface FloorBed extends Box {
  index: number;
  id: BedId;
  code: string;
  /** The last part of the code, which staff read out inside a care unit. */
  number: string;
  unit: number;
  zone: number;
  x: number;
  y: number;
  line: number;
  column: number;
  attributes: readonly BedAttribute[];
}

export interface FloorUnit extends Box {
  index: number;
  id: Plan['careUnits'][number]['id'];
  code: string;
  /** Without the zone's code: `03` of `A-03`. */
  number: string;
  zone: number;
  beds: readonly number[];
  /** Metres to whatever is above it: the unit there, or the edge of its zone. */
  above: number;
  /** Nothing of its zone is above it but the zone's name. */
  first: boolean;
}

export interface FloorZone extends Box {
  index: number;
  id: Plan['zones'][number]['id'];
  code: string;
  name: string;
  sexPolicy: Plan['zones'][number]['sexPolicy'];
  beds: readonly number[];
}

export interface FloorLandmark extends Box {
  kind: string;
  label: string;
}

/** The plan as the board needs it: beds by index, everything in metres. */
export interface Floor {
  width: number;
  height: number;
  beds: readonly FloorBed[];
  units: readonly FloorUnit[];
  zones: readonly FloorZone[];
  landmarks: readonly FloorLandmark[];
  lines: number;
  columns: number;
  indexOf: ReadonlyMap<BedId, number>;
}

const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x,
  top: y,
  width,
  height,
});

const lastPart = (code: string): string => code.slice(code.lastIndexOf('-') + 1);

export function floorOf(plan: Plan): Floor {
  const zoneIndex = new Map(plan.zones.map(({ id }, index) => [id, index]));
  const unitIndex = new Map(plan.careUnits.map(({ id }, index) => [id, index]));
  const inUnit = plan.careUnits.map((): Plan['beds'] => []);
  for (const bed of plan.beds) inUnit[unitIndex.get(bed.careUnitId) ?? -1]?.push(bed);
  const sizes = plan.careUnits.map((unit, index) => bedSize(unit, inUnit[index] ?? []));
  const lines = ranks(plan.beds.map(({ y }) => y));
  const columns = ranks(plan.beds.map(({ x }) => x));

  const beds = plan.beds.map(({ id, code, x, y, careUnitId, attributes }, index): FloorBed => {
    const unit = unitIndex.get(careUnitId) ?? 0;
    const { width, height } = sizes[unit] ?? { width: 2, height: 2 };
    const zone = zoneIndex.get(plan.careUnits[unit]?.zoneId ?? ('' as never)) ?? 0;
    return {
      ...{ index, id, code, number: lastPart(code), unit, zone, x, y, attributes },
      ...{ left: x - width / 2, top: y - height / 2, width, height },
      ...{ line: lines.of(y), column: columns.of(x) },
    };
  });
  const units = plan.careUnits.map((unit, index): FloorUnit => {
    const zone = zoneIndex.get(unit.zoneId) ?? 0;
    const own = beds.flatMap((bed) => (bed.unit === index ? [bed.index] : []));
    const { id, code } = unit;
    return {
      ...box(unit),
      index,
      id,
      code,
      number: lastPart(code),
      zone,
      beds: own,
      ...roomAbove(plan, unit),
    };
  });
  const zones = plan.zones.map(({ id, code, name, sexPolicy, ...rectangle }, index): FloorZone => {
    const own = units.flatMap((unit) => (unit.zone === index ? unit.beds : []));
    return { ...box(rectangle), index, id, code, name, sexPolicy, beds: own };
  });
  return {
    ...plan.floor,
    ...{ beds, units, zones },
    landmarks: plan.landmarks.map(({ kind, label, ...rectangle }) => ({ ...box(rectangle), kind, label })),
    lines: lines.count,
    columns: columns.count,
    indexOf: new Map(beds.map(({ id, index }) => [id, index])),
  };
}

/** The plan says where a bed's middle is; how much room it has follows from its neighbours in the unit. */
function bedSize(unit: { width: number; height: number }, beds: Plan['beds']) {
  const across = leastGap(beds.map(({ x }) => x)) ?? unit.width;
  const down = leastGap(beds.map(({ y }) => y)) ?? unit.height;
  const within = (size: number) => Math.round(Math.min(Math.max(size, 0.8), 6) * 100) / 100;
  return { width: within(across), height: within(down) };
}

/** Places closer than this are the same line or column: hand-drawn plans are a few centimetres off. */
const SAME = 0.3;

function leastGap(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  let least: number | null = null;
  for (let i = 1; i < sorted.length; i++) {
    const gap = (sorted[i] ?? 0) - (sorted[i - 1] ?? 0);
    if (gap > SAME && (least === null || gap < least)) least = gap;
  }
  return least;
}

function ranks(values: readonly number[]): { count: number; of: (value: number) => number } {
  const known = new Map<number, number>();
  let rank = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    if (value - last > SAME) {
      rank += 1;
      last = value;
    }
    known.set(value, rank);
  }
  return { count: rank + 1, of: (value) => known.get(value) ?? 0 };
}

function roomAbove(plan: Plan, unit: Plan['careUnits'][number]): { above: number; first: boolean } {
  const edge = unit.y - (plan.zones.find(({ id }) => id === unit.zoneId)?.y ?? unit.y);
  const gaps = plan.careUnits.flatMap(({ x, y, width, height }) => {
    const overlaps = x < unit.x + unit.width && x + width > unit.x;
    const gap = unit.y - (y + height);
    return overlaps && gap >= 0 && gap < edge ? [gap] : [];
  });
  return gaps.length > 0
    ? { above: Math.min(...gaps), first: false }
    : { above: Math.max(0, edge), first: true };
}

/** The states of the board in the order of the floor's beds; undefined for a bed that the board lacks. */
export function viewsOn(floor: Floor, views: readonly BedView[]): (BedView | undefined)[] {
  const aligned: (BedView | undefined)[] = new Array(floor.beds.length).fill(undefined);
  for (const view of views) {
    const index = floor.indexOf.get(view.id);
    if (index !== undefined) aligned[index] = view;
  }
  return aligned;
}

/** The bed at a point of the floor. */
export function bedAt(floor: Floor, x: number, y: number): number | null {
  for (const { index, left, top, width, height } of floor.beds) {
    if (x >= left && x < left + width && y >= top && y < top + height) return index;
  }
  return null;
}

/** How many beds of each zone are available. */
export const freeOf = (floor: Floor, views: readonly (BedView | undefined)[]): number[] =>
  floor.zones.map(({ beds }) => beds.filter((index) => views[index]?.state === 'available').length);
