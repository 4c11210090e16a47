/** What a heading means: the field, how sure the words are, and whether it is about somebody else. */
export interface Meaning<F extends string> {
  readonly field: F | null;
  readonly weight: number;
  readonly foreign: boolean;
}

/** Longest text that can be a heading; instructions are longer. */
export const LONGEST_HEADING = 40;

/** Joins the two lines of a heading: 监护人 above 电话. */
export const HEADING_JOINT = ' / ';

/** A heading's words without blanks, stars, colons and letter case. */
export const compactHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s/*＊:：'"“”‘’`_#?？!！.。,，;；★☆●△▲√-]/g, '');

/** How a heading is remembered: blanks, stars, colons and letter case do not count. */
export const headingKey = (heading: string): string => compactHeading(heading.slice(0, 200));
