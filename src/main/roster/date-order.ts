import type { RosterField } from '#shared/contract/roster-row.ts';
import { type Cell, cellText, type SheetRow } from '../spreadsheets/cell.ts';
import type { MappedColumn } from './left-out-rows.ts';

/** Whether 3/4/2022 is the third of April or the fourth of March. */
export type DateOrder = 'day-first' | 'month-first';

const DATE_FIELDS: readonly RosterField[] = ['birthDate', 'firstPositiveDate', 'arrivedAt'];
const AMBIGUOUS = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;

function orderOf(heading: string, cells: readonly (Cell | undefined)[]): DateOrder | null {
  if (/d{1,2}\s*[-/.]\s*m/i.test(heading)) return 'day-first';
  if (/m{1,2}\s*[-/.]\s*d/i.test(heading)) return 'month-first';
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of cells) {
    const parts = cell?.kind === 'text' ? AMBIGUOUS.exec(cell.text) : null;
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst = true;
    if (Number(parts[2]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day-first' : 'month-first';
}

/**
 * The order of day and month in each date column: as its heading says (dd/mm/yyyy), or as those of its
 * values show that can be read in one way only; a column that does not show it follows another that does.
 */
export function dateOrders(
  rows: readonly SheetRow[],
  columns: readonly MappedColumn[],
): ReadonlyMap<RosterField, DateOrder> {
  const orders = new Map<RosterField, DateOrder | null>();
  for (const { field, position, heading } of columns) {
    if (field === null || !DATE_FIELDS.includes(field)) continue;
    orders.set(
      field,
      orderOf(
        heading,
        rows.map((row) => row.cells[position]),
      ),
    );
  }
  const told = new Set([...orders.values()].filter((order) => order !== null));
  const common = told.size === 1 ? [...told][0] : undefined;
  const known = [...orders].flatMap(([field, order]) => {
    const use = order ?? common;
    return use === undefined ? [] : [[field, use] as const];
  });
  return new Map(known);
}

/** The cell with its date written year first, where the order is known. */
export function yearFirst(cell: Cell, order: DateOrder | undefined): Cell {
  const parts = order === undefined || cell.kind !== 'text' ? null : AMBIGUOUS.exec(cell.text);
  if (!parts) return cell;
  const [month, day] = order === 'day-first' ? [parts[2], parts[1]] : [parts[1], parts[2]];
  return { kind: 'text', text: `${parts[3]}-${month}-${day}${cellText(cell).slice(parts[0].length)}` };
}
