import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigurePlace, FigureRow, Flow, FlowFigure } from '#shared/contract/figures.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import type { Period } from '../reports/period.ts';
import { WardGrid } from '../ui/grid.tsx';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { linesOf } from './accounts-places.ts';

interface Props {
  period: Period;
  place: string;
  figure: FlowFigure;
  flow: Flow;
  onClose(): void;
}

/** Somebody who moved twice stands there twice, as the number counts. */
interface Row extends FigureRow {
  place: number;
}

/** The people behind one number. */
export function AccountsRows({ period, place, figure, flow, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const line = linesOf(flow, t).find((one) => one.place === place);
  const { data, refused } = useWard(
    'figures.rows',
    { ...period, place: (line?.place ?? 'all') as FigurePlace, figure },
    { enabled: line !== undefined },
  );
  const columns = useMemo(() => columnsOf(t, timeZone), [t, timeZone]);
  const rows = useMemo(() => data?.rows.map((row, index): Row => ({ ...row, place: index })), [data]);
  if (!line) return null;
  const title = t('accounts.rows', {
    place: line.name,
    figure: t(`accounts.figures.${figure}`),
    count: line.figures[figure],
  });
  return (
    <section className="desk-accounts-rows" aria-label={title}>
      <div className="desk-report-line">
        <h3>{title}</h3>
        <span className="desk-spread" />
        <Button onClick={onClose}>
          {t('accounts.close')} <kbd aria-hidden>Esc</kbd>
        </Button>
      </div>
      <RefusedNotice refused={refused} />
      <WardGrid<Row>
        name="account-rows"
        label={title}
        rows={refused ? [] : rows}
        columns={columns}
        rowId={(row) => `${row.stayId} ${row.place}`}
        onOpen={(row) => openPatient(row.stayId)}
        plain
        empty={<EmptyState title={t('accounts.empty')} />}
      />
    </section>
  );
}

const spotText = (spot: FigureRow['before'], t: TFunction): string => spot?.bed ?? t('accounts.noBed');

function columnsOf(t: TFunction, zone: TimeZone): ColDef<Row>[] {
  const title = (id: keyof typeof WIDTHS) => ({ id, title: t(`accounts.columns.${id}`), width: WIDTHS[id] });
  return [
    textColumn(title('name'), (row) => row.name),
    textColumn(title('before'), (row) => (row.at === row.arrivedAt ? '' : spotText(row.before, t))),
    textColumn(title('after'), (row) => (row.at === row.leftAt ? '' : spotText(row.after, t))),
    timeColumn(title('at'), zone, (row) => row.at),
    textColumn(title('sex'), (row) => t(`vocabulary.sexes.${row.sex}`)),
    numberColumn(title('age'), (row) => row.age),
    textColumn(title('classification'), (row) => t(`vocabulary.classifications.${row.classification}`)),
    textColumn(title('district'), (row) => row.district),
    timeColumn(title('arrivedAt'), zone, (row) => row.arrivedAt),
    timeColumn(title('leftAt'), zone, (row) => row.leftAt),
    textColumn(title('way'), (row) => (row.way ? t(`vocabulary.waysOfLeaving.${row.way}`) : '')),
    numberColumn(title('number'), (row) => row.number),
  ];
}

const WIDTHS = {
  name: 110,
  before: 120,
  after: 120,
  at: 160,
  sex: 78,
  age: 78,
  classification: 110,
  district: 110,
  arrivedAt: 160,
  leftAt: 160,
  way: 150,
  number: 100,
} as const;
