/**
 * What is copied from paper by hand is written in Crockford's base 32, in groups of five: without I, L, O and U nobody
 * reads one letter for another.
 */
export const PAPER_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As written by hand: what looks like a digit is that digit (Crockford's own table of mistakes). */
const MISREAD: Record<string, string> = { O: '0', I: '1', L: '1' };

const GROUP = /.{1,5}/g;

export const inGroups = (letters: string): string => (letters.match(GROUP) ?? []).join('-');

/** What was typed or scanned, as it was meant: spaces, dashes, small letters and full-width ones do not matter. */
export const asOnPaper = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u200b-\u200d\ufeff]/gu, '')
    .replace(/[OIL]/g, (letter) => MISREAD[letter] ?? letter);
