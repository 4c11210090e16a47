import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { TurnState } from '#shared/contract/care.ts';
import type { CareOutcome } from '#shared/contract/clinical-vocabulary.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { textColumn } from '../ui/grid-columns.ts';
import { timeOf } from '../ui/time.ts';
import type { TurnRow } from './turn-rows.ts';

const STATE_SIGNS: Record<TurnState, ReactNode> = {
  later: <ClockCircleOutlined aria-hidden />,
  due: <ClockCircleOutlined aria-hidden />,
  overdue: <ExclamationCircleFilled aria-hidden />,
  missed: <MinusCircleOutlined aria-hidden />,
  answered: <CheckCircleFilled aria-hidden />,
};
const OUTCOME_SIGNS: Record<CareOutcome, ReactNode> = {
  done: <CheckCircleFilled aria-hidden />,
  refused: <CloseCircleOutlined aria-hidden />,
  'not-needed': <MinusCircleOutlined aria-hidden />,
  absent: <MinusCircleOutlined aria-hidden />,
};

/** What stands in the state column: the answer where there is one. */
function saysOf(row: TurnRow, t: TFunction, zone: TimeZone): string {
  if (row.answer) {
    const { outcome, at, who, note } = row.answer;
    const said = t('today.by', {
      outcome: t(`today.outcome.${outcome}`),
      at: timeOf(at, zone).slice(11),
      who,
    });
    return note === '' ? said : `${said} · ${note}`;
  }
  if (row.saving) return t('today.mine', { outcome: t(`today.outcome.${row.saving}`) });
  return t(`today.state.${row.state}`);
}

function StateCell({ data, value }: ICellRendererParams<TurnRow>) {
  if (!data) return null;
  const outcome = data.answer?.outcome ?? data.saving;
  return (
    <span className="desk-turn-state" data-state={outcome ? 'answered' : data.state}>
      {outcome ? OUTCOME_SIGNS[outcome] : STATE_SIGNS[data.state]}
      <span>{String(value ?? '')}</span>
    </span>
  );
}

/** `07:00`, and the day before it where that is not today. */
const dueText = (row: TurnRow, today: string, zone: TimeZone): string => {
  const text = timeOf(row.dueAt, zone);
  return text.startsWith(today) ? text.slice(11) : text.slice(5);
};

export function turnColumns(t: TFunction, zone: TimeZone, today: string): ColDef<TurnRow>[] {
  return [
    textColumn({ id: 'bed', title: t('today.columns.bed'), width: 120, pinned: 'left' }, (row) => row.bed),
    textColumn({ id: 'name', title: t('today.columns.name'), width: 130 }, (row) => row.name),
    textColumn({ id: 'what', title: t('today.columns.what'), width: 210 }, (row) => row.what),
    {
      ...textColumn<TurnRow>({ id: 'due', title: t('today.columns.due'), width: 120 }, (row) =>
        dueText(row, today, zone),
      ),
      comparator: (_a, _b, one, other) => (one.data?.dueAt ?? '').localeCompare(other.data?.dueAt ?? ''),
    },
    {
      ...textColumn<TurnRow>({ id: 'state', title: t('today.columns.state'), width: 250 }, (row) =>
        saysOf(row, t, zone),
      ),
      cellRenderer: StateCell,
    },
    textColumn({ id: 'kind', title: t('today.columns.kind'), width: 110 }, (row) =>
      t(`vocabulary.careKinds.${row.kind}`),
    ),
    textColumn(
      { id: 'unit', title: t('today.columns.unit'), width: 100 },
      (row) => row.unit || t('today.noUnit'),
    ),
    textColumn({ id: 'note', title: t('today.columns.note'), flex: 1, minWidth: 120 }, (row) => row.note),
  ];
}
