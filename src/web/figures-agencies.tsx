import { percentOf } from '../indicators/indicators.rules';
import { useLang, useWords } from '../layout/language';
import { Table } from '../layout/table';
import type { Row } from '../layout/table';
import { count, digits, percent } from '../layout/words/format';
import { carried, hiddenNote, shown } from './figures-cells';
import type { Cells } from './figures-cells';
import type { Names } from './figures-names';
import { ANSWERS } from './figures-view';
import type { YearView } from './figures-view';
import { figuresPageWords } from './figures-words';

/** Table 4: agencies in the order of the directory, never ranked. Columns that are zero for all are left out. */
export function AgencyTable({ view, names }: { readonly view: YearView; readonly names: Names }) {
  const lang = useLang();
  const { figures } = useWords();
  const w = figuresPageWords(lang);
  const { agencies, referred } = view;
  if (!agencies) return null;
  const shownAt = ANSWERS.flatMap((answer, at) => (ALWAYS.has(answer) || (agencies.totals[at] ?? 0) > 0 ? [at] : []));
  const heads = [w.received, ...shownAt.map((at) => w[ANSWERS[at] ?? 'waiting']), w.percentInTime];
  const line = (name: string, total: number, cells: Cells): Row => ({
    cells: [
      name,
      count(lang, total),
      ...shown(
        lang,
        shownAt.map((at) => cells[at] ?? null),
      ),
      percent(lang, inTime(cells)),
    ],
  });
  const rows = agencies.rows.map(({ code, cells, total }, at) =>
    line(`${digits(lang, at + 1)} ${names.agency(code)}`, total, cells),
  );
  const total = { ...line(figures.total, agencies.total, agencies.totals), kind: 'total' as const };
  return (
    <Table
      id="agencies"
      number={4}
      title={`${w.agencies} ${figures.fiscalYear(view.fiscalYear)}`}
      unit={figures.cases}
      narrow="cards"
      columns={[{ head: figures.agency }, ...heads.map(carried)]}
      rows={rows.length === 0 ? [] : [...rows, total]}
      empty={w.noReferrals}
      notes={[
        ...(referred ? [w.referralsOf(referred.referrals, referred.cases)] : []),
        w.percentBasis,
        ...hiddenNote(agencies, lang, figures.hidden),
      ]}
    />
  );
}

const ALWAYS: ReadonlySet<string> = new Set(['inTime', 'late', 'waiting', 'overdue']);

/** Of those that were answered or should have been; null when a part is hidden. */
function inTime([onTime, late, undated, , overdue]: Cells): number | null {
  const parts = [onTime, late, undated, overdue];
  if (parts.some((part) => part === null || part === undefined)) return null;
  return percentOf(
    onTime ?? 0,
    parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
  );
}
