import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';

/** What the tables of migrations/005-leads/figures.ts look like to Kysely. */
export interface FiguresSchema {
  /** Kept by triggers, never written here: how many came or left on a day of UTC, as it is known now. */
  stay_tally: { day: string; kind: 'arrived' | WayOfLeaving; people: number };
}
