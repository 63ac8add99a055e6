import { Table } from '../layout/table';
import { count, date } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import type { Figures } from './figures.rules';
import { reportWords } from './words';

interface FiguresProps {
  readonly lang: Lang;
  readonly figures: Figures;
  /** Tells the tables of several versions on one page apart. */
  readonly version: number;
}

/** A case in numbers, as they were frozen. */
export function FiguresTable({ lang, figures, version }: FiguresProps) {
  const w = reportWords(lang);
  const { staff } = words(lang);
  return (
    <>
      <Table
        id={`figures-${version}`}
        title={w.figures}
        columns={[{ head: w.figure }, { head: w.value, align: 'number' }]}
        rows={rowsOf(lang, figures).map(([name, value]) => ({ cells: [w.rows[name], value] }))}
        narrow="cards"
      />
      <Table
        id={`clocks-${version}`}
        title={w.clocks}
        columns={[{ head: w.clock }, { head: w.due }, { head: w.standing }]}
        rows={figures.clocks.map(({ clock, dueOn, standing }) => ({
          cells: [staff.clocks[clock], date(lang, dueOn, 'short'), w.standings[standing]],
        }))}
        narrow="cards"
      />
    </>
  );
}

type RowName = keyof ReturnType<typeof reportWords>['rows'];

function rowsOf(lang: Lang, figures: Figures): readonly (readonly [RowName, string])[] {
  const day = (value: string | null): string => (value === null ? '-' : date(lang, value, 'short'));
  const { dates, referrals, finding } = figures;
  return [
    ['receivedOn', day(figures.receivedOn)],
    ['sorted', day(dates.sorted)],
    ['referred', day(dates.referred)],
    ['verifying', day(dates.verifying)],
    ['verified', day(dates.verified)],
    ['finding', finding === null ? '-' : words(lang).staff.findings[finding]],
    ['days', count(lang, figures.days)],
    ['sent', count(lang, referrals.sent)],
    ['inTime', count(lang, referrals.inTime)],
    ['late', count(lang, referrals.late)],
    ['notOurs', count(lang, referrals.notOurs)],
    ['visits', count(lang, figures.visits)],
    ['words', count(lang, figures.words)],
    ['reopened', count(lang, figures.reopened)],
  ];
}
