import type { SheetRow } from './cell.ts';
import type { Meaning } from './heading-text.ts';

/** Where a guess comes from: `remembered` was chosen by a person for an earlier file. */
export type GuessSource = 'remembered' | 'guessed' | 'none';

export interface ColumnGuess<F extends string> {
  /** From 0. */
  readonly position: number;
  readonly heading: string;
  /** null where nobody knows; the column is shown and left out. */
  readonly field: F | null;
  readonly source: GuessSource;
  /** Guessed by the values alone: the heading says nothing that is known. */
  readonly byContent: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** Up to three values, to recognise the column by. */
  readonly examples: readonly string[];
}

/** Heading (by {@link headingKey}) → what a person said that it means. */
export type RememberedMapping<F extends string> = Readonly<Record<string, F>>;

/** What tells one kind of list (a roster, a laboratory's results) from any other table. */
export interface ListKind<F extends string> {
  meaningOf(heading: string): Meaning<F> | null;
  matchHeadings(
    headings: readonly string[],
    rows: readonly SheetRow[],
    remembered: RememberedMapping<F>,
  ): ColumnGuess<F>[];
  /** A heading line needs one of these to be one. */
  readonly keys: readonly F[];
  /** Whether anything can be read out of a list with these columns at all. */
  tells(columns: readonly ColumnGuess<F>[]): boolean;
  /** Whether columns whose headings nobody knows show by their values alone what they are. */
  tellsByContent(columns: readonly ColumnGuess<F>[]): boolean;
  /** Rows below the headings that are somebody's. */
  count(rows: readonly SheetRow[], columns: readonly ColumnGuess<F>[]): number;
}
