import type { Desk } from './admission-to-bed-rules.ts';
import {
  bestSeats,
  type Family,
  leastSeatCost,
  leastValue,
  marketOf,
  type Seat,
} from './family-seat-rules.ts';
import { improve } from './improve-rules.ts';
import type { Single } from './single-assignment-rules.ts';
import { type Accountant, accountant, pricesOf, type WholeWard } from './whole-ward-rules.ts';

export interface Found {
  whole: WholeWard;
  /** Hundredths of a point; nothing can cost less. */
  bound: number;
}

/** Seats of a family that are tried exactly, at most. */
const TRIED = 8;
/** Steps after which no more improvement is looked for, and per person: see {@link Accountant.steps}. */
const PATIENCE = 40_000_000;
const PATIENCE_PER_PERSON = 1_500_000;

export interface Search {
  desk: Desk;
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
 * Puts families up in blocks and assigns everybody else around them. A family is put up where the whole
 * ward then costs least: candidates are taken in the order of what they add at least (their cost and what
 * the singles would pay for the beds, which by duality is never more than they do pay), and each is
 * settled by assigning the singles anew, until the next can no longer be better. Then families are taken
 * out, alone, in pairs and in fours, and put up again for as long as that helps.
 *
 * The bound: singles alone on all beds, and each family at its least at those prices.
 */
export function assignAll(desk: Desk, families: readonly Family[], singles: readonly Single[]): Found {
  const books = accountant(desk, families, singles);
  const alone = books.total([]);
  if (families.length === 0) return { whole: alone, bound: alone.cost };
  const market = marketOf(desk, pricesOf(alone));
  const least = families.map((family) => leastValue(market, family));
  const bound = least.reduce((sum, value) => sum + value, alone.cost);
  const people = families.reduce((sum, { members }) => sum + members.length, singles.length);
  const until = books.steps() + PATIENCE + PATIENCE_PER_PERSON * people;
  const order = [...families.keys()].sort(
    (a, b) => (families[b]?.members.length ?? 0) - (families[a]?.members.length ?? 0) || a - b,
  );
  const leastOf = families.map((family) => leastSeatCost(desk, family));
  const search: Search = { desk, families, order, books, leastOf, bound, until };
  const first = order.reduce((whole, f) => putUp(search, whole, f), alone);
  return { whole: improve(search, first), bound };
}

/** Nothing better can be found, or it would take too long. */
export const isDone = ({ bound, books, until }: Search, whole: WholeWard): boolean =>
  whole.cost <= bound || books.steps() > until;

/** Puts one family up in the best way that the others leave. */
export function putUp({ desk, families, books }: Search, whole: WholeWard, f: number): WholeWard {
  const family = families[f];
  if (family === undefined) return whole;
  const market = marketOf(desk, pricesOf(whole));
  const taken = takenBeds(whole);
  let best: WholeWard | null = null;
  for (const seat of bestSeats(market, family, (place) => !taken.has(place), TRIED)) {
    if (best !== null && whole.cost + seat.value >= best.cost) break;
    const tried = books.total(withSeat(whole, f, seat));
    if (best === null || tried.cost < best.cost) best = tried;
  }
  return best ?? whole;
}

export const takenBeds = ({ seats }: WholeWard): Set<number> =>
  new Set(seats.flatMap((seat) => seat?.blocks.flatMap((block) => block?.beds ?? []) ?? []));

export const withSeat = ({ seats }: WholeWard, f: number, seat: Seat | null): (Seat | null)[] => {
  const changed = [...seats];
  changed[f] = seat;
  return changed;
};
