import { parse } from 'csv-parse/sync';
import { BLANK, type Cell, type Sheet, type SheetRow } from './cell.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { type Delimiter, detectDelimiter } from './detect-delimiter.ts';
import { Budget, FileFault, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_LINES } from './file-fault.ts';
import { markupFault } from './sniff-file.ts';

const cellOf = (text: string): Cell =>
  text === '' ? BLANK : { kind: 'text', text: text.slice(0, MAX_CELL_CHARACTERS) };

function rowOf(line: number, fields: readonly string[]): SheetRow | null {
  const filled = fields.findLastIndex((field) => field.trim() !== '') + 1;
  if (filled === 0) return null;
  if (filled > MAX_COLUMNS) throw new FileFault('too-many-columns', { limit: String(MAX_COLUMNS) });
  return { row: line, cells: fields.slice(0, filled).map(cellOf) };
}

function readRows(text: string, delimiter: Delimiter, firstLine: number): SheetRow[] {
  const budget = new Budget();
  const rows: SheetRow[] = [];
  let line = firstLine;
  const onRecord = (fields: string[], at: { lines: number }): null => {
    const row = rowOf(line, fields);
    line = at.lines + firstLine;
    if (row) {
      budget.takeRow();
      budget.takeCells(row.cells.length);
      rows.push(row);
    }
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      on_record: onRecord,
    });
  } catch (cause) {
    if (cause instanceof FileFault) throw cause;
    // The quote was opened somewhere in the record that never ended.
    throw new FileFault('quote-not-closed', { row: String(line) });
  }
  return rows;
}

/** Reads text with separators: encoding and separator are found out, `sep=;` in the first line is obeyed. */
export function readCsv(bytes: Uint8Array): { encoding: Encoding; delimiter: Delimiter; sheet: Sheet } {
  const decoded = decodeText(bytes);
  const fault = markupFault(decoded.text);
  if (fault) throw new FileFault(fault);
  // csv-parse counts CR LF within quotes twice, and the line numbers are what people look a row up by.
  const text = decoded.text.replace(/\r\n?/g, '\n');
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > MAX_LINES) throw new FileFault('too-many-rows', { limit: String(MAX_LINES) });
  const told = /^sep=([,;\t])\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told ? (told[1] as Delimiter) : detectDelimiter(body);
  const rows = readRows(body, delimiter, told ? 2 : 1);
  return {
    encoding: decoded.encoding,
    delimiter,
    sheet: { name: '', hidden: false, date1904: false, rows, merges: [] },
  };
}
