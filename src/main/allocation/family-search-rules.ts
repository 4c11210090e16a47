import { type Desk, NEVER } from './admission-to-bed-rules.ts';
import { bestSeat, differentSeats, type Family, type Seat } from './family-seat-rules.ts';
import { type Market, marketOf } from './market-rules.ts';
import { type Accountant, pricesOf, type WholeWard } from './whole-ward-rules.ts';

/** Seats of a family that are tried exactly, at most. */
const TRIED = 24;

/** What every step of the search for families looks at. */
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

/** Nothing better can be found, or it would take too long. */
export const isDone = ({ bound, books, until }: Search, whole: WholeWard): boolean =>
  whole.cost <= bound || books.steps() > until;

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
