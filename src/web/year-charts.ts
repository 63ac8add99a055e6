import { barChart } from '../layout/chart';
import { month } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { YearFigures } from '../statistics/statistics.service';
import { inOrder } from '../statistics/tables.rules';
import type { Names } from './figures-names';
import { figuresPageWords } from './figures-words';

export type YearChartName = 'by-month' | 'by-channel';

type Bars = readonly (readonly [string, number])[];

const BARS: Readonly<Record<YearChartName, (figures: YearFigures, names: Names) => Bars>> = {
  'by-month': ({ byMonth }, { lang }) => Object.entries(byMonth).map(([code, n]) => [month(lang, code), n]),
  'by-channel': ({ byChannel }, names) =>
    inOrder(new Set(Object.keys(byChannel)), names.channels).map((code) => [names.channel(code), byChannel[code] ?? 0]),
};

/** A picture, as SVG, of totals that are public and stand in the table beside it. */
export function yearChart(name: YearChartName, figures: YearFigures, names: Names): string {
  const { lang } = names;
  const page = figuresPageWords(lang);
  const bars = BARS[name](figures, names);
  return barChart({
    title: `${name === 'by-month' ? page.byMonth : page.byChannel} ${words(lang).figures.fiscalYear(figures.fiscalYear)}`,
    labels: bars.map(([label]) => label),
    series: [{ name: words(lang).figures.count, values: bars.map(([, n]) => n) }],
    lang,
  });
}
