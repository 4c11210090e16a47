import { type Instant, instantFromMillis, millisOf } from '#shared/rules/instant.ts';

const HOUR_MS = 3_600_000;

/** Whole hours on the clock from the opening on; the last one, not over yet, stands for now. */
export interface Hours {
  /** How many steps there are. */
  last: number;
  /** The moment of a step; null for the last, which is now. */
  at(step: number): Instant | null;
  /** The step of a moment; the last for null. */
  of(at: Instant | null): number;
}

export function hoursSince(openedAt: Instant, now: number): Hours {
  const opened = millisOf(openedAt);
  const start = Math.ceil(opened / HOUR_MS) * HOUR_MS;
  const last = Math.max(0, Math.ceil((now - start) / HOUR_MS));
  return {
    last,
    at: (step) => (step >= last ? null : instantFromMillis(start + Math.max(0, step) * HOUR_MS)),
    of: (at) =>
      at === null ? last : Math.min(last, Math.max(0, Math.round((millisOf(at) - start) / HOUR_MS))),
  };
}

/** Where a key leads; null for a key that leads nowhere. */
export function stepBy(key: string, from: number, last: number): number | null {
  const within = (step: number) => Math.min(Math.max(step, 0), last);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(from - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(from + 1);
    case 'PageDown':
      return within(from - 24);
    case 'PageUp':
      return within(from + 24);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
