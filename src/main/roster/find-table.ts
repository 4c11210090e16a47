import type { RosterFileFault } from '#shared/contract/roster-row.ts';
import { cellText, isBlank, type Sheet, type SheetRow } from './cell.ts';
import { HEADING_JOINT, headingKey, meaningOf } from './heading-words.ts';
import { partRows } from './left-out-rows.ts';
import { type ColumnGuess, matchHeadings, type RememberedMapping, tellsPeople } from './match-headings.ts';
import { spreadMerges } from './spread-merges.ts';

/** The list within a workbook: its headings, one a column, and every row below them, people or not. */
export interface RosterTable {
  readonly sheet: string;
  readonly date1904: boolean;
  /** The row of the headings, of the lower line where there are two. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
  /** What stands above the headings: title, date, instructions. */
  readonly title: string;
}

export interface FoundTable {
  readonly table: RosterTable;
  readonly columns: readonly ColumnGuess[];
  readonly people: number;
}

export type TableFinding =
  | ({
      readonly ok: true /** Other sheets with people, best first: the screen says that they were not taken. */;
      readonly others: readonly FoundTable[];
    } & FoundTable)
  | { readonly ok: false; readonly code: RosterFileFault; readonly params: Readonly<Record<string, string>> };

/** What a person said about the file; what they left open is found out. */
export interface TableChoice {
  readonly remembered?: RememberedMapping;
  readonly sheet?: string;
  /** The row of the headings, of the lower line where there are two. */
  readonly headingRow?: number;
}

/** Headings stand within the first rows that have anything in them. */
const HEADING_ROWS = 60;

interface Headings {
  readonly texts: readonly string[];
  /** Index in the sheet's rows of the last heading line. */
  readonly at: number;
  readonly score: number;
}

const textsOf = (row: SheetRow | undefined): string[] =>
  (row?.cells ?? []).map((cell) => (cell.kind === 'text' ? cellText(cell).replace(/\s+/g, ' ').trim() : ''));

/** How much a line says as headings: each field counts once; without a name or document it is no list. */
function scoreOf(texts: readonly string[], remembered: RememberedMapping): number {
  const weights = new Map<string, number>();
  for (const text of texts) {
    const known = text === '' ? undefined : remembered[headingKey(text)];
    const meaning = meaningOf(text);
    const field = known ?? meaning?.field;
    if (!field || field === 'ignored') continue;
    weights.set(field, Math.max(weights.get(field) ?? 0, known ? 1 : (meaning?.weight ?? 0)));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const who = Math.max(weights.get('name') ?? 0, weights.get('documentNumber') ?? 0);
  if (who < 0.6) return 0;
  const filled = texts.filter((text) => text !== '').length;
  return weights.size >= 2 || (filled === 1 && who >= 0.9) ? total : 0;
}

/** Whether a row can be the lower line of headings: short words, no numbers, dates or IDs. */
function looksLikeHeadings(row: SheetRow | undefined): boolean {
  const filled = row?.cells.filter((cell) => !isBlank(cell)) ?? [];
  return (
    filled.length > 0 &&
    filled.every((cell) => cell.kind === 'text' && cell.text.length <= 30 && !/\d{4}/.test(cell.text))
  );
}

/** Upper and lower line as one heading for each column; an upper one reaches right until the next. */
function joinLines(upper: readonly string[], lower: readonly string[]): string[] {
  const joined: string[] = [];
  let reach = '';
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const above = upper[i] ?? '';
    const below = lower[i] ?? '';
    if (above !== '') reach = above;
    if (below === '') joined.push(above);
    else joined.push(reach === '' || reach === below ? below : `${reach}${HEADING_JOINT}${below}`);
  }
  return joined;
}

function headingsOf(
  rows: readonly SheetRow[],
  wide: readonly SheetRow[],
  remembered: RememberedMapping,
): Headings | null {
  let best: Headings | null = null;
  const consider = (texts: readonly string[], at: number, handicap: number) => {
    const score = scoreOf(texts, remembered);
    if (score > 0 && score - handicap > (best?.score ?? 0)) best = { texts, at, score };
  };
  for (let i = 0; i < Math.min(rows.length, HEADING_ROWS); i++) {
    const single = textsOf(rows[i]);
    consider(single, i, 0);
    const next = rows[i + 1];
    if (!looksLikeHeadings(rows[i]) || !looksLikeHeadings(next)) continue;
    // Two lines must say more than one of them alone.
    consider(
      joinLines(textsOf(wide[i]), textsOf(next)),
      i + 1,
      Math.max(0.4, scoreOf(textsOf(next), remembered) === 0 ? 0.4 : 0.1),
    );
  }
  return best;
}

/** Headings nobody knows (谁, 号): taken if the line below them is full of people. */
function oddHeadings(rows: readonly SheetRow[]): Headings | null {
  for (let at = 0; at < Math.min(rows.length - 1, HEADING_ROWS); at++) {
    const texts = textsOf(rows[at]);
    if (texts.filter((text) => text !== '').length < 2 || !looksLikeHeadings(rows[at])) continue;
    const columns = matchHeadings(texts, rows.slice(at + 1));
    const showsIds = columns.some(({ field, byContent }) => field === 'documentNumber' && byContent);
    if (showsIds && tellsPeople(columns)) return { texts, at, score: 0.5 };
  }
  return null;
}

/** The headings in a row that somebody pointed at, whatever they say. */
function headingsAt(rows: readonly SheetRow[], headingRow: number): Headings | null {
  const at = rows.findIndex((row) => row.row === headingRow);
  return at < 0 ? null : { texts: textsOf(rows[at]), at, score: 1 };
}

function tableOf(sheet: Sheet, choice: TableChoice): FoundTable | null {
  const remembered = choice.remembered ?? {};
  const rows = spreadMerges(sheet);
  const wide = sheet.merges.length === 0 ? rows : spreadMerges(sheet, () => true).slice(0, HEADING_ROWS + 1);
  const headings =
    choice.headingRow === undefined
      ? (headingsOf(rows, wide, remembered) ?? oddHeadings(rows))
      : headingsAt(rows, choice.headingRow);
  if (headings === null) return null;
  const below = rows.slice(headings.at + 1);
  const width = Math.max(headings.texts.length, ...below.slice(0, 200).map((row) => row.cells.length));
  const texts = Array.from({ length: width }, (_, i) => headings.texts[i] ?? '');
  const columns = matchHeadings(texts, below, remembered);
  if (!tellsPeople(columns) && choice.headingRow === undefined) return null;
  const title = rows
    .slice(0, headings.at)
    .flatMap((row) => textsOf(row))
    .join(' ')
    .slice(0, 500);
  const table: RosterTable = {
    sheet: sheet.name,
    date1904: sheet.date1904,
    headingRow: rows[headings.at]?.row ?? 1,
    headings: texts,
    rows: below,
    title,
  };
  return { table, columns, people: partRows(below, columns).people.length };
}

/** Sheets that explain, show an example or add up. */
const NOT_THE_LIST =
  /示例|样例|范例|说明|须知|模板|字典|下拉|参数|汇总|统计|sample|example|instruction|readme|template|summary|lookup|dict/i;

/** Visible lists before hidden ones, lists before examples, then the one with most people. */
function rank(sheet: Sheet, found: FoundTable): number {
  const kind = (sheet.hidden ? 0 : 2) + (NOT_THE_LIST.test(sheet.name) ? 0 : 1);
  const hasDocuments = found.columns.some(({ field }) => field === 'documentNumber');
  return found.people === 0 ? 0 : kind * 1e9 + (hasDocuments ? 1e8 : 0) + found.people;
}

/**
 * Finds the list of people among the sheets of a file: below title and instructions, with headings of one or
 * two lines. Refuses with `no-headings` where no sheet tells names or documents, with `no-people` where
 * nobody stands below them.
 */
export function findTable(sheets: readonly Sheet[], choice: TableChoice = {}): TableFinding {
  const found = sheets
    .filter((sheet) => choice.sheet === undefined || sheet.name === choice.sheet)
    .map((sheet) => ({ sheet, found: tableOf(sheet, choice) }))
    .flatMap(({ sheet, found }) => (found ? [{ found, rank: rank(sheet, found) }] : []))
    .sort((a, b) => b.rank - a.rank);
  const best = found[0];
  if (!best) return { ok: false, code: 'no-headings', params: {} };
  if (best.found.people === 0)
    return { ok: false, code: 'no-people', params: { sheet: best.found.table.sheet } };
  const others = found.slice(1).flatMap(({ found }) => (found.people > 0 ? [found] : []));
  return { ok: true, ...best.found, others };
}
