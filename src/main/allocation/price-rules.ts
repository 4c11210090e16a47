import { type Family, wishOf } from './family-seat-rules.ts';
import { type Market, marketOf } from './market-rules.ts';
import { type Accountant, pricesOf, type WholeWard } from './whole-ward-rules.ts';

/** What beds are worth, and what follows from it. */
export interface Prices {
  prices: Float64Array;
  /** Hundredths of a point: no way of giving out the beds costs less. */
  bound: number;
}

/** Times that prices are changed. */
const ROUNDS = 120;
/** Rounds without a better bound after which prices change half as much. */
const HALVED_AFTER = 8;

/**
 * Finds prices at which as few beds as possible are wanted by several families, or by a family and a single:
 * starting from what singles alone would pay, a bed that two want becomes dearer and one that nobody wants
 * cheaper (the subgradient method for the Lagrangian dual). For any prices, what everybody's wishes cost at
 * them less the prices of all beds is a bound from below. `atMost`: the cost of a solution already known.
 * `attempt` sees the prices of every few rounds and may answer a better one.
 */
export function findPrices(
  start: Market,
  families: readonly Family[],
  books: Accountant,
  alone: WholeWard,
  attempt: (market: Market) => number,
  isLate: () => boolean,
): Prices {
  const { desk, lists } = start;
  let prices = pricesOf(alone);
  let best: Prices = { prices, bound: Number.NEGATIVE_INFINITY };
  let atMost = attempt(start);
  let stride = 1;
  let stale = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const market = marketOf(desk, lists, prices);
    const { bound, wanted } = wishes(market, families, books);
    if (bound > best.bound) [best, stale] = [{ prices, bound }, 0];
    else if (++stale % HALVED_AFTER === 0) stride /= 2;
    if (best.bound >= atMost || isLate()) break;
    if (round % 8 === 7) atMost = Math.min(atMost, attempt(market));
    const next = changed(prices, wanted, stride * Math.max(atMost - bound, 1));
    if (next === null) break;
    prices = next;
  }
  return { ...best, bound: Math.ceil(best.bound - 1e-3) };
}

/** Everybody's wishes at these prices, nobody minding the others but singles one another. */
function wishes(market: Market, families: readonly Family[], books: Accountant) {
  const { prices, desk } = market;
  const wanted = new Float64Array(prices.length);
  const want = (place: number) => {
    if (place >= 0) wanted[place] = (wanted[place] ?? 0) + 1;
  };
  let bound = 0;
  for (const family of families) {
    const { value, beds } = wishOf(market, family);
    bound += value;
    beds.forEach(want);
  }
  for (const { cost, places, kept } of books.singlesAtPrices(prices)) {
    bound += cost;
    places.forEach(want);
    kept.forEach(want);
  }
  desk.ward.beds.forEach(({ state }, place) => {
    if (state === 'available') bound -= prices[place] ?? 0;
  });
  return { bound, wanted };
}

/** Prices moved by so much in all towards fewer conflicts; null where there is none to solve. */
function changed(prices: Float64Array, wanted: Float64Array, gap: number): Float64Array | null {
  const excess = wanted.map((count, place) => (count === 0 && prices[place] === 0 ? 0 : count - 1));
  const length = excess.reduce((sum, e) => sum + e * e, 0);
  if (length === 0) return null;
  return prices.map((price, place) => Math.max(0, price + ((excess[place] ?? 0) * gap) / length));
}
