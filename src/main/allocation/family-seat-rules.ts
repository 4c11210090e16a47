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
  /** Cost with the prices of the beds taken, and an estimate from below for groups of one. */
  value: number;
}

/** What others would pay for each bed, and what is free, while families are put up. */
export interface Market {
  desk: Desk;
  prices: Float64Array;
  /** Least that somebody on their own costs, prices included. */
  leastAlone: (group: Group) => number;
}

export function marketOf(desk: Desk, prices: Float64Array): Market {
  const known = new Map<Patient, Map<string, number>>();
  const leastAlone = ({ members: [patient], policy }: Group): number => {
    if (patient === undefined) return 0;
    const ofPatient = known.get(patient) ?? new Map<string, number>();
    known.set(patient, ofPatient);
    const seen = ofPatient.get(policy);
    if (seen !== undefined) return seen;
    const cost = singleCost(desk, patient, policy);
    let least = patient.withoutBed;
    desk.ward.beds.forEach((bed, place) => {
      if (bed.state === 'available') least = Math.min(least, cost(place) + (prices[place] ?? 0));
    });
    ofPatient.set(policy, least);
    return least;
  };
  return { desk, prices, leastAlone };
}

export const priceOf = ({ prices }: Market, beds: readonly number[]): number =>
  beds.reduce((sum, place) => sum + (prices[place] ?? 0), 0);

export const withoutBeds = ({ members }: Group): number =>
  members.reduce((sum, { withoutBed }) => sum + withoutBed, 0);

/**
 * The best seat for a family among the beds that are free. `forced` sets the block of one group of one plan
 * beforehand. With `relaxed` the groups of a plan do not mind each other: what comes out is never more
 * than what can be had, so it serves as a bound.
 */
export function bestSeat(
  market: Market,
  family: Family,
  isFree: (place: number) => boolean,
  options: { forced?: { plan: Plan; group: Group; block: Block }; relaxed?: boolean } = {},
): Seat | null {
  const { forced, relaxed = false } = options;
  let best: Seat | null = null;
  for (const plan of forced ? [forced.plan] : family.plans) {
    if (best !== null && plan.cost >= best.value) break;
    const taken = new Set<number>(forced?.block.beds);
    let value = plan.cost;
    const blocks = new Map<Group, Block | null>();
    for (const group of largestFirst(plan)) {
      if (group.members.length === 1) {
        value += market.leastAlone(group);
        continue;
      }
      const open = (place: number) => isFree(place) && (relaxed || !taken.has(place));
      const block = group === forced?.group ? forced.block : bestBlock(market, group, open);
      value += block ? block.cost + priceOf(market, block.beds) : withoutBeds(group);
      blocks.set(group, block);
      for (const place of block?.beds ?? []) taken.add(place);
    }
    if (best === null || value < best.value) {
      best = { plan, blocks: plan.groups.map((group) => blocks.get(group) ?? null), value };
    }
  }
  return best;
}

const largestFirst = ({ groups }: Plan): Group[] =>
  [...groups].sort((a, b) => b.members.length - a.members.length);

function bestBlock(market: Market, group: Group, isFree: (place: number) => boolean): Block | null {
  let best: Block | null = null;
  let least = Math.min(withoutBeds(group), NEVER);
  const offer = (block: Block) => {
    const value = block.cost + priceOf(market, block.beds);
    if (value < least) [best, least] = [block, value];
  };
  eachBlock(market.desk, group, isFree, offer, () => least);
  return best;
}
