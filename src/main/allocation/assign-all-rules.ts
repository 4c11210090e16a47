import type { Desk } from './admission-to-bed-rules.ts';
import { blockLists } from './block-list-rules.ts';
import { branch } from './branch-rules.ts';
import { putUp, type Search } from './family-search-rules.ts';
import { bestSeat, type Family, leastSeatCost, type Seat } from './family-seat-rules.ts';
import { improve, shuffle } from './improve-rules.ts';
import { type Market, marketOf } from './market-rules.ts';
import { findPrices } from './price-rules.ts';
import type { Single } from './single-assignment-rules.ts';
import { accountant, pricesOf, type WholeWard } from './whole-ward-rules.ts';

export interface Found {
  whole: WholeWard;
  /** Hundredths of a point; nothing can cost less. */
  bound: number;
}

/** Steps after which no more improvement is looked for, and per person: see {@link Accountant.steps}. */
const PATIENCE = 40_000_000;
const PATIENCE_PER_PERSON = 1_500_000;

/**
 * Puts families up in blocks and assigns everybody else around them. First at prices that make families
 * and singles want different beds, which also give a bound; where that is not reached families are moved
 * over, alone, in pairs and a few at a time, for as long as that helps. Whatever is tried is settled by
 * assigning the singles anew, exactly.
 */
export function assignAll(desk: Desk, families: readonly Family[], singles: readonly Single[]): Found {
  const books = accountant(desk, families, singles);
  const alone = books.total([]);
  const stepsEach = books.steps();
  if (families.length === 0) return { whole: alone, bound: alone.cost };
  const lists = blockLists(desk);
  const start = marketOf(desk, lists, pricesOf(alone));
  const order = [...families.keys()].sort(
    (a, b) => (families[b]?.members.length ?? 0) - (families[a]?.members.length ?? 0) || a - b,
  );
  const people = families.reduce((sum, { members }) => sum + members.length, singles.length);
  const search: Search = {
    desk,
    lists,
    families,
    order,
    books,
    leastOf: families.map((family) => leastSeatCost(start, family)),
    bound: Number.NEGATIVE_INFINITY,
    until: books.steps() + PATIENCE + PATIENCE_PER_PERSON * people,
  };
  let best = firstSolution(search, start, alone, stepsEach);
  const attempt = (market: Market) => {
    const tried = settleAt(search, market);
    if (tried.cost < best.cost) best = tried;
    return best.cost;
  };
  const isLate = () => books.steps() > search.until / 2;
  const { bound, prices } = findPrices(start, families, books, alone, attempt, isLate);
  const bounded = { ...search, bound };
  best = improve(bounded, best);
  const market = marketOf(desk, lists, prices);
  best = branch(bounded, market, best);
  return { whole: shuffle(bounded, market, best), bound };
}

/**
 * Families put up one after the other, each settled exactly. Where that alone would take longer than all that
 * is meant to be spent (hundreds of singles around a hundred families), all at once at the given prices, and
 * one by one only those who found no room.
 */
function firstSolution(search: Search, start: Market, alone: WholeWard, stepsEach: number): WholeWard {
  const { order, families, until } = search;
  const oneByOne = (from: WholeWard, some: readonly number[]) =>
    some.reduce((whole, f) => putUp(search, whole, f) ?? whole, from);
  if (stepsEach * families.length < until / 2) return oneByOne(alone, order);
  const settled = settleAt(search, start);
  return oneByOne(
    settled,
    order.filter((f) => !settled.seats[f]),
  );
}

/** Everybody's best at given prices, the largest families first, each minding those before. */
function settleAt({ families, order, books }: Search, market: Market): WholeWard {
  const seats: (Seat | null)[] = families.map(() => null);
  const taken = new Set<number>();
  for (const f of order) {
    const family = families[f];
    const seat = family && bestSeat(market, family, (place) => !taken.has(place));
    seats[f] = seat ?? null;
    for (const block of seat?.blocks ?? []) for (const place of block?.beds ?? []) taken.add(place);
  }
  return books.total(seats);
}
