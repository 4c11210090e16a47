import { cellText, isBlank, type SheetRow } from './cell.ts';
import { HEADING_JOINT, headingKey } from './heading-text.ts';
import type { ListKind, RememberedMapping } from './list-kind.ts';

/** Headings stand within the first rows that have anything in them. */
export const HEADING_ROWS = 60;

export interface Headings {
  readonly texts: readonly string[];
  /** Index in the sheet's rows of the last heading line. */
  readonly at: number;
  readonly score: number;
}

export const textsOf = (row: SheetRow | undefined): string[] =>
  (row?.cells ?? []).map((cell) => (cell.kind === 'text' ? cellText(cell).replace(/\s+/g, ' ').trim() : ''));

/** How much a line says as headings: each field counts once; without one of the kind's keys it is no list. */
function scoreOf<F extends string>(
  kind: ListKind<F>,
  texts: readonly string[],
  remembered: RememberedMapping<F>,
): number {
  const weights = new Map<string, number>();
  for (const text of texts) {
    const known = text === '' ? undefined : remembered[headingKey(text)];
    const meaning = kind.meaningOf(text);
    const field = known ?? meaning?.field;
    if (!field || field === 'ignored') continue;
    weights.set(field, Math.max(weights.get(field) ?? 0, known ? 1 : (meaning?.weight ?? 0)));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const who = Math.max(...kind.keys.map((key) => weights.get(key) ?? 0));
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

export function headingsOf<F extends string>(
  kind: ListKind<F>,
  rows: readonly SheetRow[],
  wide: readonly SheetRow[],
  remembered: RememberedMapping<F>,
): Headings | null {
  let best: Headings | null = null;
  const consider = (texts: readonly string[], at: number, handicap: number) => {
    const score = scoreOf(kind, texts, remembered);
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
      Math.max(0.4, scoreOf(kind, textsOf(next), remembered) === 0 ? 0.4 : 0.1),
    );
  }
  return best;
}

/** Headings nobody knows (谁, 号): taken if the line below them is full of people. */
export function oddHeadings<F extends string>(kind: ListKind<F>, rows: readonly SheetRow[]): Headings | null {
  for (let at = 0; at < Math.min(rows.length - 1, HEADING_ROWS); at++) {
    const texts = textsOf(rows[at]);
    if (texts.filter((text) => text !== '').length < 2 || !looksLikeHeadings(rows[at])) continue;
    const columns = kind.matchHeadings(texts, rows.slice(at + 1), {});
    if (kind.tellsByContent(columns) && kind.tells(columns)) return { texts, at, score: 0.5 };
  }
  return null;
}

/** The headings in a row that somebody pointed at, whatever they say. */
export function headingsAt(rows: readonly SheetRow[], headingRow: number): Headings | null {
  const at = rows.findIndex((row) => row.row === headingRow);
  return at < 0 ? null : { texts: textsOf(rows[at]), at, score: 1 };
}
