import { isDone, type Search } from './family-search-rules.ts';
import { everySeat, type Seat, wishOf } from './family-seat-rules.ts';
import type { Market } from './market-rules.ts';
import type { WholeWard } from './whole-ward-rules.ts';

/** Seats of one family that are followed up, the least first. */
const FOLLOWED = 30;
/** Most steps down the list of choices, summed over all families. */
const MOST_DETOURS = 256;
/** Wishes looked up before this is given up: some fifty milliseconds. */
const LOOK_UPS = 4_000;

/**
 * Looks for better by going through seats family by family, the largest first: depth first, left off wherever
 * what is settled, what the families left still wish at the given prices, and the singles at those prices
 * cost as much as the best known (branch and bound on the Lagrangian bound). Small wards are searched to
 * the end, in large ones only the most promising corner.
 */
export function branch(search: Search, market: Market, start: WholeWard): WholeWard {
  const { families, order, books } = search;
  const { prices, desk } = market;
  let others = 0;
  for (const { cost } of books.singlesAtPrices(prices)) others += cost;
  desk.ward.beds.forEach(({ state }, place) => {
    if (state === 'available') others -= prices[place] ?? 0;
  });
  let best = start;
  let left = LOOK_UPS;
  const taken = new Set<number>();
  const isFree = (place: number) => !taken.has(place);
  const follow = (seats: readonly (Seat | null)[], settled: number, depth: number, detours: number): void => {
    if (left < 0 || isDone(search, best)) return;
    const f = order[depth];
    const family = families[f ?? -1];
    if (f === undefined || family === undefined) {
      const tried = books.total(seats);
      if (tried.cost < best.cost) best = tried;
      return;
    }
    let rest = 0;
    for (const later of order.slice(depth + 1)) {
      const wishing = families[later];
      if (wishing) rest += wishOf(market, wishing, isFree).value;
      if (settled + rest >= best.cost) break;
    }
    left -= order.length - depth;
    const ceiling = best.cost - settled - rest;
    const choices = everySeat(market, family, isFree, ceiling, Math.min(FOLLOWED, detours + 1));
    for (const [detour, seat] of choices.entries()) {
      if (settled + rest + seat.value >= best.cost) break;
      const beds = seat.blocks.flatMap((block) => block?.beds ?? []);
      for (const place of beds) taken.add(place);
      follow(seats.with(f, seat), settled + seat.value, depth + 1, detours - detour);
      for (const place of beds) taken.delete(place);
    }
  };
  const nobody = families.map(() => null);
  for (let detours = 1; detours <= MOST_DETOURS && left > 0; detours *= 2) follow(nobody, others, 0, detours);
  return best;
}
