import type { GridApi } from 'ag-grid-community';

/** What a page can ask of its grid, for its keys. */
export interface WardGridHandle<Row> {
  /** The row where the keyboard stands. */
  current(): Row | null;
  /** The rows ticked, or else the current one. */
  chosen(): Row[];
  /** Every row that is shown, in the order on the screen. */
  shown(): Row[];
  clearSelection(): void;
  focus(rowId?: string): void;
}

/** The keyboard stands in the row asked for, else the first, when a page opens; unless somebody is typing already. */
export function focusFirst(api: GridApi, rowId: string | null): void {
  const column = api.getAllDisplayedColumns().find((one) => !one.getColId().startsWith('ag-Grid'));
  if (!column || (document.activeElement && document.activeElement !== document.body)) return;
  const index = (rowId === null ? null : api.getRowNode(rowId)?.rowIndex) ?? 0;
  api.ensureIndexVisible(index, 'middle');
  api.setFocusedCell(index, column);
}

/** The handle of a grid that may not be there yet, or any more. */
export function handleOf<Row>(api: () => GridApi<Row> | null): WardGridHandle<Row> {
  const current = () => {
    const cell = api()?.getFocusedCell();
    return (cell && api()?.getDisplayedRowAtIndex(cell.rowIndex)?.data) ?? null;
  };
  return {
    current,
    chosen: () => {
      const ticked = api()?.getSelectedRows() ?? [];
      const row = current();
      return ticked.length > 0 || row === null ? ticked : [row];
    },
    shown: () => {
      const rows: Row[] = [];
      api()?.forEachNodeAfterFilterAndSort(({ data }) => data && rows.push(data));
      return rows;
    },
    clearSelection: () => api()?.deselectAll(),
    focus: (id) => {
      const grid = api();
      const index = id === undefined ? 0 : grid?.getRowNode(id)?.rowIndex;
      const column = grid?.getAllDisplayedColumns()[1] ?? grid?.getAllDisplayedColumns()[0];
      if (!grid || index === undefined || index === null || !column) return;
      grid.ensureIndexVisible(index);
      grid.setFocusedCell(index, column);
    },
  };
}
