import { Buffer } from 'node:buffer';
import { Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';
import { footer, pageSetup, STYLES } from './xlsx-look.ts';
import { heightOf, widthsOf } from './xlsx-measures.ts';

type Look = keyof typeof STYLES;

/** Rows between two looks at whether somebody cancelled. */
const PORTION = 500;

/**
 * The list as .xlsx: texts are text cells, numbers are numbers; the headings and the first columns stay in
 * sight, lines can be filtered without touching the totals. `onRows` hears how many lines are written, and may
 * throw to stop.
 */
export async function toXlsx(sheet: Sheet, onRows: (done: number) => void): Promise<Buffer> {
  // Loaded when first needed: it takes longer than anything else that the program starts with.
  const { default: Excel } = await import('exceljs');
  const { target, bytes } = collector();
  const book = new Excel.stream.xlsx.WorkbookWriter({
    stream: target,
    useStyles: true,
    useSharedStrings: true,
  });
  const { columns, rows, fixedColumns, made } = sheet;
  const at = new Date(made.at);
  Object.assign(book, { creator: made.by, lastModifiedBy: made.by, created: at, modified: at });
  const above = linesAbove(sheet);
  const headingRow = above.length + 1;
  const paper = book.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: fixedColumns, ySplit: headingRow }],
    pageSetup: pageSetup(headingRow),
    headerFooter: { oddFooter: footer(sheet) },
  });
  const widths = widthsOf(sheet);
  paper.columns = widths.map((width) => ({ width }));
  paper.autoFilter = {
    from: { row: headingRow, column: 1 },
    to: { row: headingRow + rows.length, column: columns.length },
  };
  for (const { cell, look, height } of above) addRow(paper, [cell], () => look, height);
  const headings = columns.map(({ heading }) => heading);
  addRow(paper, headings, () => 'heading', heightOf(headings, widths));
  for (const [i, row] of rows.entries()) {
    const look = (at: number) => (columns[at]?.kind === 'number' ? 'number' : 'text');
    addRow(paper, row, look, heightOf(row, widths));
    if (i % PORTION === PORTION - 1) {
      onRows(i + 1);
      await breathe();
    }
  }
  addRow(paper, [], () => 'text', 16);
  for (const row of sheet.totals) {
    addRow(paper, row, (at) => (typeof row[at] === 'number' ? 'number' : 'text'), heightOf(row, widths));
  }
  await book.commit();
  return bytes();
}

const linesAbove = ({ title, warning, note }: Sheet): { cell: string; look: Look; height: number }[] => [
  { cell: title, look: 'title', height: 28 },
  ...(warning === null ? [] : [{ cell: warning, look: 'warning', height: 20 } as const]),
  { cell: note, look: 'note', height: 20 },
];

function addRow(
  paper: Worksheet,
  cells: readonly SheetCell[],
  lookOf: (column: number) => Look,
  height: number,
): void {
  const row = paper.addRow([]);
  for (const [i, cell] of cells.entries()) {
    const target = row.getCell(i + 1);
    target.value = typeof cell === 'string' ? xlsxText(cell) : cell;
    target.style = STYLES[lookOf(i)];
  }
  row.height = height;
  row.commit();
}

/** Spreadsheets read `_x0041_` in a text as the character of that code, so a text that has it says so itself. */
const xlsxText = (text: string): string | null =>
  text === '' ? null : cellText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** Keeps what is written in memory, a few megabytes at most, so that only whole files reach the disk. */
function collector(): { target: Writable; bytes: () => Buffer } {
  const chunks: Buffer[] = [];
  const target = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { target, bytes: () => Buffer.concat(chunks) };
}
