/*
 * A .csv says nothing of what its cells are, so whoever opens it guesses: 18 digits become 1.1E+17, 0012
 * becomes 12, MAR-12 a day, =… a formula. docs/decisions/csv-text-cells.md tells what was tried.
 */

/** Put before a text, inside the quotes: nobody guesses any more, hardly anybody sees it, and readers trim it. */
const MARK = '\t';

/** A text as a .csv cell that spreadsheets leave a text. What is in no danger is left alone. */
export const csvText = (text: string): string => (isTakenForOtherThanText(text) ? MARK + text : text);

/** The reverse of {@link csvText}. */
export const textOfCsv = (cell: string): string => (cell.startsWith(MARK) ? cell.slice(MARK.length) : cell);

function isTakenForOtherThanText(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  // Full-width forms are the same to many programs, and blanks and invisible characters are skipped by some. Taken apart,
  // not put together: `=` with a stroke over it is one sign to read, but still begins with `=`.
  const seen = text.normalize('NFKD').replace(/^[\p{C}\p{Z}\s]+/u, '');
  return /^[=+\-−@|#]/.test(seen) || looksLikeValue(seen);
}

/** What may stand in a number, an amount, a day or a time besides digits and signs, in both languages. */
const WORDS_OF_VALUES =
  /jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|[ap]\.?m|e|[年月日号时時分秒]|上午|下午|中午|凌晨/gi;

/** Digits without a word that no value has: rather one mark too many than a bed code that became a day. */
function looksLikeValue(seen: string): boolean {
  if (/^(true|false)\s*$/i.test(seen)) return true;
  return /\p{N}/u.test(seen) && !/\p{L}/u.test(seen.replace(WORDS_OF_VALUES, ''));
}
