import type { RosterField, RosterIssue, RosterIssueCode, RowSeverity } from '#shared/contract/roster-row.ts';
import { tidyLines, tidyText } from '#shared/rules/person-name.ts';
import { meansNothing } from '#shared/rules/ward-words.ts';
import { BLANK, type Cell, cellText, type SheetRow } from '../spreadsheets/cell.ts';
import { type DateOrder, yearFirst } from './date-order.ts';
import type { MappedColumn } from './left-out-rows.ts';

/** Longest text of a field that holds a word, a number or a date. */
const LONGEST_WORD = 200;

/** Longest text taken of each field (as admission-details.ts has it); longer is refused, never cut. */
const LONGEST: Partial<Record<RosterField, number>> = {
  name: 120,
  givenName: 120,
  address: 300,
  district: 60,
  street: 60,
  conditions: 500,
  companions: 200,
  emergencyContact: 120,
  emergencyPhone: 40,
  remarks: 1000,
};

/** Longest value that a sentence repeats. */
const SHOWN = 60;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const ALL_CONTROLS = new RegExp(CONTROLS, 'g');

/** One row of a list, read by meaning; collects what there is to say about it. */
export class RowReader {
  readonly issues: RosterIssue[] = [];
  /** Values that have no place in the record, in the file's words: they go into the remarks. */
  readonly notes: string[] = [];
  readonly row: number;
  private readonly cells: readonly Cell[];
  private readonly columns: ReadonlyMap<RosterField, MappedColumn>;
  private readonly orders: ReadonlyMap<RosterField, DateOrder>;

  constructor(
    row: SheetRow,
    columns: ReadonlyMap<RosterField, MappedColumn>,
    orders: ReadonlyMap<RosterField, DateOrder>,
  ) {
    this.row = row.row;
    this.cells = row.cells;
    this.columns = columns;
    this.orders = orders;
  }

  heading(field: RosterField): string {
    return this.columns.get(field)?.heading ?? '';
  }

  cell(field: RosterField): Cell {
    const column = this.columns.get(field);
    return column === undefined ? BLANK : (this.cells[column.position] ?? BLANK);
  }

  /** The cell of a date, year first where the column's order of day and month is known. */
  date(field: RosterField): Cell {
    return yearFirst(this.cell(field), this.orders.get(field));
  }

  /** As the file has it. */
  raw(field: RosterField): string {
    return cellText(this.cell(field)).toWellFormed();
  }

  /** Tidied; '' also where the cell says that there is nothing (无, /, 不详). Too long is refused here. */
  text(field: RosterField): string {
    const raw = this.raw(field);
    if (raw === '') return '';
    const limit = LONGEST[field] ?? LONGEST_WORD;
    if (raw.length > limit * 4) return this.tooLong(field, limit, raw.length);
    const clean = raw.replace(ALL_CONTROLS, '');
    const tidy = field === 'remarks' ? tidyLines(clean) : tidyText(clean);
    if (tidy.length > limit) return this.tooLong(field, limit, tidy.length);
    return meansNothing(tidy.slice(0, 40)) ? '' : tidy;
  }

  hasControls(field: RosterField): boolean {
    return CONTROLS.test(this.raw(field).slice(0, 2_000));
  }

  refuse(code: RosterIssueCode, field: RosterField, params: Record<string, string> = {}): void {
    this.say('refused', code, field, params);
  }

  /** Warns about a value that is not taken over as it is; `keep` puts it into the remarks. */
  warn(code: RosterIssueCode, field: RosterField, params: Record<string, string> = {}, keep = false): void {
    this.say('warning', code, field, params);
    if (keep) this.note(field);
  }

  note(field: RosterField): void {
    const text = this.raw(field).replace(ALL_CONTROLS, '').trim();
    this.notes.push(`${this.heading(field)}：${text.slice(0, 100)}`);
  }

  get refused(): boolean {
    return this.issues.some((issue) => issue.severity === 'refused');
  }

  say(
    severity: RowSeverity,
    code: RosterIssueCode,
    field: RosterField,
    params: Record<string, string>,
  ): void {
    const value = tidyText(
      this.raw(field)
        .slice(0, SHOWN * 2)
        .replace(ALL_CONTROLS, ''),
    ).slice(0, SHOWN);
    this.issues.push({
      row: this.row,
      severity,
      code,
      column: this.heading(field),
      field,
      params: { value, ...params },
    });
  }

  private tooLong(field: RosterField, limit: number, length: number): '' {
    const code = field === 'name' ? 'name-too-long' : 'text-too-long';
    this.refuse(code, field, { limit: String(limit), length: String(length) });
    return '';
  }
}
