import type {
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GridApi,
  RowClassRules,
  RowSelectionOptions,
  SelectionColumnDef,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { csvText } from '#shared/rules/csv-cell.ts';
import { call } from '../client.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { lastNote, lastRefusal } from '../desk/last-act.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { csvCell } from './csv.ts';
import { GridBar } from './grid-bar.tsx';
import { asFirstGiven } from './grid-columns.ts';
import { focusFirst, handleOf, type WardGridHandle } from './grid-handle.ts';
import { GRID_WORDS, gridThemeOf, registerGridModules } from './grid-setup.ts';
import { filtersOf, forgetGridState, keepGridState, rememberFilters, storedGridState } from './grid-state.ts';
import { folderAndName } from './written-file.ts';
import './grid.css';

export type { WardGridHandle } from './grid-handle.ts';

registerGridModules();

interface Props<Row> {
  /** Under which its columns are remembered. */
  name: string;
  /** For a screen reader, and the name of the exported file. */
  label: string;
  rows: readonly Row[] | undefined;
  columns: ColDef<Row>[];
  rowId(row: Row): string;
  /** Enter or double click. */
  onOpen?(row: Row): void;
  onChosen?(rows: Row[]): void;
  /** The keyboard has come to another cell. */
  onAt?(row: Row, columnId: string): void;
  /** No checkboxes and no selection. */
  plain?: boolean;
  /** Rows that the page itself has left out still count in "12 of 300". */
  total?: number;
  rowClass?(row: Row): string | undefined;
  /** Classes that a row loses again when it changes; `rowClass` only ever adds. */
  rowClassRules?: RowClassRules<Row>;
  /** Where the keyboard stands at first: the row that somebody comes back from. */
  startAt?: string | null;
  /** Before the filter box: the page's own choices. */
  tools?: ReactNode;
  /** What the export of the rows shown is called, where the page has another one beside it. */
  exportWord?: string;
  /** Instead of the rows where there are none. */
  empty?: ReactNode;
  ref?: Ref<WardGridHandle<Row>>;
}

const DEFAULTS: ColDef = {
  sortable: true,
  resizable: true,
  filter: 'agTextColumnFilter',
  minWidth: 70,
  suppressHeaderMenuButton: true,
};

const SELECTION_COLUMN: SelectionColumnDef = { pinned: 'left', width: 44, resizable: false };

/**
 * The grid of every page: our theme and language, columns that are remembered, quick filter, keyboard,
 * export of exactly what is shown; rows change under it without its place being lost.
 */
export function WardGrid<Row extends object>(props: Props<Row>) {
  const { name, label, rows, rowId, onOpen, onChosen, plain = false } = props;
  const { t, i18n } = useTranslation();
  const mode = useHeld(appearance);
  const api = useRef<GridApi<Row> | null>(null);
  const [filterText, setFilterText] = useState(() => filtersOf(name).text);
  useEffect(() => rememberFilters(name, { text: filterText }), [name, filterText]);
  const [counts, setCounts] = useState({ shown: 0, filtered: false, chosen: 0 });
  useImperativeHandle(props.ref, () => handleOf(() => api.current), []);

  const recount = useCallback(() => {
    const grid = api.current;
    if (!grid || grid.isDestroyed()) return;
    setCounts({
      shown: grid.getDisplayedRowCount(),
      filtered: grid.isAnyFilterPresent(),
      chosen: grid.getSelectedNodes().length,
    });
  }, []);

  const onKey = (event: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
    const key = event.event;
    if (!(key instanceof KeyboardEvent) || key.key !== 'Enter' || !event.data) return;
    if (key.ctrlKey || key.altKey || event.api.getEditingCells().length > 0) return;
    onOpen?.(event.data);
  };

  const exportCsv = async () => {
    const grid = api.current;
    if (!grid) return;
    const csv = grid.getDataAsCsv({
      processCellCallback: ({ value, formatValue }) => csvCell(value, String(formatValue(value) ?? '')),
      processHeaderCallback: ({ column }) => csvText(column.getColDef().headerName ?? ''),
    });
    const rows = grid.getDisplayedRowCount();
    const madeBy = await operatorForAct();
    if (!madeBy) return;
    const answer = await call('reports.gridFile', {
      ...{ list: label, csv: csv ?? '', language: language(), madeBy: madeBy.id },
    });
    if (!answer.ok) {
      lastRefusal.set(answer);
      return;
    }
    const [, file] = folderAndName(answer.value.file);
    lastNote.set((say) => say('ui.grid.exported', { rows, file }));
  };

  const selection = useMemo<RowSelectionOptions<Row>>(
    () => ({ mode: 'multiRow', checkboxes: true, headerCheckbox: true, selectAll: 'filtered' }),
    [],
  );
  const initialState = useMemo(() => storedGridState(name), [name]);
  const columnDefs = useMemo(() => props.columns.map(asFirstGiven), [props.columns]);
  const rowData = useMemo(() => (rows ? [...rows] : null), [rows]);
  const isEmpty = rows !== undefined && rows.length === 0;

  return (
    <section className="desk-grid" aria-label={label}>
      <GridBar
        api={api}
        columns={props.columns}
        counts={{ ...counts, total: props.total ?? rows?.length ?? 0 }}
        filterText={filterText}
        onFilterText={setFilterText}
        onExport={() => void exportCsv()}
        onReset={() => {
          forgetGridState(name);
          api.current?.resetColumnState();
        }}
        tools={props.tools}
        exportWord={props.exportWord}
      />
      <div className="desk-grid-body">
        <AgGridReact<Row>
          // Its words are read once, so another language is another grid.
          key={i18n.language}
          theme={gridThemeOf(mode)}
          localeText={GRID_WORDS[language()]}
          rowData={rowData}
          columnDefs={columnDefs}
          defaultColDef={DEFAULTS}
          getRowId={({ data }) => rowId(data)}
          quickFilterText={filterText}
          initialState={initialState}
          onStateUpdated={({ state }) => keepGridState(name, state)}
          {...(plain ? {} : { rowSelection: selection, selectionColumnDef: SELECTION_COLUMN })}
          {...(props.rowClassRules ? { rowClassRules: props.rowClassRules } : {})}
          {...(props.rowClass
            ? { getRowClass: ({ data }) => (data ? props.rowClass?.(data) : undefined) }
            : {})}
          suppressDragLeaveHidesColumns
          stopEditingWhenCellsLoseFocus
          tooltipShowDelay={400}
          loading={rows === undefined}
          overlayNoRowsTemplate={`<span>${t('ui.grid.empty')}</span>`}
          suppressNoRowsOverlay={isEmpty && props.empty !== undefined}
          onGridReady={(event) => {
            api.current = event.api;
          }}
          onFirstDataRendered={(event) => focusFirst(event.api, props.startAt ?? null)}
          onModelUpdated={recount}
          onFilterChanged={(event) => {
            rememberFilters(name, { model: event.api.getFilterModel() });
            recount();
          }}
          onSelectionChanged={(event) => {
            recount();
            onChosen?.(event.api.getSelectedRows());
          }}
          onCellFocused={({ api: grid, rowIndex, column }) => {
            const row = rowIndex === null ? undefined : grid.getDisplayedRowAtIndex(rowIndex)?.data;
            if (row && column && typeof column !== 'string') props.onAt?.(row, column.getColId());
          }}
          onCellKeyDown={onKey}
          onRowDoubleClicked={({ data }) => data && onOpen?.(data)}
        />
        {isEmpty && props.empty && <div className="desk-grid-empty">{props.empty}</div>}
      </div>
    </section>
  );
}
