import type { StayId } from '#shared/contract/values.ts';
import type { DocumentType } from '#shared/contract/vocabulary.ts';
import {
  type Instant,
  type LocalDate,
  localDateOf,
  parseLocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { readWrittenDate } from '#shared/rules/written-date.ts';
import { type Cell, cellText, localOfSerial } from '../spreadsheets/cell.ts';
import type { RosterTable } from './find-table.ts';
import type { MappedColumn } from './left-out-rows.ts';

/** Somebody the ward has a record of. `bed` is null for whoever waits for one. */
export interface KnownPerson {
  readonly stayId: StayId;
  readonly bed: string | null;
  readonly name: string;
  readonly inHouse: boolean;
}

/** What judging needs to know of the world; it looks at no clock and no database. */
export interface RosterContext {
  readonly today: LocalDate;
  readonly zone: TimeZone;
  readonly now: Instant;
  /** When those arrived whose row tells no time. */
  readonly defaultArrival: Instant;
  readonly known: (type: DocumentType, number: string) => KnownPerson | null;
}

/** Nobody was infected, and no such hospital stood, before this day: an earlier date is a slip. */
export const FIRST_POSSIBLE_DAY = '2019-12-01' as LocalDate;

/** Days near which a file's incomplete dates (4月3日) must lie. */
export interface DateReferences {
  readonly firstPositive: LocalDate;
  readonly arrival: LocalDate;
  /** The day on which the list was made, as well as the file tells it: ages were counted then. */
  readonly written: LocalDate;
}

/** Rows looked at for complete dates. */
const SAMPLE = 300;

/** Day counts mean days of 1910 to 2079: any other number in a date column is none. */
const FIRST_DAY_COUNT = 3_653;
export const LAST_DAY_COUNT = 65_746;
const isDayCount = (value: number): boolean => value >= FIRST_DAY_COUNT && value < LAST_DAY_COUNT;

/** A day count that came as text, 44652 or 44652.5: spreadsheets save unformatted dates to .csv like that. */
export const dayCountOf = (text: string): number | null =>
  /^\s*\d{4,5}(\.\d+)?\s*$/.test(text) && isDayCount(Number(text)) ? Number(text) : null;

/** The day of a cell that tells it completely. */
export function fullDay(cell: Cell | undefined, date1904: boolean): LocalDate | null {
  if (cell === undefined) return null;
  if (cell.kind === 'date') return parseLocalDate(cell.local.slice(0, 10));
  const serial = cell.kind === 'number' && isDayCount(cell.value) ? cell.value : dayCountOf(cellText(cell));
  if (serial !== null) return parseLocalDate((localOfSerial(serial, date1904) ?? '').slice(0, 10));
  return readWrittenDate(cellText(cell), null)?.date ?? null;
}

function medianDay(table: RosterTable, position: number | undefined, latest: LocalDate): LocalDate | null {
  if (position === undefined) return null;
  const days = table.rows
    .slice(0, SAMPLE)
    .map((row) => fullDay(row.cells[position], table.date1904))
    .filter((day) => day !== null && day >= FIRST_POSSIBLE_DAY && day <= latest)
    .sort();
  return days[days.length >> 1] ?? null;
}

function titleDay(title: string): LocalDate | null {
  const written = /\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}/.exec(title)?.[0];
  const day = written ? (readWrittenDate(written, null)?.date ?? null) : null;
  return day !== null && day >= FIRST_POSSIBLE_DAY ? day : null;
}

/** The other dates of the column, else the date in the title, else the day of arrival. */
export function dateReferences(
  table: RosterTable,
  columns: readonly MappedColumn[],
  context: RosterContext,
): DateReferences {
  const positionOf = (field: MappedColumn['field']) =>
    columns.find((column) => column.field === field)?.position;
  const title = titleDay(table.title);
  const arrived = medianDay(table, positionOf('arrivedAt'), context.today);
  const positive = medianDay(table, positionOf('firstPositiveDate'), context.today);
  const today = localDateOf(context.defaultArrival, context.zone);
  return {
    firstPositive: positive ?? arrived ?? title ?? today,
    arrival: arrived ?? title ?? today,
    written: arrived ?? title ?? positive ?? today,
  };
}
