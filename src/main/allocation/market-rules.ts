import { type Desk, NEVER, singleCost } from './admission-to-bed-rules.ts';
import type { BlockList } from './block-list-rules.ts';
import { eachBlock } from './block-rules.ts';
import type { Block } from './block-sharing-rules.ts';
import type { Group } from './family-plan-rules.ts';

/** What others would pay for each bed while families are put up. */
export interface Market {
  desk: Desk;
  lists: (group: Group) => BlockList;
  prices: Float64Array;
  /** The bed where somebody on their own costs least, prices included; -1 where that is no bed. */
  leastAlone: (group: Group) => { value: number; place: number };
}

export function marketOf(desk: Desk, lists: Market['lists'], prices: Float64Array): Market {
  const known = new WeakMap<Group, { value: number; place: number }>();
  const leastAlone = (group: Group) => {
    const seen = known.get(group);
    if (seen !== undefined) return seen;
    const [patient] = group.members;
    const least = { value: patient?.withoutBed ?? 0, place: -1 };
    const cost = patient ? singleCost(desk, patient, group.policy) : () => NEVER;
    desk.ward.beds.forEach((bed, place) => {
      if (bed.state !== 'available' || bed.sexPolicy !== group.policy) return;
      const value = cost(place) + (prices[place] ?? 0);
      if (value < least.value) Object.assign(least, { value, place });
    });
    known.set(group, least);
    return least;
  };
  return { desk, lists, prices, leastAlone };
}

export const priceOf = ({ prices }: Market, beds: readonly number[]): number =>
  beds.reduce((sum, place) => sum + (prices[place] ?? 0), 0);

export const withoutBeds = ({ members }: Group): number =>
  members.reduce((sum, { withoutBed }) => sum + withoutBed, 0);

/** Cheapest blocks looked at, whatever their care unit. */
const CHEAPEST = 6;

/**
 * The best block for a group, unless going without is better. The list is in the order of cost, so that it
 * is read only as far as prices could still make a difference.
 */
export function bestBlock(market: Market, group: Group, isFree: (place: number) => boolean): Block | null {
  let best: Block | null = null;
  let least = withoutBeds(group);
  const offer = (block: Block) => {
    const value = block.cost + priceOf(market, block.beds);
    if (value < least) [best, least] = [block, value];
  };
  const { blocks, complete } = market.lists(group);
  for (const block of blocks) {
    if (block.cost >= least) break;
    if (block.beds.every(isFree)) offer(block);
  }
  if (best === null && complete < least) eachBlock(market.desk, group, isFree, offer, () => least);
  return best;
}

/** The cheapest blocks of all, and the cheapest of each care unit. */
export function differentBlocks(market: Market, group: Group, isFree: (place: number) => boolean): Block[] {
  const units = new Set<number>();
  return pricedBlocks(market, group, isFree).filter(({ beds }, i) => {
    const unit = market.desk.ward.unitOf[beds[0] ?? -1] ?? -1;
    const first = !units.has(unit);
    units.add(unit);
    return first || i < CHEAPEST;
  });
}

/** Free blocks in the order of cost and price. */
export function pricedBlocks(market: Market, group: Group, isFree: (place: number) => boolean): Block[] {
  const priced = market
    .lists(group)
    .blocks.filter(({ beds }) => beds.every(isFree))
    .map((block) => ({ block, value: block.cost + priceOf(market, block.beds) }))
    .sort((a, b) => a.value - b.value);
  if (priced.length > 0) return priced.map(({ block }) => block);
  const unlisted = bestBlock(market, group, isFree);
  return unlisted ? [unlisted] : [];
}
