import type { Sheet, SheetRow } from './cell.ts';
import { HEADING_ROWS, headingsAt, headingsOf, oddHeadings, textsOf } from './find-headings.ts';
import type { ColumnGuess, ListKind, RememberedMapping } from './list-kind.ts';
import { spreadMerges } from './spread-merges.ts';

/** The list within a workbook: its headings, one a column, and every row below them, whatever it is. */
export interface ListTable {
  readonly sheet: string;
  readonly date1904: boolean;
  /** The row of the headings, of the lower line where there are two. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
  /** What stands above the headings: title, date, instructions. */
  readonly title: string;
}

export interface FoundTable<F extends string> {
  readonly table: ListTable;
  readonly columns: readonly ColumnGuess<F>[];
  readonly people: number;
}

export type TableFinding<F extends string> =
  | ({
      readonly ok: true;
      /** Other sheets with people, best first: the screen says that they were not taken. */
      readonly others: readonly FoundTable<F>[];
    } & FoundTable<F>)
  | {
      readonly ok: false;
      readonly code: 'no-headings' | 'nothing-below';
      readonly params: Readonly<Record<string, string>>;
    };

/** What a person said about the file; what they left open is found out. */
export interface TableChoice<F extends string> {
  readonly remembered?: RememberedMapping<F>;
  readonly sheet?: string;
  /** The row of the headings, of the lower line where there are two. */
  readonly headingRow?: number;
}

function tableOf<F extends string>(
  kind: ListKind<F>,
  sheet: Sheet,
  choice: TableChoice<F>,
): FoundTable<F> | null {
  const remembered = choice.remembered ?? {};
  const rows = spreadMerges(sheet);
  const wide = sheet.merges.length === 0 ? rows : spreadMerges(sheet, () => true).slice(0, HEADING_ROWS + 1);
  const headings =
    choice.headingRow === undefined
      ? (headingsOf(kind, rows, wide, remembered) ?? oddHeadings(kind, rows))
      : headingsAt(rows, choice.headingRow);
  if (headings === null) return null;
  const below = rows.slice(headings.at + 1);
  const width = Math.max(headings.texts.length, ...below.slice(0, 200).map((row) => row.cells.length));
  const texts = Array.from({ length: width }, (_, i) => headings.texts[i] ?? '');
  const columns = kind.matchHeadings(texts, below, remembered);
  if (!kind.tells(columns) && choice.headingRow === undefined) return null;
  const title = rows
    .slice(0, headings.at)
    .flatMap((row) => textsOf(row))
    .join(' ')
    .slice(0, 500);
  const table: ListTable = {
    sheet: sheet.name,
    date1904: sheet.date1904,
    headingRow: rows[headings.at]?.row ?? 1,
    headings: texts,
    rows: below,
    title,
  };
  return { table, columns, people: kind.count(below, columns) };
}

/** Sheets that explain, show an example or add up. */
const NOT_THE_LIST =
  /示例|样例|范例|说明|须知|模板|字典|下拉|参数|汇总|统计|sample|example|instruction|readme|template|summary|lookup|dict/i;

/** Visible lists before hidden ones, lists before examples, then the one with most people. */
function rank<F extends string>(kind: ListKind<F>, sheet: Sheet, found: FoundTable<F>): number {
  const sort = (sheet.hidden ? 0 : 2) + (NOT_THE_LIST.test(sheet.name) ? 0 : 1);
  const key = kind.keys[0];
  const hasDocuments = found.columns.some(({ field }) => field !== null && field === key);
  return found.people === 0 ? 0 : sort * 1e9 + (hasDocuments ? 1e8 : 0) + found.people;
}

/**
 * Finds the list among the sheets of a file: below title and instructions, with headings of one or two lines.
 * `no-headings` where no sheet tells what the kind needs, `nothing-below` where nothing of it stands below them.
 */
export function findTable<F extends string>(
  kind: ListKind<F>,
  sheets: readonly Sheet[],
  choice: TableChoice<F> = {},
): TableFinding<F> {
  const found = sheets
    .filter((sheet) => choice.sheet === undefined || sheet.name === choice.sheet)
    .map((sheet) => ({ sheet, found: tableOf(kind, sheet, choice) }))
    .flatMap(({ sheet, found }) => (found ? [{ found, rank: rank(kind, sheet, found) }] : []))
    .sort((a, b) => b.rank - a.rank);
  const best = found[0];
  if (!best) return { ok: false, code: 'no-headings', params: {} };
  if (best.found.people === 0)
    return { ok: false, code: 'nothing-below', params: { sheet: best.found.table.sheet } };
  const others = found.slice(1).flatMap(({ found }) => (found.people > 0 ? [found] : []));
  return { ok: true, ...best.found, others };
}
