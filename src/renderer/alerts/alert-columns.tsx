import { BellOutlined, ClockCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert, AlertLevel } from '#shared/contract/alerts.ts';
import { ALERT_LEVELS } from '#shared/contract/alerts.ts';
import { type Instant, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { spanText, timeOf } from '../ui/time.ts';

const SIGNS: Readonly<Record<AlertLevel, ReactNode>> = {
  emergency: <ExclamationCircleFilled aria-hidden />,
  urgent: <WarningFilled aria-hidden />,
  notice: <BellOutlined aria-hidden />,
};

function LevelCell({ data }: ICellRendererParams<Alert>) {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <span className="desk-alert-level" data-level={data.level}>
      {SIGNS[data.level]} {t(`alerts.levelWords.${data.level}`)}
      {data.escalated && (
        <span title={t('alerts.escalatedHint')}>
          <ClockCircleOutlined aria-hidden /> {t('alerts.escalated')}
        </span>
      )}
    </span>
  );
}

interface Context {
  t: TFunction;
  zone: TimeZone;
  now: Instant;
  language: 'zh' | 'en';
}

/** Worst first as the ward answers them; sorting by a column is the reader's own. */
export function alertColumns({ t, zone, now, language }: Context): ColDef<Alert>[] {
  return [
    textColumn<Alert>(
      {
        id: 'level',
        title: t('alerts.columns.level'),
        width: 180,
        pinned: 'left',
        cellRenderer: LevelCell,
        comparator: (_a, _b, a, b) => rank(a.data) - rank(b.data),
      },
      (row) => `${t(`alerts.levelWords.${row.level}`)}${row.escalated ? ` ${t('alerts.escalated')}` : ''}`,
    ),
    textColumn<Alert>({ id: 'bed', title: t('alerts.columns.bed'), width: 106 }, (row) => row.bed),
    textColumn<Alert>({ id: 'name', title: t('alerts.columns.name'), width: 110 }, (row) => row.name),
    textColumn<Alert>({ id: 'kind', title: t('alerts.columns.kind'), width: 180 }, (row) =>
      t(`vocabulary.alertKinds.${row.kind}`),
    ),
    textColumn<Alert>(
      {
        id: 'sentence',
        title: t('alerts.columns.sentence'),
        width: 330,
        tooltipValueGetter: ({ value }) => value,
      },
      (row) => row.sentence[language],
    ),
    timeColumn<Alert>(
      { id: 'since', title: t('alerts.columns.since'), width: 150 },
      zone,
      (row) => row.began,
    ),
    numberColumn<Alert>(
      {
        id: 'lasting',
        title: t('alerts.columns.lasting'),
        width: 130,
        valueFormatter: ({ value }) => spanText((Number(value) || 0) * 60_000, t),
      },
      (row) => Math.max(0, Math.floor((millisOf(now) - millisOf(row.began)) / 60_000)),
    ),
    textColumn<Alert>({ id: 'teams', title: t('alerts.columns.teams'), width: 130 }, (row) =>
      row.teams.map((team) => t(`vocabulary.teams.${team}`)).join(t('ui.listComma')),
    ),
    textColumn<Alert>({ id: 'acknowledged', title: t('alerts.columns.acknowledged'), width: 210 }, (row) =>
      row.acknowledged ? `${row.acknowledged.who} ${timeOf(row.acknowledged.at, zone)}` : null,
    ),
    textColumn<Alert>(
      { id: 'note', title: t('alerts.columns.note'), width: 160 },
      (row) => row.acknowledged?.note ?? null,
    ),
    numberColumn<Alert>(
      { id: 'number', title: t('alerts.columns.number'), width: 94, hide: true },
      (row) => row.number,
    ),
  ];
}

const rank = (row: Alert | undefined): number => (row ? ALERT_LEVELS.indexOf(row.level) : 0);
