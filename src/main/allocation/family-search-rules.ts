import { type Desk, NEVER } from './admission-to-bed-rules.ts';
import { eachBlock } from './block-rules.ts';
import type { Block } from './block-sharing-rules.ts';
import type { Group, Plan } from './family-plan-rules.ts';
import {
  bestSeat,
  type Family,
  type Market,
  marketOf,
  priceOf,
  type Seat,
  withoutBeds,
} from './family-seat-rules.ts';
import { assignSingles, type Single, type SingleAssignment } from './single-assignment-rules.ts';

export interface WholeAssignment {
  seats: readonly (Seat | null)[];
  /** All who are assigned one by one: the singles given, then the groups of one of the families. */
  singles: readonly Single[];
  assignment: SingleAssignment;
  /** Hundredths of a point. */
  cost: number;
  bound: number;
}

/** Times that families are put up again at better prices, where the bound is not reached. */
const ROUNDS = 4;
/** Passes of moving families over, in each round. */
const PASSES = 4;
/** Blocks tried for a family that would push out one other. */
const PUSHES = 24;

/**
 * Puts families up in blocks and assigns everybody else. What a bed is worth to the singles (the dual
 * prices of their assignment) is charged to the family that takes it, so that families choose what costs
 * all together least. The bound: singles alone on all beds, and each family at its best at those prices,
 * minding no other family; by linear programming duality nothing can cost less.
 */
export function assignAll(
  desk: Desk,
  families: readonly Family[],
  singles: readonly Single[],
): WholeAssignment {
  const alone = assignSingles(desk, singles, () => true);
  if (families.length === 0) {
    return { seats: [], singles, assignment: alone, cost: alone.cost, bound: alone.cost };
  }
  let market = marketOf(desk, alone.prices);
  const ideal = families.map((family) => bestSeat(market, family, () => true, { relaxed: true }));
  const bound = ideal.reduce((sum, seat) => sum + (seat?.value ?? 0), alone.cost);
  let best: WholeAssignment | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const seats = putUp(market, families, ideal);
    const found = assignRest(desk, seats, singles, bound);
    if (best === null || found.cost < best.cost) best = found;
    if (best.cost <= bound) break;
    const { prices } = found.assignment;
    market = marketOf(
      desk,
      market.prices.map((old, place) => Math.max(old, prices[place] ?? 0)),
    );
  }
  return best ?? assignRest(desk, [], singles, bound);
}

/** Assigns the singles, and the groups of one, to what the families left. */
function assignRest(
  desk: Desk,
  seats: readonly (Seat | null)[],
  singles: readonly Single[],
  bound: number,
): WholeAssignment {
  const taken = new Set(seats.flatMap((seat) => seat?.blocks.flatMap((block) => block?.beds ?? []) ?? []));
  const all = [...singles];
  let cost = 0;
  for (const seat of seats) {
    cost += seat?.plan.cost ?? 0;
    seat?.plan.groups.forEach((group, g) => {
      const [patient, ...others] = group.members;
      if (patient && others.length === 0) all.push({ patient, policy: group.policy });
      else cost += seat.blocks[g]?.cost ?? withoutBeds(group);
    });
  }
  const assignment = assignSingles(desk, all, (place) => !taken.has(place));
  return { seats, singles: all, assignment, cost: cost + assignment.cost, bound };
}

/** Seats for all families: largest first, then moved over one by one and two by two while that helps. */
function putUp(
  market: Market,
  families: readonly Family[],
  ideal: readonly (Seat | null)[],
): (Seat | null)[] {
  const seats: (Seat | null)[] = families.map(() => null);
  const owners = new Map<number, number>();
  const settle = (f: number, seat: Seat | null) => {
    for (const place of bedsOf(seats[f])) owners.delete(place);
    seats[f] = seat;
    for (const place of bedsOf(seat)) owners.set(place, f);
  };
  const isFree = (place: number) => !owners.has(place);
  const order = [...families.keys()].sort(
    (a, b) => (families[b]?.members.length ?? 0) - (families[a]?.members.length ?? 0) || a - b,
  );
  const again = (f: number) => {
    const family = families[f];
    if (family) settle(f, bestSeat(market, family, isFree));
  };
  for (const f of order) again(f);
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    for (const f of order) {
      const old = seats[f];
      const family = families[f];
      if (!family || !old || old.value <= (ideal[f]?.value ?? 0)) continue;
      settle(f, null);
      const fresh = bestSeat(market, family, isFree);
      settle(f, fresh && fresh.value < old.value ? fresh : old);
      if (seats[f] !== old || pushOut({ market, families, seats, owners, settle }, f)) better = true;
    }
    if (!better) break;
  }
  return seats;
}

const bedsOf = (seat: Seat | null | undefined): number[] =>
  seat?.blocks.flatMap((block) => block?.beds ?? []) ?? [];

interface Board {
  market: Market;
  families: readonly Family[];
  seats: readonly (Seat | null)[];
  owners: ReadonlyMap<number, number>;
  settle: (f: number, seat: Seat | null) => void;
}

/** Tries blocks that one other family has in part, where both together come out better; true if one does. */
function pushOut(board: Board, f: number): boolean {
  const { market, families, seats, owners, settle } = board;
  const [family, old] = [families[f], seats[f]];
  if (!family || !old) return false;
  settle(f, null);
  const isFree = (place: number) => !owners.has(place);
  for (const push of pushesOf(board, family, old.value)) {
    const other = families[push.other];
    const there = seats[push.other];
    if (!other || !there) continue;
    settle(push.other, null);
    const seat = bestSeat(market, family, isFree, { forced: push });
    settle(f, seat);
    const moved = bestSeat(market, other, isFree);
    if (seat && moved && seat.value + moved.value < old.value + there.value) {
      settle(push.other, moved);
      return true;
    }
    settle(f, null);
    settle(push.other, there);
  }
  settle(f, old);
  return false;
}

interface Push {
  plan: Plan;
  group: Group;
  block: Block;
  other: number;
  value: number;
}

/** The cheapest blocks for a family that overlap with exactly one other family's. */
function pushesOf({ market, owners }: Board, family: Family, ceiling: number): Push[] {
  const found: Push[] = [];
  for (const plan of family.plans) {
    if (plan.cost >= ceiling) break;
    const group = [...plan.groups].sort((a, b) => b.members.length - a.members.length)[0];
    if (group === undefined || group.members.length === 1) continue;
    const offer = (block: Block) => {
      const inTheWay = new Set(block.beds.flatMap((place) => owners.get(place) ?? []));
      const [other, ...more] = inTheWay;
      const value = plan.cost + block.cost + priceOf(market, block.beds);
      if (other === undefined || more.length > 0 || value >= ceiling) return;
      found.push({ plan, group, block, other, value });
    };
    eachBlock(
      market.desk,
      group,
      () => true,
      offer,
      () => NEVER,
    );
  }
  return found.sort((a, b) => a.value - b.value).slice(0, PUSHES);
}
