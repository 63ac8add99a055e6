import type { Cell } from '../documents/csv';
import type { ToldIndicator } from './telling';

const HEAD = [
  'code',
  'title',
  'agency',
  'unit',
  'fiscalYear',
  'asOf',
  'baseYear',
  'base',
  'targetKind',
  'target',
  'allowed',
  'value',
  'numerator',
  'denominator',
  'changePercent',
  'changeCount',
  'verdict',
  'warnings',
  'owner',
  'official',
  'officialLetter',
  'officialDate',
  'label',
  'source',
];

/** One row an indicator and, under it, one row for each agency it is told for; codes as in the JSON. */
export const indicatorRows = (indicators: readonly ToldIndicator[]): readonly (readonly Cell[])[] => [
  HEAD,
  ...indicators.flatMap((one) => [wholeRow(one), ...(one.perAgency ?? []).map((row) => agencyRow(one, row))]),
];

const wholeRow = (one: ToldIndicator): readonly Cell[] => [
  one.code,
  one.title,
  null,
  one.unit,
  one.fiscalYear,
  one.asOf,
  one.baseYear,
  one.base,
  one.target?.kind ?? null,
  one.target?.kind === 'promised' ? null : (one.target?.value ?? null),
  one.allowed,
  one.value,
  one.numerator ?? null,
  one.denominator ?? null,
  one.change === null ? null : Math.round(one.change * 10_000) / 100,
  one.changeCount,
  one.verdict,
  one.warnings.join(' '),
  one.owner,
  one.official?.value ?? null,
  one.official?.letterNo ?? null,
  one.official?.letterDate ?? null,
  one.label,
  one.source,
];

function agencyRow(one: ToldIndicator, row: NonNullable<ToldIndicator['perAgency']>[number]): readonly Cell[] {
  const cells: Cell[] = HEAD.map(() => null);
  const put = (name: string, value: Cell): void => void (cells[HEAD.indexOf(name)] = value);
  put('code', one.code);
  put('title', one.title);
  put('agency', row.agencyCode ?? 'unstated');
  put('unit', one.unit);
  put('fiscalYear', one.fiscalYear);
  put('asOf', one.asOf);
  put('allowed', row.promised ?? null);
  put('value', row.value);
  put('verdict', row.verdict ?? null);
  return cells;
}
