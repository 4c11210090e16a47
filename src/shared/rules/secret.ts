/**
 * Secrets by which people sign in: a PIN of digits, for gloves and number pads, or a password. Source of the least
 * lengths: NIST SP 800-63B, memorised secrets (8 characters chosen by the person; 6 digits where attempts are limited).
 */
export const PIN_DIGITS = { least: 6, most: 12 } as const;
export const PASSWORD_LETTERS = { least: 8, most: 128 } as const;

export type SecretFault = 'too-short' | 'too-long' | 'too-plain';

/** Null for a secret that may be used. Digits alone are a PIN; everything else is a password. */
export function secretFault(secret: string): SecretFault | null {
  const digits = /^\d+$/.test(secret);
  const length = [...secret].length;
  const { least, most } = digits ? PIN_DIGITS : PASSWORD_LETTERS;
  if (length < least) return 'too-short';
  if (length > most) return 'too-long';
  return isPlain(secret) ? 'too-plain' : null;
}

/** One sign over and over, or a run such as 123456, 987654, abcdefgh. */
function isPlain(secret: string): boolean {
  const codes = [...secret].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}

/** Attempts that cost nothing: gloves slip. */
const FREE_ATTEMPTS = 4;
const FIRST_DELAY_S = 15;
const LONGEST_DELAY_S = 15 * 60;

/**
 * Seconds for which nobody can sign in under a name after so many failures in a row: none for the first four, then
 * 15 s, doubled with each further one, at most 15 minutes. Never for good: a colleague must not be able to shut
 * somebody out of the ward for a shift.
 */
export function lockOutSeconds(failures: number): number {
  if (failures <= FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_S * 2 ** (failures - FREE_ATTEMPTS - 1), LONGEST_DELAY_S);
}
