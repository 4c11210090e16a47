/**
 * How long a letter that is a command waits for a second one. A scanner sends the next within a few
 * milliseconds, nobody's hand does: so `D-05-12` from a label finds a bed and does not discharge anybody.
 */
export const SCANNER_MS = 60;

export interface LetterHold {
  /** A letter was pressed; `run` is what it does alone, null where it only begins a search. */
  press(sign: string, run: (() => void) | null): void;
  /** A letter is waiting for the next one. */
  waits(): boolean;
  stop(): void;
}

/** Tells single letters, which are commands, from words, which are searches. */
export function createLetterHold(find: (typed: string) => void): LetterHold {
  let pending: { typed: string; timer: ReturnType<typeof setTimeout> } | null = null;
  const take = () => {
    clearTimeout(pending?.timer);
    const typed = pending?.typed ?? '';
    pending = null;
    return typed;
  };
  return {
    press(sign, run) {
      if (pending) return find(take() + sign);
      if (!run) return find(sign);
      const timer = setTimeout(() => {
        take();
        run();
      }, SCANNER_MS);
      pending = { typed: sign, timer };
    },
    waits: () => pending !== null,
    stop: () => void take(),
  };
}
