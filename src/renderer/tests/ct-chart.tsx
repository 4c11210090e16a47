import { LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GENES } from '#shared/contract/clinical-vocabulary.ts';
import type { SampleOfStay } from '#shared/contract/tests.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { useHospital } from '../ui/hospital.tsx';
import { timeOf } from '../ui/time.ts';
import { PALETTES } from '../ui/tokens.ts';
import { ctPoints, LOWEST_CT, NOT_DETECTED_AT } from './ct-rules.ts';

use([
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  AriaComponent,
  SVGRenderer,
]);

interface Props {
  samples: readonly SampleOfStay[];
  /** Ct from which a gene qualifies for release; null where the protocol asks for no test. */
  threshold: number | null;
}

const SIGNS = { orf: 'circle', n: 'diamond' } as const;

/** Both genes over the stay, with the line above which they qualify. */
export function CtChart({ samples, threshold }: Props) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useHospital();
  const mode = useHeld(appearance);
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its words change with the language
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    const { text, quiet, line, accent, warn, danger } = PALETTES[mode];
    const shown = (at: number) => timeOf(instantFromMillis(at), timeZone);
    const ctText = (ct: number) => (ct >= NOT_DETECTED_AT ? t('tests.patient.notDetected') : String(ct));
    chart.setOption({
      animation: false,
      color: [accent, warn],
      textStyle: { color: text, fontSize: 14 },
      grid: { left: 64, right: 72, top: 36, bottom: 32 },
      legend: { top: 0, textStyle: { color: text, fontSize: 14 } },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => ctText(Number(value)),
        axisPointer: { label: { formatter: ({ value }: { value: unknown }) => shown(Number(value)) } },
      },
      xAxis: {
        type: 'time',
        axisLabel: { color: quiet, hideOverlap: true, formatter: (at: number) => shown(at).slice(5) },
        axisLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value',
        min: LOWEST_CT,
        max: NOT_DETECTED_AT,
        interval: 5,
        axisLabel: {
          color: quiet,
          formatter: (ct: number) => (ct >= NOT_DETECTED_AT ? t('tests.patient.notDetected') : String(ct)),
        },
        splitLine: { lineStyle: { color: line } },
      },
      series: GENES.map((gene, index) => ({
        name: t(`tests.fields.${gene}`),
        type: 'line',
        symbol: SIGNS[gene],
        symbolSize: 10,
        data: ctPoints(samples, gene).map(({ at, ct }) => [at, ct]),
        ...(index === 0 && threshold !== null
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: danger, type: 'dashed', width: 2 },
                label: { color: text, formatter: t('tests.patient.threshold', { ct: threshold }) },
                data: [{ yAxis: threshold }],
              },
            }
          : {}),
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [samples, threshold, mode, timeZone, t, i18n.language]);
  return (
    <section className="desk-card" aria-label={t('tests.patient.chart')}>
      <h2>{t('tests.patient.chart')}</h2>
      <div
        ref={place}
        className="desk-ct-chart"
        role="img"
        aria-label={t('tests.patient.chartSays', { ct: threshold ?? '—' })}
      />
    </section>
  );
}
