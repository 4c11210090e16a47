import { type Desk, NEVER } from './admission-to-bed-rules.ts';
import { blockLists } from './block-list-rules.ts';
import { branch } from './branch-rules.ts';
import {
  bestSeat,
  differentSeats,
  type Family,
  leastSeatCost,
  type Market,
  marketOf,
  type Seat,
} from './family-seat-rules.ts';
import { improve, shuffle } from './improve-rules.ts';
import { findPrices } from './price-rules.ts';
import type { Single } from './single-assignment-rules.ts';
import { type Accountant, accountant, pricesOf, type WholeWard } from './whole-ward-rules.ts';

export interface Found {
  whole: WholeWard;
  /** Hundredths of a point; nothing can cost less. */
  bound: number;
}

/** Seats of a family that are tried exactly, at most. */
const TRIED = 24;
/** Steps after which no more improvement is looked for, and per person: see {@link Accountant.steps}. */
const PATIENCE = 40_000_000;
const PATIENCE_PER_PERSON = 1_500_000;

export interface Search {
  desk: Desk;
  lists: Market['lists'];
  families: readonly Family[];
  /** Places in the list of families, the largest first. */
  order: readonly number[];
  books: Accountant;
  /** What each family costs by itself at its very best, groups of one left out. */
  leastOf: readonly number[];
  /** Least that any solution costs. */
  bound: number;
  /** Steps at which to stop looking for better. */
  until: number;
}

/**
 * Puts families up in blocks and assigns everybody else around them. First at prices that make families
 * and singles want different beds; then families are taken out, alone, in pairs and in fours, and put up
 * again for as long as that helps. Whatever is tried is settled by assigning the singles anew, exactly.
 */
export function assignAll(desk: Desk, families: readonly Family[], singles: readonly Single[]): Found {
  const books = accountant(desk, families, singles);
  const alone = books.total([]);
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
  let best = order.reduce((whole, f) => putUp(search, whole, f) ?? whole, alone);
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

/** Nothing better can be found, or it would take too long. */
export const isDone = ({ bound, books, until }: Search, whole: WholeWard): boolean =>
  whole.cost <= bound || books.steps() > until;

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

/**
 * Puts one family up in the best way that the others leave. Seats are tried in the order of what they add at
 * least (by duality singles never pay less than the prices of beds taken from them) until the next can no
 * longer be better; the answer never costs `atMost` or more, null where there is none.
 */
export function putUp(search: Search, whole: WholeWard, f: number, atMost = NEVER): WholeWard | null {
  const { desk, lists, families, books } = search;
  const family = families[f];
  if (family === undefined) return null;
  const market = marketOf(desk, lists, pricesOf(whole));
  const taken = takenBeds(whole);
  const isFree = (place: number) => !taken.has(place);
  const quick = bestSeat(market, family, isFree);
  if (quick === null || whole.cost + quick.value >= atMost) return null;
  const first = books.total(withSeat(whole, f, quick));
  let best = first.cost < atMost ? first : null;
  if (first.cost <= whole.cost + quick.value) return best;
  const others = differentSeats(market, family, isFree, Math.min(first.cost, atMost) - whole.cost);
  for (const seat of others.slice(0, TRIED)) {
    if (whole.cost + seat.value >= (best?.cost ?? atMost)) break;
    const tried = books.total(withSeat(whole, f, seat));
    if (tried.cost < (best?.cost ?? atMost)) best = tried;
  }
  return best;
}

export const takenBeds = ({ seats }: WholeWard): Set<number> =>
  new Set(seats.flatMap((seat) => seat?.blocks.flatMap((block) => block?.beds ?? []) ?? []));

export const withSeat = ({ seats }: WholeWard, f: number, seat: Seat | null): (Seat | null)[] => {
  const changed = [...seats];
  changed[f] = seat;
  return changed;
};
