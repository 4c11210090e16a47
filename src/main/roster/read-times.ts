import {
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  localOf,
  parseInstant,
} from '#shared/rules/instant.ts';
import { readWrittenDate, readWrittenTime } from '#shared/rules/written-date.ts';
import { type Cell, cellText, localOfSerial } from '../spreadsheets/cell.ts';
import {
  type DateReferences,
  dayCountOf,
  FIRST_POSSIBLE_DAY,
  fullDay,
  LAST_DAY_COUNT,
  type RosterContext,
} from './roster-context.ts';
import type { RowReader } from './row-reader.ts';

/** Day of the first positive test; null where none is given or none can be believed. */
export function readFirstPositive(
  row: RowReader,
  references: DateReferences,
  context: RosterContext,
  date1904: boolean,
): LocalDate | null {
  const text = row.text('firstPositiveDate');
  if (text === '') return null;
  const cell = row.date('firstPositiveDate');
  // 4.1 typed as a number may have been 4.10: the number does not tell.
  const day =
    fullDay(cell, date1904) ??
    (cell.kind === 'number'
      ? null
      : (readWrittenDate(cellText(cell), references.firstPositive)?.date ?? null));
  if (day === null || day < FIRST_POSSIBLE_DAY) {
    row.warn('date-unreadable', 'firstPositiveDate', {}, true);
    return null;
  }
  if (day > context.today) {
    row.warn('first-positive-in-future', 'firstPositiveDate', {}, true);
    return null;
  }
  return day;
}

/** What the clock showed, `2022-04-04T12:00:00`; a day alone is given without a time. */
function localMoment(cell: Cell, reference: LocalDate, date1904: boolean): string | null {
  if (cell.kind === 'date') return onReferenceDay(cell.local, reference);
  const serial = cell.kind === 'number' ? cell.value : dayCountOf(cellText(cell));
  if (serial !== null && serial < LAST_DAY_COUNT) {
    const local = localOfSerial(serial, date1904);
    return local === null ? null : onReferenceDay(local, reference);
  }
  const text = cellText(cell);
  const written = readWrittenDate(text, reference);
  if (written) return written.time === null ? written.date : `${written.date}T${written.time}`;
  const time = readWrittenTime(text);
  return time === null ? null : `${reference}T${time}`;
}

/** A time of day without a day counts from a spreadsheet's day nought. */
function onReferenceDay(local: string, reference: LocalDate): string {
  if (/^(1899-12-30|1899-12-31|1904-01-01)T/.test(local)) return `${reference}${local.slice(10)}`;
  return local.endsWith('T00:00:00') ? local.slice(0, 10) : local;
}

/** Time zones shift by hours or quarters, never within one: the polyfill is asked once a quarter. */
const quarterOf = (local: string): string =>
  `${local.slice(0, 14)}${String(Math.floor(Number(local.slice(14, 16)) / 15) * 15).padStart(2, '0')}`;

/** Reads arrivals; asks the slow zone arithmetic only once for each quarter of an hour. */
export class ArrivalReader {
  private readonly context: RosterContext;
  private readonly reference: LocalDate;
  private readonly defaultLocal: string;
  private readonly quarters = new Map<string, number | null>();

  constructor(context: RosterContext, references: DateReferences) {
    this.context = context;
    this.reference = references.arrival;
    this.defaultLocal = localOf(context.defaultArrival, context.zone);
  }

  /** When somebody arrived and which day that was here; the default where nothing is told. */
  read(row: RowReader, date1904: boolean): { at: Instant; day: LocalDate } {
    const otherwise = { at: this.context.defaultArrival, day: this.defaultLocal.slice(0, 10) as LocalDate };
    const text = row.text('arrivedAt');
    if (text === '') return otherwise;
    const at = this.moment(row.date('arrivedAt'), date1904);
    if (at === null || at.day < FIRST_POSSIBLE_DAY) {
      row.warn('arrival-unreadable', 'arrivedAt', {}, true);
      return otherwise;
    }
    if (at.at > this.context.now) row.refuse('arrival-in-future', 'arrivedAt');
    return at;
  }

  private moment(cell: Cell, date1904: boolean): { at: Instant; day: LocalDate } | null {
    const exact = parseInstant(cellText(cell).trim());
    if (exact) return { at: exact, day: localDateOf(exact, this.context.zone) };
    const local = localMoment(cell, this.reference, date1904);
    if (local === null) return null;
    const day = local.slice(0, 10) as LocalDate;
    if (local.length === 10 && day === this.defaultLocal.slice(0, 10))
      return { at: this.context.defaultArrival, day };
    const at = this.instant(local.length === 10 ? `${local}T00:00:00` : local);
    return at === null ? null : { at, day };
  }

  private instant(local: string): Instant | null {
    const quarter = quarterOf(local);
    let start = this.quarters.get(quarter);
    if (start === undefined) {
      const instant = instantOfLocal(quarter, this.context.zone);
      start = instant === null ? null : Date.parse(instant);
      this.quarters.set(quarter, start);
    }
    if (start === null) return null;
    const past = Date.parse(`${local}Z`) - Date.parse(`${quarter}:00Z`);
    return new Date(start + past).toISOString() as Instant;
  }
}
