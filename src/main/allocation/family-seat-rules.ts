import { NEVER } from './admission-to-bed-rules.ts';
import type { Block } from './block-sharing-rules.ts';
import type { Group, Plan } from './family-plan-rules.ts';
import {
  bestBlock,
  differentBlocks,
  type Market,
  pricedBlocks,
  priceOf,
  withoutBeds,
} from './market-rules.ts';
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

/** The best seat for a family among the beds that are free; null only for a family without a plan. */
export function bestSeat(market: Market, family: Family, isFree: (place: number) => boolean): Seat | null {
  let best: Seat | null = null;
  for (const plan of family.plans) {
    if (best !== null && plan.cost >= best.value) break;
    const group = largestFirst(plan)[0];
    if (group === undefined) continue;
    const block = group.members.length === 1 ? null : bestBlock(market, group, isFree);
    const seat = seatAround(market, { plan, group, block }, isFree);
    if (best === null || seat.value < best.value) best = seat;
  }
  return best;
}

/**
 * Different seats for a family among the beds that are free, the least first: for each group of each plan the
 * cheapest few blocks, the cheapest in each care unit, and going without; around each the best for the
 * other groups. Only those that add less than `ceiling`.
 */
export function differentSeats(
  market: Market,
  family: Family,
  isFree: (place: number) => boolean,
  ceiling: number,
): Seat[] {
  const found: Seat[] = [];
  for (const plan of family.plans) {
    if (plan.cost >= ceiling) break;
    for (const core of cores(plan, (group) => [null, ...differentBlocks(market, group, isFree)])) {
      found.push(seatAround(market, core, isFree));
    }
  }
  return found.filter(({ value }) => value < ceiling).sort((a, b) => a.value - b.value);
}

/** A core for each block of each group of a plan; one without a block where all are placed on their own. */
function cores(plan: Plan, blocksOf: (group: Group) => (Block | null)[]): Core[] {
  const groups = plan.groups.filter(({ members }) => members.length > 1);
  const [single] = plan.groups;
  if (groups.length === 0) return single ? [{ plan, group: single, block: null }] : [];
  return groups.flatMap((group) => blocksOf(group).map((block) => ({ plan, group, block })));
}

/** Up to `count` seats that add less than `ceiling`, the least first, whatever their care unit. */
export function everySeat(
  market: Market,
  family: Family,
  isFree: (place: number) => boolean,
  ceiling: number,
  count: number,
): Seat[] {
  const found: Seat[] = [];
  const blocksOf = (group: Group) => [null, ...pricedBlocks(market, group, isFree).slice(0, count)];
  for (const plan of family.plans) {
    if (plan.cost >= ceiling) break;
    for (const core of cores(plan, blocksOf)) found.push(seatAround(market, core, isFree));
  }
  return found
    .filter(({ value }) => value < ceiling)
    .sort((a, b) => a.value - b.value)
    .slice(0, count);
}

/** The best seat that has this block in it. */
export function seatAround(market: Market, core: Core, isFree: (place: number) => boolean): Seat {
  const taken = new Set<number>(core.block?.beds);
  let value = core.plan.cost;
  const blocks = new Map<Group, Block | null>();
  for (const group of largestFirst(core.plan)) {
    if (group.members.length === 1) {
      value += market.leastAlone(group).value;
      continue;
    }
    const open = (place: number) => isFree(place) && !taken.has(place);
    const block = group === core.group ? core.block : bestBlock(market, group, open);
    value += block ? block.cost + priceOf(market, block.beds) : withoutBeds(group);
    blocks.set(group, block);
    for (const place of block?.beds ?? []) taken.add(place);
  }
  return { plan: core.plan, blocks: core.plan.groups.map((group) => blocks.get(group) ?? null), value };
}

export const largestFirst = ({ groups }: Plan): Group[] =>
  [...groups].sort((a, b) => b.members.length - a.members.length);

/** What a family would take at these prices if it minded no other: its groups may even share beds. */
export function wishOf(
  market: Market,
  { plans }: Family,
  isFree: (place: number) => boolean = () => true,
): { value: number; beds: readonly number[] } {
  let best: { value: number; beds: readonly number[] } = { value: NEVER, beds: [] };
  for (const { cost, groups } of plans) {
    if (cost >= best.value) break;
    const beds: number[] = [];
    let value = cost;
    for (const group of groups) {
      const wish = group.members.length === 1 ? aloneIn(market, group) : blockFor(market, group, isFree);
      value += wish.value;
      beds.push(...wish.beds);
    }
    if (value < best.value) best = { value, beds };
  }
  return best;
}

const aloneIn = (market: Market, group: Group) => {
  const { value, place } = market.leastAlone(group);
  return { value, beds: place < 0 ? [] : [place] };
};

function blockFor(
  market: Market,
  group: Group,
  isFree: (place: number) => boolean,
): { value: number; beds: readonly number[] } {
  const block = bestBlock(market, group, isFree);
  const without = withoutBeds(group);
  const value = block ? block.cost + priceOf(market, block.beds) : without;
  return { value: Math.min(value, market.lists(group).complete), beds: block?.beds ?? [] };
}

/** What a family costs by itself at its very best on this ward, groups of one left out. */
export function leastSeatCost({ desk, lists }: Market, { plans }: Family): number {
  const nobody = { value: 0, place: -1 };
  const prices = new Float64Array(desk.ward.beds.length);
  return wishOf({ desk, lists, prices, leastAlone: () => nobody }, { members: [], plans }).value;
}
