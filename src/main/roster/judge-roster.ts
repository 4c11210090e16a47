import { createHash } from 'node:crypto';
import type { RosterField, RosterFileFault, RosterIssue } from '#shared/contract/roster-row.ts';
import type { ImportResult } from '#shared/contract/rosters.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { ROSTER_ISSUES } from '#shared/messages/roster-issues.ts';
import { numbersToLookUp } from '#shared/rules/identity-document.ts';
import { type Instant, localDateOf } from '#shared/rules/instant.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { cellText, type Sheet, typeOver } from '../spreadsheets/cell.ts';
import { readSpreadsheet } from '../spreadsheets/read-file.ts';
import { type FoundTable, findTable, type RosterTable, type TableChoice } from './find-table.ts';
import { type JudgedRow, judgeRows } from './judge-rows.ts';
import type { ColumnGuess } from './match-headings.ts';
import { findKnown, type RosterDecisions, readRemembered } from './roster-repository.ts';

export interface RosterSource {
  fileName: string;
  content: Uint8Array;
  arrivedAt: Instant;
}

type JudgedColumn = Omit<ColumnGuess, 'source'> & { source: ColumnGuess['source'] | 'chosen' };

export interface JudgedRoster {
  table: RosterTable;
  sheets: string[];
  columns: JudgedColumn[];
  rows: JudgedRow[];
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The same bytes are the same sheets, so the last files need not be unpacked for every step of the screen. */
const readings = new Map<string, readonly Sheet[]>();
const READINGS_KEPT = 2;

async function sheetsOf({ content, fileName }: RosterSource): Promise<readonly Sheet[]> {
  const hash = hashOf(content);
  const known = readings.get(hash);
  if (known) return known;
  const reading = await readSpreadsheet(content, fileName);
  if (!reading.ok) throw unreadable(fileName, reading.code, reading.params);
  if (readings.size >= READINGS_KEPT) readings.clear();
  readings.set(hash, reading.sheets);
  return reading.sheets;
}

/** The fault is a code that every reader's language has a sentence for (messages/say-refusal.ts). */
const unreadable = (
  file: string,
  fault: RosterFileFault,
  params: Readonly<Record<string, string>>,
): Refusal => new Refusal('roster-unreadable', { ...params, file, problem: fault });

/** Reads a roster with all that people have said about it, and judges every row as of now. */
export async function judgeRoster(
  db: Reads,
  source: RosterSource,
  decisions: RosterDecisions | null,
  context: Context,
): Promise<JudgedRoster> {
  context.progress({ step: 'reading', done: 0, total: 2 });
  const sheets = await sheetsOf(source);
  const found = await findChosen(db, sheets, source, decisions);
  const columns = applyChoices(found.columns, decisions);
  const rows = found.table.rows.map((row) => {
    const edits = decisions?.edits.get(row.row);
    return edits ? typeOver(row, edits) : row;
  });
  const table = { ...found.table, rows };
  context.progress({ step: 'judging', done: 1, total: 2 });
  const known = await findKnown(db, documentNumbersOf(table, columns));
  const judged = judgeRows(table, columns, {
    today: localDateOf(context.now, context.zone),
    zone: context.zone,
    now: context.now,
    defaultArrival: source.arrivedAt,
    known: (type, number) => known.get(`${type} ${number}`) ?? null,
  });
  return { table, sheets: sheets.map(({ name }) => name), columns, rows: judged };
}

/** The rows below the headings, by the number that the file gives them, whoever they are. */
export async function rowNumbersOf(
  db: Reads,
  source: RosterSource,
  decisions: RosterDecisions,
): Promise<ReadonlySet<number>> {
  const { table } = await findChosen(db, await sheetsOf(source), source, decisions);
  return new Set(table.rows.map(({ row }) => row));
}

async function findChosen(
  db: Reads,
  sheets: readonly Sheet[],
  { fileName }: RosterSource,
  decisions: RosterDecisions | null,
): Promise<FoundTable> {
  const choice: TableChoice = {
    remembered: await readRemembered(db),
    ...(decisions?.sheet ? { sheet: decisions.sheet } : {}),
    ...(decisions?.headingRow ? { headingRow: decisions.headingRow } : {}),
  };
  const found = findTable(sheets, choice);
  if (!found.ok) throw unreadable(fileName, found.code, found.params);
  const results = found.table.headings.filter((heading) => OF_A_LABORATORY.test(heading));
  const tellsMore = found.columns.some(({ field }) => field !== null && OF_A_ROSTER.has(field));
  if (results.length >= FEWEST_OF_A_LABORATORY && !tellsMore) {
    throw unreadable(fileName, 'laboratory-list', { headings: results.join('、') });
  }
  return found;
}

/** Headings that only a list of test results has; taken for a roster it would admit everybody once more. */
const OF_A_LABORATORY = /\bct\b|ct值|采样|样本|样品|标本|条码|检测结果|orf1ab|sampl|specimen|barcode/i;
const FEWEST_OF_A_LABORATORY = 2;
/** A district’s list may carry Ct values too, but it also says where somebody lives or how they are. */
const OF_A_ROSTER: ReadonlySet<RosterField> = new Set<RosterField>([
  ...(['sex', 'age', 'phone', 'address', 'district', 'street'] as const),
  ...(['classification', 'conditions', 'mobility', 'arrivedAt', 'companions', 'plate'] as const),
]);

/** A column chosen by hand wins its field; one that was guessed for the same field loses it. */
function applyChoices(columns: readonly ColumnGuess[], decisions: RosterDecisions | null): JudgedColumn[] {
  const chosen = decisions?.columns ?? new Map();
  const taken = new Set([...chosen.values()].filter((field) => field !== null && field !== 'ignored'));
  return columns.map((column) => {
    if (chosen.has(column.position)) {
      return { ...column, field: chosen.get(column.position) ?? null, source: 'chosen', confidence: 1 };
    }
    return column.field !== null && taken.has(column.field)
      ? { ...column, field: null, source: 'none' }
      : column;
  });
}

function documentNumbersOf(table: RosterTable, columns: readonly JudgedColumn[]): string[] {
  const position = columns.find(({ field }) => field === 'documentNumber')?.position;
  if (position === undefined) return [];
  return table.rows.flatMap((row) => numbersToLookUp(cellText(row.cells[position])));
}

/** The counts and issues that a terminal prints and a screen sums up. */
export function resultOf(
  rows: readonly Pick<JudgedRow, 'status' | 'issues'>[],
  language: Language,
): ImportResult {
  const count = (...statuses: string[]) => rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    rows: rows.length,
    accepted: count('ready', 'warning'),
    duplicates: count('duplicate'),
    refused: count('refused'),
    warned: count('warning'),
    issues: rows.flatMap(({ issues }) => issues.map((issue) => withMessage(issue, language))),
  };
}

const withMessage = (issue: RosterIssue, language: Language): ImportResult['issues'][number] => ({
  ...issue,
  message: fill(ROSTER_ISSUES[issue.code], language, issue.params),
});
