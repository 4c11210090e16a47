import type { Instant } from '#shared/rules/instant.ts';

/** A text, a number to reckon with, or nothing known. */
export type SheetCell = string | number | null;

export interface SheetColumn {
  heading: string;
  /** `time`: written as text of ours, `2022-04-05 12:00`. */
  kind: 'text' | 'number' | 'time';
  /** Widest that the column gets, in digits; longer texts are broken into lines. */
  widest: number;
}

/** One list as it goes into a file: what .xlsx and .csv say alike. */
export interface Sheet {
  /** Of the tab; at most 31 characters, none of `[]:*?/\`. */
  name: string;
  title: string;
  /** Shown with force under the title and on every page: that nothing of this is real. */
  warning: string | null;
  /** Period, cut-off and whatever else the reader must know before the first line. */
  note: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
  /** Below the lines, apart from them. */
  totals: readonly (readonly SheetCell[])[];
  /** How many columns from the left stay in sight, and are wanted to recognise a line. */
  fixedColumns: number;
  /** For the file's own properties. */
  made: { by: string; at: Instant };
  /** At the foot of every page. `page` has the places `{{page}}` and `{{pages}}`, `printed` has `{{when}}`. */
  foot: { madeBy: string; printed: string; page: string };
}

/** Excel holds 32,767 UTF-16 units in a cell; one is left for the mark that csv-cell.ts may put before. */
const LONGEST_CELL = 32_766;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no file can carry
const NOT_FOR_FILES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * A text as a cell can hold it: line breaks as one `\n`, what XML has no way to write as `\ufffd`, cut where a
 * spreadsheet would cut it or refuse the file. Everything else stays as it is, markup and direction marks too.
 */
export function cellText(text: string): string {
  const whole = text.toWellFormed().replace(/\r\n?/g, '\n').replace(NOT_FOR_FILES, '\ufffd');
  if (whole.length <= LONGEST_CELL) return whole;
  return `${whole.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const TURNS_DIRECTION = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name within a line of ours: it breaks no line, and its direction marks end where it ends (FSI … PDI). */
export function singleLine(text: string): string {
  const line = cellText(text).replace(/\s+/g, ' ');
  return TURNS_DIRECTION.test(line) ? `\u2068${line}\u2069` : line;
}
