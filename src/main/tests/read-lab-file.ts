import type { LabField, LabFileFault } from '#shared/contract/lab-row.ts';
import type { Instant, LocalDate, TimeZone } from '#shared/rules/instant.ts';
import { tidyName, tidyText } from '#shared/rules/person-name.ts';
import { type Cell, cellText, type SheetRow } from '../spreadsheets/cell.ts';
import { findTable, type ListTable } from '../spreadsheets/find-table.ts';
import type { ColumnGuess, RememberedMapping } from '../spreadsheets/list-kind.ts';
import { readSpreadsheet } from '../spreadsheets/read-file.ts';
import { LAB_LIST, linesOf } from './lab-headings.ts';
import { MomentReader } from './read-moment.ts';

/** What a person said about the file; what they left open is found out. */
export interface LabChoice {
  readonly sheet?: string | undefined;
  readonly headingRow?: number | undefined;
  readonly columns?: readonly { position: number; field: LabField | null }[] | undefined;
  readonly remembered: RememberedMapping<LabField>;
}

export type LabColumnGuess = Omit<ColumnGuess<LabField>, 'source'> & {
  readonly source: ColumnGuess<LabField>['source'] | 'chosen';
};

/** One row of a laboratory's list, its texts tidied and its times read. */
export interface LabLine {
  readonly row: number;
  readonly barcode: string;
  readonly name: string;
  readonly document: string;
  /** As written. */
  readonly sampled: string;
  readonly sampledAt: Instant | null;
  readonly reportedAt: Instant | null;
  readonly orf: string;
  readonly n: string;
  readonly result: string;
  readonly tube: string;
}

export interface LabReading {
  readonly ok: true;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headingRow: number;
  readonly columns: readonly LabColumnGuess[];
  readonly lines: readonly LabLine[];
}

interface LabFault {
  readonly ok: false;
  readonly code: LabFileFault;
  readonly params: Readonly<Record<string, string>>;
}

/** Columns that only a list of people to admit has; a laboratory may tell sex, age and phone as well. */
const OF_A_ROSTER =
  /住址|地址|街道|区县|疫苗|既往|基础病|基础疾病|行动|同行|车牌|到达|分型|紧急联系|address|district|vaccin|condition|mobility|arriv|classif|companion/i;
const FEWEST_OF_A_ROSTER = 3;

/**
 * Reads a laboratory's file that anybody may have made with anything: bounded and never an exception, as
 * rosters are. `roster-list`: headings of people to admit, and no Ct; `no-headings`, `no-results`: nothing of
 * a list of results.
 */
export async function readLabFile(
  bytes: Uint8Array,
  fileName: string,
  choice: LabChoice,
  clock: { today: LocalDate; zone: TimeZone },
): Promise<LabReading | LabFault> {
  const reading = await readSpreadsheet(bytes, fileName);
  if (!reading.ok) return reading;
  const found = findTable(LAB_LIST, reading.sheets, {
    remembered: choice.remembered,
    ...(choice.sheet === undefined ? {} : { sheet: choice.sheet }),
    ...(choice.headingRow === undefined ? {} : { headingRow: choice.headingRow }),
  });
  const roster = rosterHeadings(
    found.ok ? [found.table.headings] : reading.sheets.flatMap(({ rows }) => rows.slice(0, 20).map(textsOf)),
  );
  const measured =
    found.ok && found.columns.some(({ field }) => field === 'orf' || field === 'n' || field === 'barcode');
  if (roster.length >= FEWEST_OF_A_ROSTER && !measured)
    return { ok: false, code: 'roster-list', params: { headings: roster.slice(0, 4).join('、') } };
  if (!found.ok)
    return {
      ok: false,
      code: found.code === 'nothing-below' ? 'no-results' : 'no-headings',
      params: found.params,
    };
  const columns = applyChoice(found.columns, choice);
  const lines = linesFrom(found.table, columns, clock);
  if (lines.length === 0) return { ok: false, code: 'no-results', params: { sheet: found.table.sheet } };
  const { sheet, headingRow } = found.table;
  return { ok: true, sheet, headingRow, columns, lines, sheets: reading.sheets.map(({ name }) => name) };
}

const textsOf = (row: SheetRow): string[] =>
  row.cells.map((cell) => (cell.kind === 'text' ? cell.text.slice(0, 40) : ''));

const rosterHeadings = (lines: readonly (readonly string[])[]): string[] =>
  lines
    .map((texts) => texts.filter((text) => OF_A_ROSTER.test(text)))
    .reduce((most, some) => (some.length > most.length ? some : most), []);

/** A column chosen by hand wins its field; one that was guessed for the same field loses it. */
function applyChoice(
  columns: readonly ColumnGuess<LabField>[],
  { columns: chosen = [] }: LabChoice,
): LabColumnGuess[] {
  const byPosition = new Map(chosen.map(({ position, field }) => [position, field]));
  const taken = new Set<LabField>(
    chosen.flatMap(({ field }) => (field !== null && field !== 'ignored' ? [field] : [])),
  );
  return columns.map((column) => {
    const field = byPosition.get(column.position);
    if (field !== undefined) return { ...column, field, source: 'chosen', confidence: 1 };
    return column.field !== null && taken.has(column.field)
      ? { ...column, field: null, source: 'none' }
      : column;
  });
}

function linesFrom(
  table: ListTable,
  columns: readonly LabColumnGuess[],
  { today, zone }: { today: LocalDate; zone: TimeZone },
): LabLine[] {
  const positions = new Map(
    columns.flatMap(({ field, position }) => (field ? [[field as LabField, position] as const] : [])),
  );
  const moments = new MomentReader(today, zone, table.date1904);
  return linesOf(table.rows, columns).map(({ row, cells }) => {
    const cell = (field: LabField): Cell | undefined => {
      const position = positions.get(field);
      return position === undefined ? undefined : cells[position];
    };
    const text = (field: LabField, most = 60) => clean(cellText(cell(field)), most);
    return {
      row,
      barcode: text('barcode').normalize('NFKC').replace(/\s/g, '').toUpperCase(),
      name: tidyName(text('name', 120)),
      document: text('document'),
      sampled: text('sampledAt'),
      sampledAt: moments.read(cell('sampledAt')),
      reportedAt: moments.read(cell('reportedAt')),
      orf: text('orf'),
      n: text('n'),
      result: text('result'),
      tube: text('tube'),
    };
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f]/g;

const clean = (text: string, most: number): string =>
  tidyText(
    text
      .slice(0, most * 4)
      .toWellFormed()
      .replace(CONTROLS, ' '),
  ).slice(0, most);
