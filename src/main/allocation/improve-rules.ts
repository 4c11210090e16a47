import type { Block } from './block-sharing-rules.ts';
import { isDone, putUp, type Search, takenBeds, withSeat } from './family-search-rules.ts';
import { bestSeat, type Core, type Family, largestFirst, seatAround, seatCost } from './family-seat-rules.ts';
import { type Market, marketOf, priceOf } from './market-rules.ts';
import { POINT } from './points.ts';
import { pricesOf, type WholeWard } from './whole-ward-rules.ts';

/** Passes over all families, alone and pushing one other out. */
const PASSES = 6;
/** Blocks tried for a family that would push out one other. */
const PUSHES = 12;
/** Times that several families are taken out together without finding better, before that is given up. */
const ATTEMPTS = 120;
/** Families taken out together. */
const TOGETHER = 6;
/** A family that could have it better by this much is in trouble; less is a matter of taste. */
const TROUBLE = 20 * POINT;

/** Takes families out and puts them up again, alone and pushing another one out; never for the worse. */
export function improve(search: Search, start: WholeWard): WholeWard {
  let best = start;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = best.cost;
    for (const f of search.order) {
      if (isDone(search, best)) return best;
      best = pushOut(search, again(search, best, [f]), f);
    }
    if (best.cost === before) break;
  }
  return best;
}

/** Takes some families out and puts them up in the order given; the old way where that was no worse. */
function again(search: Search, whole: WholeWard, some: readonly number[]): WholeWard {
  const seats = whole.seats.map((seat, f) => (some.includes(f) ? null : seat));
  let ward: WholeWard | null = search.books.total(seats);
  for (const f of some) ward = ward && putUp(search, ward, f, whole.cost);
  return ward ?? whole;
}

/** Tries blocks that one other family has in part, and puts that one up elsewhere. */
function pushOut(search: Search, whole: WholeWard, f: number): WholeWard {
  const { desk, lists, families, books } = search;
  const family = families[f];
  const seat = whole.seats[f];
  if (family === undefined || !seat || seatCost(seat) <= leastCost(search, f)) return whole;
  const without = books.total(withSeat(whole, f, null));
  const market = marketOf(desk, lists, pricesOf(without));
  for (const { core, other } of pushesFor(market, family, without, whole.cost - without.cost)) {
    const cleared = books.total(withSeat(without, other, null));
    const taken = takenBeds(cleared);
    const forced = seatAround(marketOf(desk, lists, pricesOf(cleared)), core, (place) => !taken.has(place));
    if (cleared.cost + forced.value >= whole.cost) continue;
    const moved = putUp(search, books.total(withSeat(cleared, f, forced)), other, whole.cost);
    if (moved !== null) return moved;
    if (isDone(search, whole)) break;
  }
  return whole;
}

/** What a family would cost at its very best, whatever others want. */
function leastCost({ leastOf }: Search, f: number): number {
  return leastOf[f] ?? 0;
}

/** The cheapest blocks of a family that overlap with exactly one other family's, below a ceiling. */
function pushesFor(market: Market, family: Family, whole: WholeWard, ceiling: number) {
  const owners = new Map<number, number>();
  whole.seats.forEach((seat, f) => {
    for (const block of seat?.blocks ?? []) for (const place of block?.beds ?? []) owners.set(place, f);
  });
  const found: { core: Core; other: number; value: number }[] = [];
  for (const plan of family.plans) {
    if (plan.cost >= ceiling) break;
    const group = largestFirst(plan)[0];
    if (group === undefined || group.members.length === 1) continue;
    const offer = (block: Block) => {
      const [other, ...more] = new Set(block.beds.flatMap((place) => owners.get(place) ?? []));
      const value = plan.cost + block.cost + priceOf(market, block.beds);
      if (other === undefined || more.length > 0 || value >= ceiling) return;
      found.push({ core: { plan, group, block }, other, value });
    };
    for (const block of market.lists(group).blocks) {
      if (plan.cost + block.cost >= ceiling) break;
      offer(block);
    }
  }
  return found.sort((a, b) => a.value - b.value).slice(0, PUSHES);
}

/**
 * Where somebody is in trouble: a few families at a time are taken out, chosen by dice that fall the same
 * every time, and put up again at prices that vary around the given ones, so that they leave room for one
 * another in ever new ways. Afterwards everybody is moved over once more.
 */
export function shuffle(search: Search, market: Market, start: WholeWard): WholeWard {
  let best = start;
  const roll = dice();
  for (let failed = 0; failed < ATTEMPTS && !isDone(search, best); failed++) {
    const troubled = inTrouble(search, best);
    if (troubled.length === 0 && !isShort(best)) break;
    const some = new Set<number>();
    const one = troubled[roll(troubled.length)];
    if (one !== undefined) some.add(one);
    const size = Math.min(2 + roll(TOGETHER - 1), search.families.length);
    while (some.size < size) some.add(roll(search.families.length));
    const mixed = [...some].map((f) => ({ f, at: roll(1000) })).sort((a, b) => a.at - b.at);
    const tried = atVaryingPrices(
      search,
      market,
      best,
      mixed.map(({ f }) => f),
      roll,
    );
    if (tried.cost < best.cost) {
      failed = -1;
      best = improve(search, tried);
    } else if (tried.cost === best.cost) best = tried;
  }
  return best;
}

/** Takes some families out and puts them up in the order given, each minding what the beds are worth. */
function atVaryingPrices(
  search: Search,
  { prices }: Market,
  whole: WholeWard,
  some: readonly number[],
  roll: (n: number) => number,
): WholeWard {
  const { desk, lists, families, books } = search;
  const without = books.total(whole.seats.map((seat, f) => (some.includes(f) ? null : seat)));
  const own = pricesOf(without);
  const varied = own.map((price, place) => Math.max(price, ((prices[place] ?? 0) * roll(200)) / 100));
  const market = marketOf(desk, lists, varied);
  const taken = takenBeds(without);
  const seats = [...without.seats];
  for (const f of some) {
    const family = families[f];
    const seat = family ? bestSeat(market, family, (place) => !taken.has(place)) : null;
    seats[f] = seat;
    for (const block of seat?.blocks ?? []) for (const place of block?.beds ?? []) taken.add(place);
  }
  return books.total(seats);
}

const inTrouble = (search: Search, { seats }: WholeWard): number[] =>
  search.order.filter((f) => {
    const seat = seats[f];
    return seat && seatCost(seat) - leastCost(search, f) >= TROUBLE;
  });

/** Somebody has no bed, or a reserve is used. */
const isShort = ({ sections: { male, female, family } }: WholeWard): boolean =>
  [male, female, family].some(({ places, reserveUsed }) => places.includes(-1) || reserveUsed.size > 0);

/** Whole numbers below `n`, the same ones in every run (a linear congruential generator). */
function dice(): (n: number) => number {
  let state = 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
