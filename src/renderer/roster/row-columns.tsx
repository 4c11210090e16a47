import {
  CheckCircleFilled,
  CheckOutlined,
  CopyOutlined,
  EditOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterIssue } from '#shared/contract/roster-row.ts';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { ROSTER_ISSUES } from '#shared/messages/roster-issues.ts';
import { cellOf, gravestOf, inOrderOfGravity, issuesAt, type Pending } from './row-order.ts';

type Column = RosterView['columns'][number];

export const issueText = (issue: RosterIssue, language: Language): string =>
  fill(ROSTER_ISSUES[issue.code], language, issue.params);

const issuesText = (issues: readonly RosterIssue[], language: Language): string =>
  inOrderOfGravity(issues)
    .map((issue) => issueText(issue, language))
    .join(' ');

const SIGNS: Readonly<Record<RosterRow['status'], ReactNode>> = {
  ready: <CheckOutlined />,
  warning: <WarningFilled />,
  duplicate: <CopyOutlined />,
  refused: <ExclamationCircleFilled />,
  admitted: <CheckCircleFilled />,
  dropped: <MinusCircleOutlined />,
};

export function RowStatus({ status, edited = false }: { status: RosterRow['status']; edited?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="desk-row-status" data-status={status}>
      <span aria-hidden>{SIGNS[status]}</span> {t(`roster.status.${status}`)}
      {edited && <EditOutlined aria-label={t('roster.rows.edited')} title={t('roster.rows.edited')} />}
    </span>
  );
}

interface Context {
  t: TFunction;
  language: Language;
  view: RosterView;
  pending: Pending;
  onEdit(row: RosterRow, position: number, text: string): void;
}

const STATUS_COLUMN = 'status';
const CUT_OFF = 14;
/** The id of the column that shows a column of the file. */
const fileColumnId = ({ position }: Pick<Column, 'position'>): string => `file-${position}`;

/** What became of the row, the name, what is wrong in words, and then the file as it is. */
export function rowColumns(context: Context): ColDef<RosterRow>[] {
  const { t, language, view } = context;
  const columns = view.columns.map((column, index) => fileColumn(context, column, index));
  const name = view.columns.findIndex(({ field }) => field === 'name');
  const first = columns[name];
  return [
    {
      colId: STATUS_COLUMN,
      headerName: t('roster.rows.status'),
      width: 118,
      pinned: 'left',
      valueGetter: ({ data }) => data && t(`roster.status.${data.status}`),
      cellRenderer: Status,
    },
    {
      colId: 'row',
      headerName: t('roster.rows.row'),
      width: 70,
      pinned: 'left',
      filter: 'agNumberColumnFilter',
      valueGetter: ({ data }) => data?.row ?? null,
    },
    ...(first ? [{ ...first, pinned: 'left' as const }] : []),
    {
      colId: 'issues',
      headerName: t('roster.rows.issues'),
      width: 330,
      valueGetter: ({ data }) => (data ? issuesText(data.issues, language) : null),
      tooltipValueGetter: ({ value }) => value,
      cellClass: 'desk-cell-issues',
    },
    ...columns.filter((_, index) => index !== name),
    {
      colId: 'bed',
      headerName: t('ui.bed'),
      width: 110,
      valueGetter: ({ data }) =>
        data?.bed?.code ?? (data?.stayId ? t('vocabulary.stayStatuses.waiting') : null),
    },
  ];
}

const Status = ({ data }: ICellRendererParams<RosterRow>) =>
  data ? <RowStatus status={data.status} edited={data.edited} /> : null;

/** A column of the file: editable in place until its people are admitted. */
function fileColumn(
  { language, t, pending, onEdit }: Context,
  column: Column,
  index: number,
): ColDef<RosterRow> {
  const issues = (row: RosterRow | undefined) => (row ? issuesAt(row, column) : []);
  const at = (row: RosterRow | undefined) => gravestOf(issues(row));
  return {
    colId: fileColumnId(column),
    headerName: column.heading || t('roster.headings.unnamed'),
    width: WIDTHS[column.field ?? 'none'] ?? 120,
    editable: ({ data }) => data?.status !== 'admitted' && data?.status !== 'dropped',
    valueGetter: ({ data }) => (data ? cellOf(data, index, column, pending) : null),
    // Delete puts the row aside, after asking; it never empties a cell in passing.
    suppressKeyboardEvent: ({ event, editing }) =>
      !editing && (event.key === 'Delete' || event.key === 'Backspace'),
    // The text goes to the ward, which judges the row again; the grid itself keeps nothing.
    valueSetter: ({ data, newValue, oldValue }) => {
      const text = String(newValue ?? '').trim();
      if (text !== (oldValue ?? '')) onEdit(data, column.position, text);
      return false;
    },
    // What is cut off is shown whole; what can be read needs no repeating.
    tooltipValueGetter: ({ data, value }) =>
      issuesText(issues(data), language) || (String(value ?? '').length > CUT_OFF ? value : null),
    cellClassRules: {
      'desk-cell-refused': ({ data }) => at(data) === 'refused',
      'desk-cell-duplicate': ({ data }) => at(data) === 'duplicate',
      'desk-cell-warning': ({ data }) => at(data) === 'warning',
    },
    ...(column.field === null || column.field === 'ignored' ? { cellClass: 'desk-cell-unused' } : {}),
  };
}

const WIDTHS: Readonly<Record<string, number>> = {
  name: 120,
  sex: 76,
  age: 76,
  documentNumber: 200,
  phone: 140,
  address: 260,
  conditions: 180,
  remarks: 200,
  ignored: 76,
};
