/** A scanner types a sign in a few milliseconds; nobody's fingers do. */
const SCANNER_MS_PER_SIGN = 30;
const LEAST_SIGNS = 4;

/** Tells a scan from typing, so that a badge held before the reader is not taken for a wrong secret. */
export interface TypingSpeed {
  sign(at: number): void;
  /** Whether all of it came as fast as a scanner types; begins anew. */
  wasScanned(): boolean;
}

export function typingSpeed(): TypingSpeed {
  let times: number[] = [];
  return {
    sign: (at) => {
      times.push(at);
    },
    wasScanned: () => {
      const [first = 0] = times;
      const last = times.at(-1) ?? 0;
      const scanned =
        times.length >= LEAST_SIGNS && (last - first) / (times.length - 1) < SCANNER_MS_PER_SIGN;
      times = [];
      return scanned;
    },
  };
}
