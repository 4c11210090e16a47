/** A scanner types a sign in a few milliseconds; nobody's fingers do. */
const SCANNER_MS_PER_SIGN = 30;
/** After such a pause something else is typed: what was there by hand is no part of the scan. */
const PAUSE_MS = 150;
const LEAST_SIGNS = 4;

/** Tells a scan from typing, so that a badge held before the reader is taken for what it is, wherever it lands. */
export interface TypingSpeed {
  sign(key: string, at: number): void;
  /** What was typed since the last pause, where it came as fast as a scanner types; null else. Begins anew. */
  takeScan(): string | null;
}

export function typingSpeed(): TypingSpeed {
  let signs = '';
  let first = 0;
  let last = 0;
  return {
    sign: (key, at) => {
      if (signs === '' || at - last > PAUSE_MS) {
        signs = '';
        first = at;
      }
      signs += key;
      last = at;
    },
    takeScan: () => {
      const taken = signs;
      signs = '';
      const isFast = (last - first) / (taken.length - 1) < SCANNER_MS_PER_SIGN;
      return taken.length >= LEAST_SIGNS && isFast ? taken : null;
    },
  };
}
