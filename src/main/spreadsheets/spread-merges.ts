import { BLANK, type Cell, isBlank, type Sheet, type SheetRow } from './cell.ts';

/** Cells filled in at most; a merge over a million rows shows its value where rows are, and ends there. */
const MAX_SPREAD = 200_000;

/**
 * A family's address or a bus's plate is often one cell merged over many rows: every row of them has it.
 * Merges across columns stay as they are (their text belongs to the first column), except for `wide` rows,
 * where the upper line of a heading counts for all columns below it.
 */
export function spreadMerges(sheet: Sheet, wide: (row: number) => boolean = () => false): SheetRow[] {
  if (sheet.merges.length === 0) return [...sheet.rows];
  const rows = new Map<number, { row: number; cells: Cell[] }>();
  const order = sheet.rows.map((row) => {
    const copy = { row: row.row, cells: [...row.cells] };
    rows.set(row.row, copy);
    return copy;
  });
  const numbers = order.map((row) => row.row).sort((a, b) => a - b);
  let left = MAX_SPREAD;
  for (const merge of sheet.merges) {
    const value = rows.get(merge.top)?.cells[merge.left - 1];
    if (value === undefined || isBlank(value)) continue;
    for (let i = firstAtLeast(numbers, merge.top); i < numbers.length && left > 0; i++) {
      const number = numbers[i] ?? 0;
      if (number > merge.bottom) break;
      const right = wide(number) ? Math.min(merge.right, merge.left + 100) : merge.left;
      const row = rows.get(number);
      for (let column = merge.left; row && column <= right; column++, left--)
        fillIn(row.cells, column, value);
    }
  }
  return order;
}

function fillIn(cells: Cell[], column: number, value: Cell): void {
  while (cells.length < column) cells.push(BLANK);
  if (isBlank(cells[column - 1])) cells[column - 1] = value;
}

function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
