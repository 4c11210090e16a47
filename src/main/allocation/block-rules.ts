import { type Desk, gravestAmong, NEVER } from './admission-to-bed-rules.ts';
import { type Block, sharingOut } from './block-sharing-rules.ts';
import type { Group } from './family-plan-rules.ts';
import { unitTakes } from './mixing-rules.ts';

/** No block of neighbours is looked for beyond this: a larger party is divided. */
const LARGEST_BLOCK = 8;
/** Groups up to this size are tried in every connected set of beds, larger ones in one from each bed. */
const TRIED_IN_EVERY_SHAPE = 5;

type Offer = (block: Block) => void;

/**
 * Offers every block of beds that the group may have: free, in one care unit, connected (each bed a neighbour
 * of another), each child beside an adult of the family or near the nurse. For every set of beds the
 * cheapest way to share it out. `ceiling` (asked again for each unit) saves looking at what cannot be better.
 */
export function eachBlock(
  desk: Desk,
  group: Group,
  isFree: (place: number) => boolean,
  offer: Offer,
  ceiling: () => number = () => NEVER,
): void {
  const { ward, classes } = desk;
  const classification = gravestAmong(group.members);
  const size = group.members.length;
  if (size > LARGEST_BLOCK) return;
  const share = sharingOut(desk, group.members);
  const costs = group.members.map(desk.costsOf);
  ward.units.forEach((unit, u) => {
    if (unit.policy !== group.policy || !unitTakes(classes, u, classification)) return;
    const free = unit.beds.filter((place) => ward.beds[place]?.state === 'available' && isFree(place));
    if (free.length < size) return;
    const least = costs.reduce((sum, of) => sum + Math.min(...free.map((place) => of[place] ?? NEVER)), 0);
    if (least > ceiling()) return;
    const sets = size <= TRIED_IN_EVERY_SHAPE ? connectedSets : compactSets;
    sets(free, size, ward.neighbours, (beds) => {
      const block = share(beds);
      if (block !== null) offer(block);
    });
  });
}

/** Every connected set of `size` beds, each once (grown only into beds after its first one). */
function connectedSets(
  free: readonly number[],
  size: number,
  neighbours: readonly (readonly number[])[],
  visit: (beds: readonly number[]) => void,
): void {
  const isFree = new Set(free);
  const grow = (set: number[], frontier: number[], seen: ReadonlySet<number>, root: number): void => {
    if (set.length === size) {
      visit(set);
      return;
    }
    const open = [...frontier];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const fresh = (neighbours[next] ?? []).filter((b) => b > root && isFree.has(b) && !seen.has(b));
      grow([...set, next], [...open, ...fresh], new Set([...seen, ...fresh]), root);
    }
  };
  for (const root of free) {
    const around = (neighbours[root] ?? []).filter((b) => b > root && isFree.has(b));
    grow([root], around, new Set([root, ...around]), root);
  }
}

/** One set from each bed: the free neighbour that touches most of the set joins it, the lowest code first. */
function compactSets(
  free: readonly number[],
  size: number,
  neighbours: readonly (readonly number[])[],
  visit: (beds: readonly number[]) => void,
): void {
  const touching = (bed: number, set: readonly number[]) =>
    set.filter((other) => neighbours[other]?.includes(bed)).length;
  for (const root of free) {
    const set = [root];
    while (set.length < size) {
      let best = -1;
      let most = 0;
      for (const bed of free) {
        const touches = set.includes(bed) ? 0 : touching(bed, set);
        if (touches > most) [best, most] = [bed, touches];
      }
      if (best < 0) break;
      set.push(best);
    }
    if (set.length === size) visit(set);
  }
}
