import { UndoOutlined } from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TimeZone } from '#shared/rules/instant.ts';
import { language } from '../i18n/index.ts';
import { actDetail, fullTitle } from '../ui/act-sentence.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { LateMark } from '../ui/late-entry.tsx';
import { timeOf } from '../ui/time.ts';
import { changesOf } from './act-changes.ts';
import type { ActRow } from './use-acts.ts';

type Cell = ICellRendererParams<ActRow, string>;

function HappenedCell({ data, valueFormatted }: Cell) {
  if (!data) return null;
  return (
    <span className="desk-act-time">
      {valueFormatted} {data.late && <LateMark happenedAt={data.happenedAt} recordedAt={data.recordedAt} />}
    </span>
  );
}

/** What became of it: it stands, or who took it back and when. */
function stateOf(row: ActRow, t: TFunction, zone: TimeZone): string {
  if (row.undoneBy === null) return '';
  const by = row.undoneIn && [row.undoneIn.who, timeOf(row.undoneIn.recordedAt, zone).slice(5)];
  return [t('history.undone'), ...(by ?? [])].join(' · ');
}

interface UndoCell extends Cell {
  onAsk(row: ActRow): void;
}

function UndoneCell({ data, value, onAsk }: UndoCell) {
  const { t } = useTranslation();
  if (value) return <span title={value}>{value}</span>;
  if (!data?.undoable) return null;
  return (
    <Button size="small" tabIndex={-1} icon={<UndoOutlined />} onClick={() => onAsk(data)}>
      {t(data.undoes === null ? 'ui.undo' : 'ui.redo')}
    </Button>
  );
}

export function actColumns(t: TFunction, zone: TimeZone, onAsk: (row: ActRow) => void): ColDef<ActRow>[] {
  return [
    {
      ...timeColumn<ActRow>(
        { id: 'happenedAt', title: t('history.columns.happened') },
        zone,
        (row) => row.happenedAt,
      ),
      width: 210,
      cellRenderer: HappenedCell,
    },
    textColumn({ id: 'what', title: t('history.columns.what'), width: 180 }, (row) => fullTitle(row, t)),
    textColumn({ id: 'detail', title: t('history.columns.detail'), flex: 2, minWidth: 260 }, (row) =>
      [actDetail(row, t), ...changesOf(row, language(), zone)].filter((words) => words !== '').join(' · '),
    ),
    textColumn({ id: 'who', title: t('history.columns.who'), width: 120 }, (row) => row.who),
    textColumn(
      { id: 'reason', title: t('history.columns.reason'), flex: 1, minWidth: 120 },
      (row) => row.reason,
    ),
    textColumn(
      {
        id: 'undone',
        title: t('history.columns.undone'),
        width: 230,
        cellRenderer: UndoneCell,
        cellRendererParams: { onAsk },
      },
      (row) => stateOf(row, t, zone),
    ),
    timeColumn(
      { id: 'recordedAt', title: t('history.columns.recorded'), hide: true },
      zone,
      (row) => row.recordedAt,
    ),
    numberColumn({ id: 'seq', title: t('history.columns.seq'), width: 90, hide: true }, (row) => row.seq),
  ];
}
