import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ObservationRow } from '#shared/contract/rounds.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { measureOf } from './measure.ts';
import { type Reading, SignChart } from './sign-chart.tsx';

type OfStay = OutputOf<'rounds.ofStay'>;

const CHARTS = ['temperature', 'spo2', 'respiratoryRate', 'pulse', 'pressure'] as const;
type Chart = (typeof CHARTS)[number];

/** The span that a chart shows at least, so that a level sign does not look like a wild one. */
const SPANS: Readonly<Record<Chart, readonly [number, number]>> = {
  temperature: [35, 40],
  spo2: [88, 100],
  respiratoryRate: [8, 36],
  pulse: [40, 140],
  pressure: [40, 180],
};

/** Small multiples over the whole stay, one time line. */
export function StayCharts({ data }: { data: OfStay }) {
  const { t } = useTranslation();
  const inOrder = useMemo(() => [...data.observations].reverse(), [data]);
  const first = inOrder[0];
  const last = inOrder[inOrder.length - 1];
  if (!first || !last) return null;
  return (
    <section className="desk-card" aria-label={t('rounds.stay.charts')}>
      <h2>{t('rounds.stay.charts')}</h2>
      <div className="desk-charts">
        {CHARTS.map((chart) => (
          <OneChart
            key={chart}
            chart={chart}
            inOrder={inOrder}
            data={data}
            from={first.takenAt}
            to={last.takenAt}
          />
        ))}
      </div>
    </section>
  );
}

interface OneProps {
  chart: Chart;
  inOrder: readonly ObservationRow[];
  data: OfStay;
  from: Instant;
  to: Instant;
}

function OneChart({ chart, inOrder, data, from, to }: OneProps) {
  const { t } = useTranslation();
  const title = t(`rounds.fields.${chart}`);
  const lines = useMemo(() => linesOf(chart, inOrder, title), [chart, inOrder, title]);
  const thresholds = useMemo(
    () => thresholdsOf(chart, data).map((value) => ({ value, label: `${value}` })),
    [chart, data],
  );
  const values = lines.flatMap(({ readings }) =>
    readings.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const [least, most] = SPANS[chart];
  return (
    <SignChart
      title={title}
      label={t('rounds.stay.chartLabel', {
        sign: title,
        count: values.length,
        value: String(values[values.length - 1] ?? '–'),
        min: values.length > 0 ? String(Math.min(...values)) : '–',
        max: values.length > 0 ? String(Math.max(...values)) : '–',
      })}
      unit={measureOf(chart, t)}
      lines={lines}
      thresholds={thresholds}
      from={from}
      to={to}
      least={least}
      most={most}
    />
  );
}

function linesOf(
  chart: Chart,
  inOrder: readonly ObservationRow[],
  title: string,
): { name: string; readings: Reading[] }[] {
  const readings = (read: (one: ObservationRow) => number | null): Reading[] =>
    inOrder.map((one) => ({ at: one.takenAt, value: read(one) }));
  if (chart !== 'pressure') return [{ name: title, readings: readings((one) => one[chart]) }];
  return [
    { name: title, readings: readings((one) => one.systolic) },
    { name: title, readings: readings((one) => one.diastolic) },
  ];
}

function thresholdsOf(chart: Chart, { thresholds }: OfStay): number[] {
  switch (chart) {
    case 'temperature':
      return [thresholds.fever, thresholds.highFever];
    case 'spo2':
      return [thresholds.spo2];
    case 'respiratoryRate':
      return thresholds.respiratoryRate === null ? [] : [thresholds.respiratoryRate];
    case 'pulse':
    case 'pressure':
      return [];
    default:
      return chart satisfies never;
  }
}
