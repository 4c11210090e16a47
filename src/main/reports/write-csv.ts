import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import { csvText } from '#shared/rules/csv-cell.ts';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** Excel takes UTF-8 without its mark for the code page of the machine. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * The list as .csv: UTF-8 with its mark, commas, CRLF (RFC 4180), for Excel, LibreOffice and the districts'
 * own programs. Texts are quoted and stay texts (csv-cell.ts). Numbers are bare, and so are times: they are
 * read as that very time everywhere, and sort.
 */
export function toCsv({ title, warning, note, columns, rows, totals }: Sheet): Buffer {
  const line = (row: readonly SheetCell[]) =>
    row.map((cell, i) => (columns[i]?.kind === 'time' ? cell : anyCell(cell)));
  const table = [
    [anyCell(title)],
    ...(warning === null ? [] : [[anyCell(warning)]]),
    [anyCell(note)],
    columns.map(({ heading }) => anyCell(heading)),
    ...rows.map(line),
    [],
    ...totals.map((row) => row.map(anyCell)),
  ];
  return Buffer.from(BYTE_ORDER_MARK + stringify(table, { record_delimiter: '\r\n', quoted_string: true }));
}

function anyCell(cell: SheetCell): SheetCell {
  if (cell === '') return null;
  return typeof cell === 'string' ? csvText(cellText(cell)) : cell;
}
