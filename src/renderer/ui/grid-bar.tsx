import { DownloadOutlined, FilterOutlined, SettingOutlined } from '@ant-design/icons';
import type { ColDef, GridApi } from 'ag-grid-community';
import { Button, Checkbox, Input, type InputRef, Popover } from 'antd';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from './keys.ts';

interface Props<Row> {
  api: RefObject<GridApi<Row> | null>;
  columns: readonly ColDef<Row>[];
  counts: { shown: number; total: number; chosen: number; filtered: boolean };
  filterText: string;
  onFilterText(text: string): void;
  onExport(): void;
  onReset(): void;
  tools: ReactNode;
  exportWord: string | undefined;
}

/** Above a grid: the page's choices, the quick filter, how many rows, columns, export. */
export function GridBar<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const { counts } = props;
  const box = useRef<InputRef>(null);
  useKeys(t('ui.grid.title'), [
    { keys: ['Ctrl+F', '/'], does: t('ui.grid.filter'), run: () => box.current?.focus({ cursor: 'all' }) },
    { keys: 'Ctrl+E', does: props.exportWord ?? t('ui.grid.exportCsv'), run: props.onExport },
  ]);
  const clear = () => {
    props.onFilterText('');
    props.api.current?.setFilterModel(null);
  };
  return (
    <div className="desk-grid-bar">
      {props.tools}
      <Input
        ref={box}
        allowClear
        prefix={<FilterOutlined aria-hidden />}
        style={{ width: 220 }}
        aria-label={t('ui.grid.filter')}
        placeholder={t('ui.grid.filter')}
        value={props.filterText}
        onChange={(event) => props.onFilterText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          const column = props.api.current?.getAllDisplayedColumns()[1];
          if (column) props.api.current?.setFocusedCell(0, column);
        }}
      />
      {counts.filtered && <Button onClick={clear}>{t('ui.grid.clearFilters')}</Button>}
      <span className="desk-spread" />
      <span role="status" className="desk-quiet">
        {counts.chosen > 0 && `${t('ui.grid.selected', { count: counts.chosen })} · `}
        {t('ui.grid.shown', { shown: counts.shown, total: counts.total })}
      </span>
      <Popover trigger="click" placement="bottomRight" content={<Columns {...props} />}>
        <Button icon={<SettingOutlined />}>{t('ui.grid.columns')}</Button>
      </Popover>
      <Allowed to="reports.gridFile">
        <Button icon={<DownloadOutlined />} onClick={props.onExport}>
          {props.exportWord ?? t('ui.grid.exportCsv')}
        </Button>
      </Allowed>
    </div>
  );
}

/** Which columns are shown. The grid remembers it. */
function Columns<Row>({ api, columns, onReset }: Props<Row>) {
  const { t } = useTranslation();
  const [, again] = useState(0);
  const idOf = (column: ColDef<Row>) => column.colId ?? column.field ?? '';
  return (
    <div>
      <div className="desk-columns">
        {columns.map((column) => (
          <Checkbox
            key={idOf(column)}
            checked={api.current?.getColumn(idOf(column))?.isVisible() ?? true}
            onChange={(event) => {
              api.current?.setColumnsVisible([idOf(column)], event.target.checked);
              again((n) => n + 1);
            }}
          >
            {column.headerName}
          </Checkbox>
        ))}
      </div>
      <Button
        type="link"
        onClick={() => {
          onReset();
          again((n) => n + 1);
        }}
      >
        {t('ui.grid.columnsReset')}
      </Button>
    </div>
  );
}
