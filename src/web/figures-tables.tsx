import { ChartFigure } from '../layout/chart-figure';
import { yearChart } from './year-charts';
import type { YearChartName } from './year-charts';
import { useLang, useWords } from '../layout/language';
import { Table } from '../layout/table';
import type { Row } from '../layout/table';
import { count, month, percent } from '../layout/words/format';
import { percentOf } from '../indicators/indicators.rules';
import type { PeriodRow } from '../statistics/monthly.rules';
import { carried, hiddenNote, number, shown } from './figures-cells';
import type { Names } from './figures-names';
import type { WholeView, YearView } from './figures-view';
import { figuresPageWords } from './figures-words';

/** Table 1: what the integrity assessment asks to publish; totals always exact. */
export function ItaTable({ view, names }: { readonly view: YearView; readonly names: Names }) {
  const lang = useLang();
  const { figures } = useWords();
  const w = figuresPageWords(lang);
  const nothing = view.ita.every(({ total }) => total === 0);
  const whose = view.agencyCode === null ? '' : ` ${names.agency(view.agencyCode)}`;
  const isNoted = view.ita.some(({ reopened }) => reopened > 0);
  const heads = Object.values(w.columns).map(number);
  const rows = view.ita.map((row): Row => {
    const numbers = [row.carriedOver, row.new, row.total, row.completed, row.inProgress];
    const kind = row.kind === 'month' ? {} : { kind: row.kind === 'year' ? ('total' as const) : ('sum' as const) };
    const note = row.reopened > 0 ? w.reopened(row.reopened) : '';
    const cells = [<PeriodName row={row} />, ...numbers.map((n) => count(lang, n))];
    return { cells: isNoted ? [...cells, note] : cells, ...kind };
  });
  const columns = [{ head: figures.month }, ...heads, ...(isNoted ? [{ head: figures.notes, short: '' }] : [])];
  const notes = [
    ...(nothing ? [figures.none] : []),
    ...(view.running ? [w.running] : []),
    w.atBeginning,
    ...(view.oNumber ? [w.itaNumber(view.oNumber)] : []),
    figures.asOf(view.asOf),
    figures.source(w.sourceDesk),
  ];
  const title = `${w.ita(view.fiscalYear)}${whose}`;
  return <Table id="ita" number={1} title={title} unit={figures.cases} columns={columns} rows={rows} notes={notes} />;
}

function PeriodName({ row }: { readonly row: PeriodRow }) {
  const lang = useLang();
  const { figures } = useWords();
  if (row.kind === 'month') return <>{month(lang, row.month)}</>;
  if (row.kind === 'quarter') return <>{figures.quarterTotal(row.quarter)}</>;
  if (row.kind === 'year') return <>{figures.wholeYear}</>;
  const [name, months] = figures.halfYear.split(' (');
  return (
    <>
      {name}
      <br />({months}
    </>
  );
}

/** Table 2. Overdue is known only while the year runs, and only to those who may see crossings. */
export function ChannelTable({ view, names }: { readonly view: WholeView; readonly names: Names }) {
  const lang = useLang();
  const { figures } = useWords();
  const { channels, overdue } = view;
  const heads = [figures.count, figures.percent, figures.completed, figures.remaining, figures.overdue];
  const line = (name: string, total: number, cells: readonly (number | null)[], late: number | null): Row => ({
    cells: [
      name,
      count(lang, total),
      percent(lang, percentOf(total, channels.total)),
      ...shown(lang, cells),
      count(lang, late),
    ],
  });
  const rows = channels.rows.map(({ code, cells, total }) =>
    line(names.channel(code), total, cells, overdue ? (overdue[code] ?? 0) : null),
  );
  const late = overdue ? Object.values(overdue).reduce((sum, n) => sum + n, 0) : null;
  const total = { ...line(figures.total, channels.total, channels.totals, late), kind: 'total' as const };
  return (
    <Table
      id="channels"
      number={2}
      title={figuresPageWords(lang).byChannel}
      unit={figures.cases}
      narrow="cards"
      columns={[{ head: figures.channel }, ...heads.map(carried)]}
      rows={rows.length === 0 ? [] : [...rows, total]}
      notes={hiddenNote(channels, lang, figures.hidden)}
    />
  );
}

/** Table 3. */
export function TypeTable({ view, names }: { readonly view: WholeView; readonly names: Names }) {
  const lang = useLang();
  const { figures } = useWords();
  const w = figuresPageWords(lang);
  const { types } = view;
  const head = (column: string): string => {
    if (types.grain === 'month') return month(lang, column);
    return types.grain === 'quarter' ? figures.quarter(Number(column)) : w.half(Number(column));
  };
  const line = (name: string, cells: readonly (number | null)[], total: number): Row => ({
    cells: [name, ...shown(lang, cells), count(lang, total)],
  });
  const rows = types.rows.map(({ code, cells, total }) => line(names.type(code), cells, total));
  const total = { ...line(figures.total, types.totals, types.total), kind: 'total' as const };
  return (
    <Table
      id="types"
      number={3}
      title={w.byTypeTitle(w.byType[types.grain])}
      unit={figures.cases}
      columns={[{ head: figures.type }, ...types.columns.map((column) => number(head(column))), number(figures.sum)]}
      rows={rows.length === 0 ? [] : [...rows, total]}
      notes={[...(types.grain === 'month' ? [] : [w.longerPeriod]), ...hiddenNote(types, lang, figures.hidden)]}
    />
  );
}

export function DistrictTable({ view, names }: { readonly view: WholeView; readonly names: Names }) {
  const lang = useLang();
  const { figures } = useWords();
  const { districts, figures: year } = view;
  const rows = districts.map(([code, n]): Row => ({
    cells: [names.district(code), count(lang, n), percent(lang, percentOf(n, year.new))],
  }));
  const total = { cells: [figures.total, count(lang, year.new), percent(lang, percentOf(year.new, year.new))] };
  return (
    <Table
      id="districts"
      title={figuresPageWords(lang).byDistrict}
      unit={figures.cases}
      columns={[{ head: figures.district }, number(figures.count), number(figures.percent)]}
      rows={rows.length === 0 ? [] : [...rows, { ...total, kind: 'total' }]}
    />
  );
}

interface YearChartProps {
  readonly view: WholeView;
  readonly names: Names;
  readonly name: YearChartName;
  readonly alt: string;
}

/** A picture of figures that stand in the table beside it, inside the page so that it costs no further request. */
export function YearChart({ view, names, name, alt }: YearChartProps) {
  return <ChartFigure svg={yearChart(name, view.figures, names)} alt={alt} />;
}
