import type { BedView } from '#shared/contract/beds.ts';
import { BED_STATES, type BedState } from '#shared/contract/vocabulary.ts';
import type { Route } from '../route.ts';

/** Which beds are asked for: those of one state, or those with somebody to keep an eye on. */
export type BedFilter = BedState | 'alert';

export function filterOf({ query }: Route): BedFilter | null {
  if (query.has('alert')) return 'alert';
  return BED_STATES.find((state) => state === query.get('state')) ?? null;
}

export const passes = (filter: BedFilter, view: BedView | undefined): boolean =>
  filter === 'alert' ? view?.occupant?.alert === true : view?.state === filter;
