import { CheckCircleFilled, EditOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { fill, type Language } from '#shared/messages/fill.ts';
import { language } from '../i18n/index.ts';
import { numberColumn, textColumn } from '../ui/grid-columns.ts';
import { refusalSentence } from '../ui/refusal.ts';
import { type BatchRow, mayLeave } from './batch-draft.ts';

interface Verdict {
  tone: 'good' | 'bad' | 'warn' | 'wait';
  says: string[];
}

/** A pass or a fail, and what there is to say about it. */
function verdictOf(row: BatchRow, t: TFunction, spoken: Language): Verdict {
  if (row.problem && mayLeave(row)) return { tone: 'wait', says: [t('discharge.row.needsPlace')] };
  if (row.problem) return { tone: 'bad', says: [refusalSentence(row.problem, spoken, t)] };
  const says = [
    ...(row.verdictWords
      ? [t(`discharge.row.rules.${row.verdict ?? 'not-yet'}`, { why: fill(row.verdictWords, spoken) })]
      : []),
    ...(row.refusedAtCommit
      ? [t('discharge.row.refused', { why: refusalSentence(row.refusedAtCommit, spoken, t) })]
      : []),
    ...(row.familyStaying.length > 0
      ? [
          t('discharge.row.familyStays', {
            count: row.familyStaying.length,
            names: row.familyStaying.join(t('ui.listComma')),
          }),
        ]
      : []),
  ];
  return {
    tone: says.length > 0 ? 'warn' : 'good',
    says: says.length > 0 ? says : [t('discharge.row.pass')],
  };
}

interface Context {
  t: TFunction;
  onDrop(row: BatchRow): void;
  onFamily(row: BatchRow): void;
}

const ICONS = {
  good: <CheckCircleFilled aria-hidden />,
  bad: <ExclamationCircleFilled aria-hidden />,
  warn: <WarningFilled aria-hidden />,
  wait: <EditOutlined aria-hidden />,
};

type Cell = ICellRendererParams<BatchRow> & Context;

function VerdictCell({ data, onFamily }: Cell) {
  const { t } = useTranslation();
  if (!data) return null;
  const { tone, says } = verdictOf(data, t, language());
  return (
    <span className="desk-verdict" data-tone={tone}>
      {ICONS[tone]}
      <span>
        {says.join(' ')}
        {data.problem === null && data.familyStaying.length > 0 && (
          <Button type="link" tabIndex={-1} onClick={() => onFamily(data)}>
            {t('discharge.row.takeFamily')}
          </Button>
        )}
      </span>
    </span>
  );
}

function DropCell({ data, onDrop }: Cell) {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <Button
      type="text"
      size="small"
      tabIndex={-1}
      aria-label={t('discharge.row.dropNamed', { name: data.name })}
      onClick={() => onDrop(data)}
    >
      {t('discharge.row.drop')}
    </Button>
  );
}

export function batchColumns({ t, ...acts }: Context): ColDef<BatchRow>[] {
  return [
    textColumn({ id: 'name', title: t('fields.name'), width: 130, pinned: 'left' }, (row) => row.name),
    textColumn(
      { id: 'bed', title: t('discharge.columns.bed'), width: 120 },
      (row) => row.bed || (mayLeave(row) ? t('discharge.row.noBed') : '—'),
    ),
    textColumn(
      {
        id: 'verdict',
        title: t('discharge.columns.verdict'),
        flex: 1,
        minWidth: 300,
        wrapText: true,
        autoHeight: true,
        cellRenderer: VerdictCell,
        cellRendererParams: acts,
      },
      (row) => verdictOf(row, t, language()).says.join(' '),
    ),
    numberColumn({ id: 'days', title: t('discharge.columns.days'), width: 110 }, (row) => row.daysInHouse),
    numberColumn({ id: 'number', title: t('ui.number'), width: 100 }, (row) => row.number),
    {
      colId: 'drop',
      headerName: t('discharge.columns.drop'),
      width: 92,
      sortable: false,
      filter: false,
      cellRenderer: DropCell,
      cellRendererParams: acts,
    },
  ];
}
