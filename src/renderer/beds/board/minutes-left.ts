import { type Instant, millisOf } from '#shared/rules/instant.ts';

/** Whole minutes until the disinfection may be signed off; 0 once it may. `now` in milliseconds. */
export const minutesLeft = (readyAt: Instant, now: number): number =>
  Math.max(0, Math.ceil((millisOf(readyAt) - now) / 60_000));
