import { type Instant, instantFromMillis, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import { DAY } from './calendar.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';

/** Something that people at the desk do at one moment of the history. */
export interface Scene {
  /** When it is written down. */
  at: Instant;
  play(desk: MovingDesk): Promise<void>;
}

/** The frame in which scenes are set. */
export interface Story {
  random: Random;
  begins: Instant;
  ends: Instant;
  days: number;
  zone: TimeZone;
  stays: readonly PlannedStay[];
  /** Everybody who is in house at the end, and every bed: they decide how much happens in a day. */
  patients: number;
  beds: number;
}

/** A moment of the nth day, counted from the end (0 is the last 24 hours), at a share of it. */
export const onDayBeforeEnd = ({ ends }: Story, day: number, share: number): Instant =>
  instantFromMillis(millisOf(ends) - Math.round((day + 1 - share) * DAY));

/** Scenes in the order in which they happened; those of one moment in the order in which they were thought of. */
export const inOrder = (scenes: readonly Scene[], { begins, ends }: Story): Scene[] =>
  scenes
    .filter(({ at }) => at >= begins && at < ends)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
