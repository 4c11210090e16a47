import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { PersonAtHome } from '#shared/contract/home.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { textColumn, timeColumn } from '../ui/grid-columns.ts';
import { checkWords } from './check-words.ts';

export interface HomeRow extends PersonAtHome {
  /** The day that the list is of, and how many days there are. */
  day: string;
  days: number;
}

export const checkOf = (row: HomeRow) => row.checks.find(({ day }) => day === row.day);

/** Nobody has called on this day, and somebody should. */
export const isToCall = (row: HomeRow): boolean =>
  row.dayNumber > 0 && !row.backInHouse && checkOf(row) === undefined;

function saysOf(row: HomeRow, t: TFunction): string {
  const check = checkOf(row);
  if (check) return checkWords(check, t);
  if (row.backInHouse) return t('home.back');
  return row.dayNumber === 0 ? t('home.dayZero') : t('home.notChecked');
}

function CheckCell({ data, value }: ICellRendererParams<HomeRow>) {
  if (!data) return null;
  const check = checkOf(data);
  const state = !check ? 'open' : check.nat === 'positive' ? 'positive' : check.reached ? 'done' : 'missed';
  return (
    <span className="desk-home-check" data-state={state}>
      {SIGNS[state]}
      <span>{String(value ?? '')}</span>
    </span>
  );
}

const SIGNS = {
  open: <ClockCircleOutlined aria-hidden />,
  done: <CheckCircleFilled aria-hidden />,
  missed: <MinusCircleOutlined aria-hidden />,
  positive: <ExclamationCircleFilled aria-hidden />,
};

/** ○ ✓ – + · · ·: a mark for each day: not called, well, not reached, positive, still to come. */
const daysText = (row: HomeRow): string =>
  Array.from({ length: row.days }, (_, i) => {
    if (i + 1 > row.dayNumber) return '·';
    const day = new Date(Date.parse(`${row.day}T00:00:00Z`) + (i + 1 - row.dayNumber) * 86_400_000);
    const check = row.checks.find((one) => one.day === day.toISOString().slice(0, 10));
    return check ? (check.nat === 'positive' ? '+' : check.reached ? '✓' : '–') : '○';
  }).join(' ');

export function homeColumns(t: TFunction, zone: TimeZone): ColDef<HomeRow>[] {
  return [
    textColumn({ id: 'name', title: t('home.columns.name'), width: 130, pinned: 'left' }, (row) => row.name),
    textColumn({ id: 'day', title: t('home.columns.day'), width: 140 }, (row) =>
      row.dayNumber === 0 ? t('home.dayZero') : t('home.dayOf', { n: row.dayNumber, days: row.days }),
    ),
    {
      ...textColumn<HomeRow>({ id: 'check', title: t('home.columns.check'), width: 280 }, (row) =>
        saysOf(row, t),
      ),
      cellRenderer: CheckCell,
    },
    textColumn({ id: 'days', title: t('home.columns.days'), width: 150 }, daysText),
    textColumn({ id: 'phone', title: t('home.columns.phone'), width: 140 }, (row) => row.phone),
    textColumn({ id: 'district', title: t('home.columns.district'), width: 120 }, (row) => row.district),
    textColumn({ id: 'street', title: t('home.columns.street'), width: 130 }, (row) => row.street),
    textColumn(
      { id: 'address', title: t('home.columns.address'), flex: 1, minWidth: 160 },
      (row) => row.address,
    ),
    timeColumn({ id: 'left', title: t('home.columns.left'), width: 170 }, zone, (row) => row.leftAt),
    textColumn({ id: 'way', title: t('home.columns.way'), width: 120 }, (row) =>
      t(`vocabulary.waysOfLeaving.${row.way}`),
    ),
  ];
}
