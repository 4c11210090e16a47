import type { Instant } from '#shared/rules/instant.ts';
import type { MovingDesk } from './moving-desk.ts';

/** Something that people at the desk do at one moment of the history. */
export interface Scene {
  /** When it is written down. */
  at: Instant;
  play(desk: MovingDesk): Promise<void>;
}

/** Scenes in the order in which they happened; those of one moment in the order in which they were thought of. */
export const inOrder = (scenes: readonly Scene[]): Scene[] =>
  scenes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
