import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Instant } from '#shared/rules/instant.ts';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { useHospital } from '../ui/hospital.tsx';
import { timeOf } from '../ui/time.ts';
import { FONT, PALETTES } from '../ui/tokens.ts';

register([LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export interface Reading {
  at: Instant;
  value: number | null;
}

interface Props {
  title: string;
  /** For a screen reader: what the picture says. */
  label: string;
  unit: string;
  lines: readonly { name: string; readings: readonly Reading[] }[];
  thresholds: readonly { value: number; label: string }[];
  /** All charts of a stay share one time line. */
  from: Instant;
  to: Instant;
  least: number;
  most: number;
}

/** One sign over the whole stay, with its thresholds. The numbers stand in the table below it. */
export function SignChart(props: Props) {
  const { title, label, unit, lines, thresholds, from, to, least, most } = props;
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const mode = useHeld(appearance);
  const { timeZone } = useHospital();
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const drawn = init(place);
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const colours = PALETTES[mode];
    const values = lines.flatMap(({ readings }) =>
      readings.flatMap(({ value }) => (value === null ? [] : [value])),
    );
    const drawn = thresholds.filter(
      ({ value }) => value >= Math.min(least, ...values) && value <= Math.max(most, ...values),
    );
    chart.current?.setOption(
      {
        animation: false,
        textStyle: { fontFamily: FONT, color: colours.text },
        grid: { left: 40, right: 64, top: 10, bottom: 22 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          backgroundColor: colours.raised,
          borderColor: colours.edge,
          textStyle: { color: colours.text },
          valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value} ${unit}` : '–'),
        },
        xAxis: {
          type: 'time',
          min: Date.parse(from),
          max: Date.parse(to),
          splitNumber: 5,
          axisLine: { lineStyle: { color: colours.edge } },
          axisLabel: {
            color: colours.quiet,
            hideOverlap: true,
            formatter: (at: number) => timeOf(new Date(at).toISOString() as Instant, timeZone).slice(5, 16),
          },
          axisPointer: {
            label: {
              formatter: ({ value }: { value: unknown }) =>
                timeOf(new Date(Number(value)).toISOString() as Instant, timeZone),
            },
          },
        },
        yAxis: {
          type: 'value',
          min: ({ min }: { min: number }) => Math.min(least, Math.floor(min)),
          max: ({ max }: { max: number }) => Math.max(most, Math.ceil(max)),
          splitNumber: 3,
          axisLabel: { color: colours.quiet, showMinLabel: false },
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: lines.map(({ name, readings }, index) => ({
          name,
          type: 'line',
          connectNulls: true,
          symbol: index === 0 ? 'circle' : 'diamond',
          symbolSize: 7,
          lineStyle: { color: colours.accent, width: 2, type: index === 0 ? 'solid' : 'dashed' },
          itemStyle: { color: colours.accent },
          data: readings
            .filter(({ value }) => value !== null)
            .map(({ at, value }) => [Date.parse(at), value]),
          ...(index === 0
            ? {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: colours.alert, type: 'dashed' },
                  label: { color: colours.danger, formatter: '{b}', position: 'end' },
                  data: drawn.map((line) => ({ yAxis: line.value, name: line.label })),
                },
              }
            : {}),
        })),
      },
      { notMerge: true },
    );
  }, [mode, lines, thresholds, from, to, least, most, unit, timeZone]);
  return (
    <figure className="desk-chart">
      <figcaption>
        {title} <span className="desk-quiet">{unit}</span>
      </figcaption>
      <div ref={box} role="img" aria-label={label} />
    </figure>
  );
}
