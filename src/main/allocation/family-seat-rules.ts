import { type Desk, NEVER, singleCost } from './admission-to-bed-rules.ts';
import { eachBlock } from './block-rules.ts';
import type { Block } from './block-sharing-rules.ts';
import type { Group, Plan } from './family-plan-rules.ts';
import type { Patient } from './patient-rules.ts';

/** A family that waits, with the ways it may be put up. */
export interface Family {
  members: readonly Patient[];
  plans: readonly Plan[];
}

/** Where a family is put up. Groups of one have no block: they are assigned with the singles. */
export interface Seat {
  plan: Plan;
  /** For each group of the plan; null: no bed, or a group of one. */
  blocks: readonly (Block | null)[];
  /** What it adds at least: its cost, the prices of the beds taken, the least for each group of one. */
  value: number;
}

/** What others would pay for each bed while families are put up. */
export interface Market {
  desk: Desk;
  prices: Float64Array;
  /** Least that somebody on their own costs, prices included. */
  leastAlone: (group: Group) => number;
}

export function marketOf(desk: Desk, prices: Float64Array): Market {
  const known = new Map<string, number>();
  const leastAlone = ({ members: [patient], policy }: Group): number => {
    if (patient === undefined) return 0;
    const key = `${policy} ${patient.person.stayId}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const cost = singleCost(desk, patient, policy);
    let least = patient.withoutBed;
    desk.ward.beds.forEach((bed, place) => {
      if (bed.state === 'available') least = Math.min(least, cost(place) + (prices[place] ?? 0));
    });
    known.set(key, least);
    return least;
  };
  return { desk, prices, leastAlone };
}

export const priceOf = ({ prices }: Market, beds: readonly number[]): number =>
  beds.reduce((sum, place) => sum + (prices[place] ?? 0), 0);

export const withoutBeds = ({ members }: Group): number =>
  members.reduce((sum, { withoutBed }) => sum + withoutBed, 0);

/** What a seat costs by itself, groups of one left out. */
export const seatCost = ({ plan, blocks }: Seat): number =>
  plan.groups.reduce(
    (sum, group, g) => sum + (group.members.length === 1 ? 0 : (blocks[g]?.cost ?? withoutBeds(group))),
    plan.cost,
  );

/** One block of one plan that a seat is to be built around. */
export interface Core {
  plan: Plan;
  group: Group;
  block: Block | null;
}

/**
 * Up to `count` seats for a family among the beds that are free, the least first: for each plan the best
 * blocks for its largest group, and around each the best for the others.
 */
export function bestSeats(
  market: Market,
  family: Family,
  isFree: (place: number) => boolean,
  count: number,
): Seat[] {
  const best: Seat[] = [];
  for (const plan of family.plans) {
    const last = best[count - 1];
    if (last !== undefined && plan.cost >= last.value) break;
    const group = largestFirst(plan)[0];
    if (group === undefined) continue;
    const blocks = group.members.length === 1 ? [null] : bestBlocks(market, group, isFree, count);
    for (const block of blocks) best.push(seatAround(market, { plan, group, block }, isFree));
    best.sort((a, b) => a.value - b.value);
    best.length = Math.min(best.length, count);
  }
  return best;
}

/** The best seat that has this block in it. */
export function seatAround(market: Market, core: Core, isFree: (place: number) => boolean): Seat {
  const taken = new Set<number>(core.block?.beds);
  let value = core.plan.cost;
  const blocks = new Map<Group, Block | null>();
  for (const group of largestFirst(core.plan)) {
    if (group.members.length === 1) {
      value += market.leastAlone(group);
      continue;
    }
    const open = (place: number) => isFree(place) && !taken.has(place);
    const block = group === core.group ? core.block : (bestBlocks(market, group, open, 1)[0] ?? null);
    value += block ? block.cost + priceOf(market, block.beds) : withoutBeds(group);
    blocks.set(group, block);
    for (const place of block?.beds ?? []) taken.add(place);
  }
  return { plan: core.plan, blocks: core.plan.groups.map((group) => blocks.get(group) ?? null), value };
}

export const largestFirst = ({ groups }: Plan): Group[] =>
  [...groups].sort((a, b) => b.members.length - a.members.length);

/** What a family costs by itself at its very best on an empty ward, groups of one left out. */
export function leastSeatCost(desk: Desk, { plans }: Family): number {
  const market: Market = { ...marketOf(desk, new Float64Array(desk.ward.beds.length)), leastAlone: () => 0 };
  return leastValue(market, { members: [], plans });
}

/** The least value that any seat of the family can have: its groups do not mind each other. */
export function leastValue(market: Market, { plans }: Family): number {
  let least = NEVER;
  for (const { cost, groups } of plans) {
    if (cost >= least) break;
    const value = groups.reduce((sum, group) => {
      if (group.members.length === 1) return sum + market.leastAlone(group);
      const block = bestBlocks(market, group, () => true, 1)[0];
      return sum + (block ? block.cost + priceOf(market, block.beds) : withoutBeds(group));
    }, cost);
    least = Math.min(least, value);
  }
  return least;
}

/** The best blocks for a group, none as dear as going without; where there is none, null for that. */
function bestBlocks(
  market: Market,
  group: Group,
  isFree: (place: number) => boolean,
  count: number,
): (Block | null)[] {
  const best: { block: Block; value: number }[] = [];
  const limit = withoutBeds(group);
  const ceiling = () => best[count - 1]?.value ?? limit;
  const offer = (block: Block) => {
    const value = block.cost + priceOf(market, block.beds);
    if (value >= ceiling()) return;
    best.push({ block, value });
    best.sort((a, b) => a.value - b.value);
    best.length = Math.min(best.length, count);
  };
  eachBlock(market.desk, group, isFree, offer, ceiling);
  return best.length > 0 ? best.map(({ block }) => block) : [null];
}
