import type { Floor, FloorBed } from './floor.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const IS_ACROSS = { left: true, right: true, up: false, down: false } as const;
const SIGN = { left: -1, right: 1, up: -1, down: 1 } as const;

/** How much a step to the side counts against one ahead. */
const SIDE = 2.5;

/** Where a walk keeps to: the line or column in which it began, so that aisles do not make it drift. */
export interface Track {
  across: boolean;
  at: number;
}

/**
 * The next bed in a direction as the floor lies, over aisles and into other care units and zones: the nearest
 * that stands ahead, where one to the side counts as further away. Null at the edge of the hall.
 */
export function step(
  floor: Floor,
  from: FloorBed,
  direction: Direction,
  track: Track | null,
): { bed: FloorBed; track: Track } | null {
  const across = IS_ACROSS[direction];
  const sign = SIGN[direction];
  const own = across ? from.y : from.x;
  const kept = track && track.across === across ? track : { across, at: own };
  let best: FloorBed | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const bed of floor.beds) {
    const ahead = sign * (across ? bed.x - from.x : bed.y - from.y);
    if (ahead < (across ? from.width : from.height) * 0.5) continue;
    const side = Math.abs((across ? bed.y : bed.x) - kept.at);
    const offCourse = Math.abs((across ? bed.y : bed.x) - own);
    // Beyond this angle it is no longer ahead, unless nothing else is.
    const cost = ahead + SIDE * side + (offCourse > ahead * 1.5 + from.width * 0.6 ? 1000 + offCourse : 0);
    if (cost < bestCost) {
      best = bed;
      bestCost = cost;
    }
  }
  // Going along a line must not end on another line that merely reaches further.
  if (!best || (bestCost >= 1000 && across)) return null;
  return { bed: best, track: kept };
}

/** The first and the last bed of the line in which a bed stands, across the whole hall. */
export function lineEnd(floor: Floor, from: FloorBed, end: 'first' | 'last'): FloorBed {
  return floor.beds.reduce((best, bed) => {
    if (bed.line !== from.line) return best;
    return (end === 'first' ? bed.x < best.x : bed.x > best.x) ? bed : best;
  }, from);
}

/** The same place in the next care unit of a direction. */
export function stepUnit(floor: Floor, from: FloorBed, direction: Direction): FloorBed | null {
  let at = from;
  for (let guard = 0; guard < 200; guard++) {
    const next = step(floor, at, direction, null);
    if (!next) return at === from ? null : at;
    at = next.bed;
    if (at.unit !== from.unit) return enter(floor, at, from);
  }
  return at;
}

/** In the unit that was entered, the bed that stands where `from` stood in its own. */
function enter(floor: Floor, entered: FloorBed, from: FloorBed): FloorBed {
  const rank = floor.units[from.unit]?.beds.indexOf(from.index) ?? 0;
  const there = floor.units[entered.unit]?.beds[rank];
  return (there === undefined ? undefined : floor.beds[there]) ?? entered;
}

/** Everything in the rectangle between two beds. */
export function between(floor: Floor, a: FloorBed, b: FloorBed): number[] {
  const left = Math.min(a.x, b.x) - 0.1;
  const right = Math.max(a.x, b.x) + 0.1;
  const top = Math.min(a.y, b.y) - 0.1;
  const bottom = Math.max(a.y, b.y) + 0.1;
  return floor.beds
    .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
    .map(({ index }) => index);
}
