import type { Sheet, SheetCell } from './sheet.ts';

/** Characters of about double width: Chinese, Japanese, Korean, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/gu;

/** In digits of the font, as spreadsheets measure columns. */
const widthOf = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0);

/** Room for a heading's filter arrow, and for the space at both sides of a text. */
const ARROW = 2.5;
const EDGES = 1.5;

/** Columns as wide as what stands in them, up to their limit. */
export function widthsOf({ columns, rows, totals }: Sheet): number[] {
  return columns.map(({ heading, widest }, i) => {
    let needed = Math.min(widthOf(heading) + ARROW, widest);
    for (const row of [...totals, ...rows]) {
      for (const line of String(row[i] ?? '')
        .slice(0, 200)
        .split('\n')) {
        needed = Math.max(needed, widthOf(line) + EDGES);
      }
      if (needed >= widest) break;
    }
    return Math.min(needed, widest);
  });
}

const POINTS_A_LINE = 14;
/** Excel's limit. */
const HIGHEST = 409;

/**
 * Points that a row needs for the texts that are broken into lines. Said in the file, because LibreOffice does
 * not work it out for itself. Words break earlier than letters: a text with words gets a line more.
 */
export function heightOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  let lines = 1;
  for (const [i, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue;
    const room = Math.max(1, (widths[i] ?? 1) - EDGES);
    lines = Math.max(lines, linesOf(cell, room));
  }
  return Math.min(HIGHEST, lines * POINTS_A_LINE + 2);
}

function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    const full = Math.max(1, Math.ceil(widthOf(line) / room));
    lines += full > 1 && /[a-z]/i.test(line) ? full + 1 : full;
  }
  return lines;
}
