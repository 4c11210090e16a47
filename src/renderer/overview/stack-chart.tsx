import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendScrollComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type Appearance, FONT, PALETTES, type Palette } from '../ui/tokens.ts';

register([BarChart, AriaComponent, GridComponent, LegendScrollComponent, TooltipComponent, CanvasRenderer]);

export interface Series {
  name: string;
  colour(palette: Palette): string;
  values: readonly number[];
}

interface Props {
  /** For a screen reader; the numbers themselves stand in the table beside it. */
  label: string;
  categories: readonly string[];
  series: readonly Series[];
  mode: Appearance;
  /** Size of its text in pixels. */
  text: number;
  lying?: boolean;
}

/** Bars in parts, told apart by pattern as well as by colour. */
export function StackChart({ label, categories, series, mode, text, lying = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    const palette = PALETTES[mode];
    const words = { color: palette.text, fontSize: text, fontFamily: FONT };
    const names = {
      type: 'category' as const,
      data: [...categories],
      inverse: lying,
      axisLabel: { ...words, color: palette.quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: palette.edge } },
      axisTick: { show: false },
    };
    const counts = {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { ...words, color: palette.quiet },
      splitLine: { lineStyle: { color: palette.line } },
    };
    chart.setOption({
      animation: false,
      textStyle: words,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      grid: { left: text, right: text * 1.5, top: text * 2.6, bottom: text * 0.6, containLabel: true },
      legend: {
        type: 'scroll',
        top: 0,
        itemGap: text,
        itemWidth: text * 1.8,
        itemHeight: text,
        textStyle: words,
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        axisPointer: { type: 'shadow' },
        backgroundColor: palette.raised,
        borderColor: palette.edge,
        textStyle: words,
      },
      xAxis: lying ? counts : names,
      yAxis: lying ? names : counts,
      series: series.map(({ name, colour, values }) => ({
        name,
        type: 'bar',
        stack: 'all',
        barMaxWidth: text * 2,
        itemStyle: { color: colour(palette), borderColor: palette.ground, borderWidth: 1 },
        data: [...values],
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [categories, series, mode, text, lying]);
  return <div ref={place} className="desk-overview-chart" role="img" aria-label={label} />;
}
