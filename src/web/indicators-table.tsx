import type { ComponentChildren } from 'preact';
import type { IndicatorResult } from '../indicators/indicators.shapes';
import type { TypedFigureView } from '../indicators/typed-figures';
import { Definitions } from '../layout/definitions';
import { useLang, useWords } from '../layout/language';
import { Table } from '../layout/table';
import type { Row } from '../layout/table';
import { count, date, digits, percent } from '../layout/words/format';
import { sayIn } from '../platform/errors';
import type { Lang } from '../platform/http/language';
import type { Names } from './figures-names';
import { indicatorPageWords } from './indicators-words';

/** Under five a percentage is noise: the change is told as a count. */
const ENOUGH = 5;

/** Table 5, goal by goal. */
export function IndicatorTable({ results }: { readonly results: readonly IndicatorResult[] }) {
  const lang = useLang();
  const { figures } = useWords();
  const w = indicatorPageWords(lang);
  const heads = [w.unit, figures.base, figures.target, figures.result, figures.change, figures.verdict];
  const columns = [figures.indicator, ...heads, w.sourceAsOf, figures.notes].map((head) => ({ head }));
  const goals = ([2, 3] as const).filter((goal) => results.some((one) => one.goal === goal));
  return (
    <>
      {goals.map((goal, at) => (
        <Table
          key={goal}
          id={`goal-${goal}`}
          number={5}
          title={w.goals[goal]}
          narrow="cards"
          columns={columns}
          rows={results.filter((one) => one.goal === goal).map((one) => lineOf(one, lang))}
          notes={at === goals.length - 1 ? [figures.moreMayMeanTrust] : []}
        />
      ))}
    </>
  );
}

function lineOf(one: IndicatorResult, lang: Lang): Row {
  const w = indicatorPageWords(lang);
  return {
    cells: [
      `${digits(lang, one.code)} ${sayIn(lang, one.title)}`,
      sayIn(lang, one.unit),
      <Base one={one} lang={lang} />,
      <Lines of={[targetOf(one, lang), one.owner ? w.ownerOf(sayIn(lang, one.owner)) : null]} />,
      resultOf(one, lang),
      changeOf(one, lang),
      <Verdict one={one} />,
      <Lines of={[`${w.desk} ${date(lang, one.asOf, 'short')}`, one.official && officialOf(one.official, lang)]} />,
      <Lines of={[one.label ? w.proxy : null, ...one.warnings.map((warning) => w.warnings[warning])]} />,
    ],
  };
}

function Verdict({ one }: { readonly one: IndicatorResult }) {
  const { verdicts } = useWords().figures;
  return <>{verdicts[one.verdict === 'no_target' ? 'no_target_set' : one.verdict]}</>;
}

function Base({ one, lang }: { readonly one: IndicatorResult; readonly lang: Lang }) {
  const w = indicatorPageWords(lang);
  const { baseYear, baseTyped } = one;
  const letter = baseTyped?.letterNo ? letterOf(baseTyped, lang) : null;
  return <Lines of={[count(lang, one.base), baseYear === null ? null : w.baseOf(baseYear), letter]} />;
}

/** The first line stands beside its label where rows become cards. */
function Lines({ of }: { readonly of: readonly (ComponentChildren | null)[] }) {
  const [first, ...rest] = of.filter(Boolean);
  return (
    <>
      {first}
      {rest.map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </>
  );
}

function targetOf({ target, allowed }: IndicatorResult, lang: Lang): string {
  const w = indicatorPageWords(lang);
  if (target === null) return '-';
  const share = digits(lang, target.value);
  if (target.kind === 'reduction') return w.reduction(share, allowed === null ? null : count(lang, allowed));
  if (target.kind === 'promised') return w.promised(count(lang, allowed));
  return target.kind === 'at_most' ? w.atMost(share) : w.atLeast(share);
}

function resultOf({ value, numerator, denominator, code }: IndicatorResult, lang: Lang): string {
  if (value === null) return '-';
  if (denominator === undefined) return count(lang, value);
  const share = `${count(lang, numerator)}/${count(lang, denominator)}`;
  return code === '3-a' ? share : `${share} = ${percent(lang, value)}`;
}

function changeOf(one: IndicatorResult, lang: Lang): string {
  const w = indicatorPageWords(lang);
  const { change, changeCount, warnings } = one;
  if (changeCount === null) return '-';
  if (changeCount === 0) return lang === 'en' ? 'unchanged' : 'คงเดิม';
  const size = Math.abs(changeCount);
  const noisy = change === null || warnings.includes('under_five') || (one.base !== null && one.base < ENOUGH);
  if (noisy) return (changeCount > 0 ? w.fellBy : w.roseBy)(count(lang, size), sayIn(lang, one.unit));
  const share = percent(lang, Math.abs(change) * 100);
  return changeCount > 0 ? w.reduction(share, null) : lang === 'en' ? `up ${share} %` : `เพิ่มขึ้นร้อยละ ${share}`;
}

function officialOf(figure: TypedFigureView, lang: Lang): string {
  const w = indicatorPageWords(lang);
  const letter = figure.letterNo ? ` ${letterOf(figure, lang)}` : '';
  return `${w.official(digits(lang, figure.value))} ${w.sources[figure.source]}${letter}`;
}

const letterOf = (figure: TypedFigureView, lang: Lang): string =>
  indicatorPageWords(lang).letter(
    figure.letterNo ?? '',
    figure.letterDate === null ? null : date(lang, figure.letterDate, 'short'),
  );

/** Beside each change: why. The parts add up to it. */
export function WhyChangedList({ results }: { readonly results: readonly IndicatorResult[] }) {
  const lang = useLang();
  const w = indicatorPageWords(lang);
  const told = results.filter(({ whyChanged }) => whyChanged !== null);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title">{w.why}</h2>
      {told.map((one) => (
        <section key={one.code} aria-labelledby={`why-${one.code.replace('.', '-')}`}>
          <h3 id={`why-${one.code.replace('.', '-')}`}>
            {digits(lang, one.code)} {sayIn(lang, one.title)}
          </h3>
          <Definitions
            items={[
              ...Object.entries(one.whyChanged ?? {}).map(([part, n]) => ({
                term: w.whyParts[part as keyof typeof w.whyParts],
                value: signed(lang, n as number),
              })),
              { term: w.whySum, value: signed(lang, one.changeCount ?? 0) },
            ]}
          />
        </section>
      ))}
    </section>
  );
}

const signed = (lang: Lang, n: number): string => `${n > 0 ? '+' : n < 0 ? '−' : ''}${count(lang, Math.abs(n))}`;

/** 2.2.1, 2.2.2, 2.2-c and 3-b by agency, in the order of the directory. */
export function PerAgencyTables({
  results,
  names,
}: {
  readonly results: readonly IndicatorResult[];
  readonly names: Names;
}) {
  const lang = useLang();
  const { figures } = useWords();
  const w = indicatorPageWords(lang);
  const tables = results.filter(({ perAgency }) => perAgency && perAgency.length > 0);
  return (
    <>
      {tables.map((one) => {
        const promised = one.perAgency?.some((row) => row.promised !== undefined) ?? false;
        const rows = (one.perAgency ?? []).map((row) => ({
          cells: [
            names.agency(row.agencyCode),
            count(lang, row.value),
            ...(promised
              ? [count(lang, row.promised), row.verdict ? figures.verdicts[verdictKey(row.verdict)] : '-']
              : []),
          ],
        }));
        const numbers = [figures.count, ...(promised ? [w.promisedColumn] : [])];
        return (
          <Table
            key={one.code}
            id={`agencies-${one.code.replace('.', '-').replace('.', '-')}`}
            title={w.perAgency(one.code, sayIn(lang, one.title))}
            unit={sayIn(lang, one.unit)}
            columns={[
              { head: figures.agency },
              ...numbers.map((head) => ({ head, align: 'number' as const })),
              ...(promised ? [{ head: figures.verdict }] : []),
            ]}
            rows={rows}
          />
        );
      })}
    </>
  );
}

const verdictKey = (verdict: IndicatorResult['verdict']) => (verdict === 'no_target' ? 'no_target_set' : verdict);
