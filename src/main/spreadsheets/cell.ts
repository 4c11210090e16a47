/**
 * What a cell of a list holds, as far as it matters for reading people or results out of it. Formulas are their last
 * result, rich text and links are the text shown.
 */
export type Cell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `raw` is the number as the file writes it: it may have more digits than a double can hold. */
  | { readonly kind: 'number'; readonly value: number; readonly raw: string; readonly zeros: number }
  /** A number with a date format: what the clock on the wall showed, `2022-04-04T12:00:00`, never a zone. */
  | { readonly kind: 'date'; readonly local: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#N/A` and its kin. */
  | { readonly kind: 'error'; readonly text: string };

/** `row` is the sheet's own row, in CSV the line on which the record starts. Trailing blanks are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Rows and columns from 1, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Days are counted from 1904 in workbooks that came from old Macs. */
  readonly date1904: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

export const BLANK: Cell = { kind: 'blank' };

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day that a spreadsheet can show. */
const LAST_SERIAL = 2_958_465;

/**
 * What a day count of a spreadsheet says, to the second, or null where it is none. Excel believes that
 * 1900 had a 29 February (serial 60): before it the days are off by one, and the day itself never was.
 */
export function localOfSerial(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL + 1) return null;
  if (!date1904 && serial >= 60 && serial < 61) return null;
  const shift = !date1904 && serial >= 1 && serial < 60 ? 1 : 0;
  const millis = Math.round((serial + shift) * 86_400) * 1000;
  return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + millis).toISOString().slice(0, 19);
}

/** All digits of a whole number, where {@link Number} would fall into `2.2E+17`. */
function digitsOf(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? BigInt(value).toString() : String(value);
}

/** The cell as a reader sees it; a time at midnight is a day. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return '';
    case 'text':
    case 'error':
      return cell.text;
    case 'number':
      return /^-?\d+$/.test(cell.raw)
        ? cell.raw.padStart(cell.zeros, '0')
        : digitsOf(cell.value).padStart(cell.zeros, '0');
    case 'date':
      return cell.local.endsWith('T00:00:00')
        ? cell.local.slice(0, 10)
        : cell.local.slice(0, 16).replace('T', ' ');
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
  }
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell.kind === 'blank' || (cell.kind === 'text' && cell.text.trim() === '');

/** The row with some of its cells typed over; `position` counts from 0. */
export function typeOver(row: SheetRow, edits: readonly { position: number; text: string }[]): SheetRow {
  const cells = [...row.cells];
  for (const { position, text } of edits) {
    while (cells.length < position) cells.push(BLANK);
    cells[position] = text.trim() === '' ? BLANK : { kind: 'text', text };
  }
  return { row: row.row, cells };
}
