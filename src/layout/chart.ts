import type * as ECharts from 'echarts';
import type { Lang } from '../platform/http/language';
import { digits } from './words/format';

export interface Series {
  readonly name: string;
  /** One value a label; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

export interface BarChart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly lang?: Lang;
  /** Pixels of the drawing; it scales with its place. */
  readonly width?: number;
  readonly height?: number;
}

/** Dark to light, so that they stay apart in grey print and for every eye. */
const COLOURS = ['#12504d', '#c98a1b', '#7fb0a8', '#5b4a73', '#b8b2a4', '#8f4a2d'];
const INK = '#1f2b2a';
/** Single quotes inside: ECharts writes the list into an attribute as it stands. */
const FONT_FAMILY = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Leelawadee UI', Thonburi, Laksaman, sans-serif";

let loaded: typeof ECharts | undefined;

/** Loaded at the first chart: it is the largest thing in the house and most pages have no picture. */
function echarts(): typeof ECharts {
  if (loaded) return loaded;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  loaded = require('echarts') as typeof ECharts;
  loaded.setPlatformAPI({ measureText: (text, font) => ({ width: widthOf(text, font ?? '') }) });
  return loaded;
}

/** There is no canvas to measure on: Thai vowels and tones above and below the line take no room, the rest about half an em. */
function widthOf(text: string, font: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  return [...text.replace(/\p{Mn}/gu, '')].length * 0.56 * size;
}

/**
 * Bars as SVG text. It carries inline styles: serve it as a picture (`<img src>`) beside the table with the same figures.
 */
export function barChart(chart: BarChart): string {
  const { width = 760, height = lies(chart.labels) ? 90 + chart.labels.length * 36 : 340 } = chart;
  const drawing = echarts().init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionsOf(chart));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

function optionsOf({ title, labels, series, lang = 'th' }: BarChart): ECharts.EChartsOption {
  const severalSeries = series.length > 1;
  const lying = lies(labels);
  return {
    animation: false,
    color: COLOURS,
    backgroundColor: '#fff',
    textStyle: { fontFamily: FONT_FAMILY, fontSize: 15, color: INK },
    title: { text: title, left: 8, top: 6, textStyle: { fontSize: 17, fontWeight: 'bold', color: INK } },
    legend: severalSeries ? { bottom: 4, textStyle: { fontSize: 15 } } : { show: false },
    grid: { left: 12, right: lying ? 48 : 16, top: 56, bottom: severalSeries ? 44 : 16, containLabel: true },
    xAxis: lying ? amounts(lang) : names(labels, false),
    yAxis: lying ? names(labels, true) : amounts(lang),
    series: series.map(({ name, values }) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      barMaxWidth: 34,
      label: {
        show: !severalSeries,
        position: lying ? ('right' as const) : ('top' as const),
        fontSize: 14,
        formatter: (bar: { readonly value?: unknown }) => written(lang, bar.value),
      },
    })),
  };
}

const names = (labels: readonly string[], inverse: boolean) => ({
  type: 'category' as const,
  data: [...labels],
  inverse,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: '#8a857a' } },
  axisLabel: { fontSize: 14, interval: 0, color: INK },
});

const amounts = (lang: Lang) => ({
  type: 'value' as const,
  minInterval: 1,
  axisLabel: { fontSize: 14, color: '#4c5655', formatter: (value: number) => written(lang, value) },
  splitLine: { lineStyle: { color: '#e4dfd4' } },
});

const written = (lang: Lang, value: unknown): string =>
  digits(lang, typeof value === 'number' ? value.toLocaleString('en') : '');

/** Long names are read beside lying bars, months under standing ones. */
const lies = (labels: readonly string[]): boolean => labels.some((label) => label.length > 9);
