import { randomBytes } from 'node:crypto';
import { inGroups, PAPER_LETTERS } from '#shared/rules/paper-letters.ts';

const LENGTH = 20;

/** A code of 100 bits, to be kept on paper: `7K3QF-…`, four groups of five. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => PAPER_LETTERS[byte % PAPER_LETTERS.length]);
  return inGroups(letters.join(''));
}
