import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId } from '#shared/contract/values.ts';

type Plan = OutputOf<'beds.plan'>;
export type PlanBed = Plan['beds'][number];

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the floor around one bed, in metres. */
export interface PlanWindow extends Box {
  /** The place of one bed. */
  cell: { width: number; height: number };
  unit: string;
  zone: string;
  zones: Plan['zones'];
  units: Plan['careUnits'];
  beds: PlanBed[];
  landmarks: Plan['landmarks'];
}

const USUAL_CELL = { width: 2.5, height: 2.4 };

/** How much of the neighbours is shown on each side, as a share of the care unit. */
const AROUND = 0.4;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const within = (box: Box, { x, y }: PlanBed): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** The least distance between beds that do not stand in one line. */
function pitch(places: readonly number[], usual: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((place, i) => place - (sorted[i] ?? place));
  const real = gaps.filter((gap) => gap > 0.5);
  return real.length > 0 ? Math.min(...real) : usual;
}

/** A stretch of `length` around the middle, kept on the floor where the floor is long enough. */
function stretch(middle: number, length: number, floor: number): { from: number; length: number } {
  const fitting = Math.min(length, floor);
  return { from: Math.min(Math.max(0, middle - fitting / 2), floor - fitting), length: fitting };
}

/** The care unit of a bed with something of its neighbours, as wide as the picture that it is for. */
export function planWindow(plan: Plan, bedId: BedId, aspect: number): PlanWindow | null {
  const bed = plan.beds.find(({ id }) => id === bedId);
  const unit = plan.careUnits.find(({ id }) => id === bed?.careUnitId);
  const zone = plan.zones.find(({ id }) => id === unit?.zoneId);
  if (!bed || !unit || !zone) return null;
  const least = { width: unit.width * (1 + 2 * AROUND), height: unit.height * (1 + 2 * AROUND) };
  const width = Math.max(least.width, least.height * aspect);
  const height = Math.max(least.height, least.width / aspect);
  const across = stretch(unit.x + unit.width / 2, width, plan.floor.width);
  const down = stretch(unit.y + unit.height / 2, height, plan.floor.height);
  const box = { x: across.from, y: down.from, width: across.length, height: down.length };
  const own = plan.beds.filter(({ careUnitId }) => careUnitId === unit.id);
  const cell = {
    width: pitch(
      own.map(({ x }) => x),
      USUAL_CELL.width,
    ),
    height: pitch(
      own.map(({ y }) => y),
      USUAL_CELL.height,
    ),
  };
  const margin = {
    x: box.x - cell.width,
    y: box.y - cell.height,
    width: box.width + 2 * cell.width,
    height: box.height + 2 * cell.height,
  };
  return {
    ...box,
    cell,
    unit: unit.code,
    zone: zone.name,
    zones: plan.zones.filter((one) => overlaps(box, one)),
    units: plan.careUnits.filter((one) => overlaps(box, one)),
    beds: plan.beds.filter((one) => within(margin, one)),
    landmarks: plan.landmarks.filter((one) => overlaps(box, one)),
  };
}
