import type { Instant } from '#shared/rules/instant.ts';
import { held } from './kept.ts';

export interface Restored {
  takenAt: Instant | null;
  /** Where the files lie that were the ward until then; null where there were none. */
  aside: string | null;
}

/** The ward went back to a copy: told until somebody has read it, for the page that did it is gone by then. */
export const restored = held<Restored | null>(null);
