import { CheckCircleFilled, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type BatchRow, mayLeave } from '../discharge/batch-draft.ts';
import { language } from '../i18n/index.ts';
import { numberColumn, textColumn } from '../ui/grid-columns.ts';
import { refusalSentence } from '../ui/refusal.ts';

function verdictText(row: BatchRow, t: TFunction): string {
  if (row.problem && !mayLeave(row)) return refusalSentence(row.problem, language(), t);
  if (row.familyStaying.length > 0)
    return t('releases.leave.familyStays', { names: row.familyStaying.join(t('ui.listComma')) });
  return t('releases.leave.pass');
}

function VerdictCell({ data }: ICellRendererParams<BatchRow>) {
  const { t } = useTranslation();
  if (!data) return null;
  const tone = !mayLeave(data) ? 'bad' : data.familyStaying.length > 0 ? 'warn' : 'good';
  return (
    <span className="desk-verdict" data-tone={tone}>
      {tone === 'bad' && <ExclamationCircleFilled aria-hidden />}
      {tone === 'warn' && <WarningFilled aria-hidden />}
      {tone === 'good' && <CheckCircleFilled aria-hidden />}
      <span>{verdictText(data, t)}</span>
    </span>
  );
}

/** A pass or a fail for each, with the reason. */
export const leaveColumns = (t: TFunction): ColDef<BatchRow>[] => [
  textColumn<BatchRow>({ id: 'name', title: t('fields.name'), width: 120 }, (row) => row.name),
  textColumn<BatchRow>({ id: 'bed', title: t('reports.columns.bed'), width: 110 }, (row) => row.bed),
  numberColumn<BatchRow>(
    { id: 'days', title: t('releases.columns.days'), width: 110 },
    (row) => row.daysInHouse,
  ),
  {
    ...textColumn<BatchRow>({ id: 'problem', title: t('releases.columns.problem'), flex: 1 }, (row) =>
      verdictText(row, t),
    ),
    cellRenderer: VerdictCell,
    autoHeight: true,
    wrapText: true,
  },
];
