import { BLANK, type Cell, localOfSerial, type Merge, type Sheet, type SheetRow } from './cell.ts';
import { type Budget, FileFault, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_MERGES } from './file-fault.ts';
import { type NumberStyle, TextCollector, unescapeText } from './xlsx-parts.ts';
import type { PartHandler } from './xlsx-zip.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** `AB12` as column 28 and row 12; null where it is no reference. */
function parseReference(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN ? { column, row } : null;
}

interface Surroundings {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly styles: readonly NumberStyle[];
  readonly strings: readonly string[];
  readonly budget: Budget;
}

const isoCell = (value: string): Cell => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(value);
  if (!match) return { kind: 'text', text: value };
  return { kind: 'date', local: `${match[1]}T${(match[2] ?? '00:00').padEnd(8, ':00')}` };
};

/** Reads one worksheet part; {@link sheet} is what was in it. */
export class SheetReader implements PartHandler {
  private readonly around: Surroundings;
  private readonly rows: SheetRow[] = [];
  private readonly merges: Merge[] = [];
  private readonly inline = new TextCollector();
  private row = 0;
  private column = 0;
  private cells: Cell[] = [];
  private filled = 0;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private inInline = false;

  constructor(around: Surroundings) {
    this.around = around;
  }

  get sheet(): Sheet {
    const { name, hidden, date1904 } = this.around;
    return { name, hidden, date1904, rows: this.rows, merges: this.merges };
  }

  open(name: string, a: Readonly<Record<string, string>>): void {
    if (name === 'c') this.openCell(a);
    else if (name === 'v') this.inValue = true;
    else if (name === 'row') this.openRow(a);
    else if (name === 'is') this.inInline = true;
    else if (name === 'mergeCell') this.takeMerge(a.ref ?? '');
    else if (this.inInline) this.inline.open(name);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v') this.inValue = false;
    else if (name === 'row') this.closeRow();
    else if (name === 'is') this.inInline = false;
    else if (this.inInline) this.inline.close(name);
  }

  text(text: string): void {
    if (this.inValue) {
      if (this.value.length < MAX_CELL_CHARACTERS) this.value += text;
    } else if (this.inInline) this.inline.take(text);
  }

  private openRow(a: Readonly<Record<string, string>>): void {
    this.row = a.r === undefined ? this.row + 1 : Number(a.r);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > LAST_ROW) throw new FileFault('damaged');
    this.column = 0;
    this.cells = [];
    this.filled = 0;
  }

  private closeRow(): void {
    if (this.filled === 0) return;
    this.around.budget.takeRow();
    this.around.budget.takeCells(this.filled);
    this.rows.push({ row: this.row, cells: this.cells });
  }

  private openCell(a: Readonly<Record<string, string>>): void {
    const reference = a.r === undefined ? null : parseReference(a.r);
    if (a.r !== undefined && !reference) throw new FileFault('damaged');
    this.column = reference?.column ?? this.column + 1;
    this.type = a.t ?? 'n';
    this.style = Number(a.s ?? 0);
    this.value = '';
    this.inline.reset();
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell.kind === 'blank') return;
    if (this.column > MAX_COLUMNS) throw new FileFault('too-many-columns', { limit: String(MAX_COLUMNS) });
    while (this.cells.length < this.column - 1) this.cells.push(BLANK);
    this.cells[this.column - 1] = cell;
    this.filled++;
  }

  private cell(): Cell {
    switch (this.type) {
      case 's':
        return this.sharedString();
      case 'str':
        return textCell(unescapeText(this.value));
      case 'inlineStr':
        return textCell(this.inline.value);
      case 'b':
        return this.value === '' ? BLANK : { kind: 'boolean', value: this.value.trim() === '1' };
      case 'e':
        return { kind: 'error', text: this.value };
      case 'd':
        return isoCell(this.value);
      default:
        return this.number();
    }
  }

  private sharedString(): Cell {
    if (this.value === '') return BLANK;
    const text = this.around.strings[Number(this.value)];
    // A text that is not there would be a person's data lost without a word.
    if (text === undefined) throw new FileFault('damaged');
    return textCell(text);
  }

  private number(): Cell {
    const raw = this.value.trim();
    if (raw === '') return BLANK;
    const value = Number(raw);
    if (!Number.isFinite(value)) return { kind: 'text', text: raw };
    const style = this.around.styles[this.style];
    const local = style?.date ? localOfSerial(value, this.around.date1904) : null;
    if (local !== null) return { kind: 'date', local };
    return { kind: 'number', value, raw, zeros: style?.zeros ?? 0 };
  }

  private takeMerge(reference: string): void {
    if (this.merges.length >= MAX_MERGES)
      throw new FileFault('too-many-merges', { limit: String(MAX_MERGES) });
    const [from, to] = reference.split(':', 2).map(parseReference);
    if (!from || !to) return;
    this.merges.push({
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    });
  }
}

const textCell = (text: string): Cell => (text === '' ? BLANK : { kind: 'text', text });
