import type { ColDef } from 'ag-grid-community';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { timeOf } from './time.ts';

/**
 * Columns that sort, filter, search and export what is seen: words rather than codes, times on the hospital's
 * clocks. `id` is what the grid remembers the column by.
 */
interface Common<Row> extends ColDef<Row> {
  id: string;
  title: string;
}

/** Text, or a word of the vocabulary. */
export function textColumn<Row>(
  { id, title, ...rest }: Common<Row>,
  read: (row: Row) => string | null,
): ColDef<Row> {
  return { colId: id, headerName: title, valueGetter: ({ data }) => (data && read(data)) || null, ...rest };
}

export function numberColumn<Row>(
  { id, title, ...rest }: Common<Row>,
  read: (row: Row) => number | null,
): ColDef<Row> {
  return {
    colId: id,
    headerName: title,
    filter: 'agNumberColumnFilter',
    valueGetter: ({ data }) => (data ? read(data) : null),
    cellStyle: { textAlign: 'end' },
    headerClass: 'ag-right-aligned-header',
    ...rest,
  };
}

/** A moment: sorted in time, filtered and found as it is written. */
export function timeColumn<Row>(
  { id, title, ...rest }: Common<Row>,
  zone: TimeZone,
  read: (row: Row) => Instant | null,
): ColDef<Row> {
  const written = (row: Row | undefined) => {
    const instant = row ? read(row) : null;
    return instant ? timeOf(instant, zone) : '';
  };
  return {
    colId: id,
    headerName: title,
    width: 160,
    valueGetter: ({ data }) => (data ? read(data) : null),
    valueFormatter: ({ data }) => written(data),
    filterValueGetter: ({ data }) => written(data),
    getQuickFilterText: ({ data }) => written(data),
    ...rest,
  };
}

/**
 * Widths, places and what is hidden hold for the first time only: columns are made anew with every language
 * and every tick of the clock, and that must not undo what somebody has arranged.
 */
export function asFirstGiven<Row>({ width, hide, pinned, sort, flex, ...rest }: ColDef<Row>): ColDef<Row> {
  return {
    ...rest,
    ...(width === undefined ? {} : { initialWidth: width }),
    ...(hide === undefined || hide === null ? {} : { initialHide: hide }),
    ...(pinned === undefined || pinned === null ? {} : { initialPinned: pinned }),
    ...(sort === undefined || sort === null ? {} : { initialSort: sort }),
    ...(flex === undefined || flex === null ? {} : { initialFlex: flex }),
  };
}
