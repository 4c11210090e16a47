import type { RosterField, RosterFileFault } from '#shared/contract/roster-row.ts';
import type { Sheet } from '../spreadsheets/cell.ts';
import {
  type TableChoice as ChoiceOf,
  type FoundTable as FoundOf,
  findTable as findList,
  type ListTable,
} from '../spreadsheets/find-table.ts';
import type { ListKind } from '../spreadsheets/list-kind.ts';
import { meaningOf } from './heading-words.ts';
import { partRows } from './left-out-rows.ts';
import { matchHeadings, tellsPeople } from './match-headings.ts';

export type RosterTable = ListTable;
export type FoundTable = FoundOf<RosterField>;
export type TableChoice = ChoiceOf<RosterField>;

export type TableFinding =
  | ({ readonly ok: true; readonly others: readonly FoundTable[] } & FoundTable)
  | { readonly ok: false; readonly code: RosterFileFault; readonly params: Readonly<Record<string, string>> };

/** A list of people: without names or documents it is none. */
const ROSTER: ListKind<RosterField> = {
  meaningOf,
  matchHeadings,
  keys: ['documentNumber', 'name'],
  tells: tellsPeople,
  tellsByContent: (columns) =>
    columns.some(({ field, byContent }) => field === 'documentNumber' && byContent),
  count: (rows, columns) => partRows(rows, columns).people.length,
};

/**
 * Finds the list of people among the sheets of a file. Refuses with `no-headings` where no sheet tells names or
 * documents, with `no-people` where nobody stands below them.
 */
export function findTable(sheets: readonly Sheet[], choice: TableChoice = {}): TableFinding {
  const found = findList(ROSTER, sheets, choice);
  if (found.ok) return found;
  return { ...found, code: found.code === 'nothing-below' ? 'no-people' : found.code };
}
