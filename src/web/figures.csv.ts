import type { Cell } from '../documents/csv';
import type { ShownFigures } from '../statistics/own.rules';
import type { Names } from './figures-names';

/** One figure a row: table, code, name, number; codes as in the JSON, a hidden crossing empty. */
export function statisticsRows(figures: ShownFigures, names: Names): readonly (readonly Cell[])[] {
  const { fiscalYear, asOf, byAgency } = figures;
  const single = ['carriedOver', 'new', 'reopened', 'total', 'completed', 'inProgress'] as const;
  const nothing = (code: string): string => code;
  const table = (
    name: string,
    counts: Readonly<Record<string, number | null>>,
    nameOf: (code: string) => string,
  ): readonly (readonly Cell[])[] => Object.entries(counts).map(([code, n]) => [name, code, nameOf(code), n]);
  return [
    ['table', 'code', 'name', 'number'],
    ['year', 'fiscalYear', null, fiscalYear],
    ['year', 'asOf', asOf, null],
    ...single.map((name): readonly Cell[] => ['year', name, null, figures[name]]),
    ...table('byChannel', figures.byChannel, (code) => names.channel(code)),
    ...table('byType', figures.byType, (code) => names.type(code)),
    ...table('byMonth', figures.byMonth, nothing),
    ...table('byDistrict', figures.byDistrict, (code) => names.district(code)),
    ...table('byStep', figures.byStep, nothing),
    ...table('byAgency', byAgency.rows, (code) => names.agency(code)),
    ['byAgency', 'referrals', null, byAgency.referrals],
    ['byAgency', 'cases', null, byAgency.cases],
  ];
}
