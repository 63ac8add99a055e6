import { FALLING } from '../indicators/measuring';
import type { IndicatorResult } from '../indicators/indicators.shapes';
import { FIGURE_SOURCES } from '../indicators/typed-figure.rules';
import { Radios, Select } from '../layout/choices';
import { DateField, Field } from '../layout/field';
import { Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { digits } from '../layout/words/format';
import type { FieldError } from '../platform/errors';
import { sayIn } from '../platform/errors';
import type { Names } from './figures-names';
import { figuresPageWords } from './figures-words';
import { IndicatorTable, PerAgencyTables, WhyChangedList } from './indicators-table';
import { indicatorPageWords } from './indicators-words';

export const TYPING_PATH = '/indicators/figures';

export interface IndicatorsProps {
  readonly fiscalYear: number;
  readonly years: readonly number[];
  readonly results: readonly IndicatorResult[];
  readonly names: Names;
  /** null: this reader types nothing. */
  readonly typing: TypingProps | null;
}

export interface TypingProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export function IndicatorsContent({ fiscalYear, years, results, names, typing }: IndicatorsProps) {
  return (
    <>
      {typing ? <ErrorSummary errors={typing.errors} /> : null}
      <YearChooser fiscalYear={fiscalYear} years={years} />
      <IndicatorTable results={results} />
      <WhyChangedList results={results} />
      <PerAgencyTables results={results} names={names} />
      {typing ? <TypingForm {...typing} results={results} /> : null}
      <p>
        {figuresPageWords(useLang()).data} <a href={`/api/v1/indicators?fiscalYear=${fiscalYear}`}>JSON</a> ·{' '}
        <a href={`/api/v1/indicators.csv?fiscalYear=${fiscalYear}`}>CSV</a>
      </p>
    </>
  );
}

function YearChooser({ fiscalYear, years }: Pick<IndicatorsProps, 'fiscalYear' | 'years'>) {
  const lang = useLang();
  const w = figuresPageWords(lang);
  const all = [...new Set([...years, fiscalYear])].sort((one, other) => other - one);
  return (
    <Form action="/indicators" method="get" look="row" label={w.show}>
      <Select
        name="fiscalYear"
        label={w.year}
        value={String(fiscalYear)}
        options={all.map((year) => ({ value: String(year), label: digits(lang, year) }))}
      />
      <Submit label={w.show} look="quiet" />
    </Form>
  );
}

/** The plan officer types bases and official figures; works without script. */
function TypingForm({ values, errors, results }: TypingProps & Pick<IndicatorsProps, 'results'>) {
  const lang = useLang();
  const { field, staff } = useWords();
  const w = indicatorPageWords(lang);
  const part = (name: string) => ({ name, value: values[name], error: errorOf(errors, name) });
  const falling: readonly string[] = FALLING;
  return (
    <section aria-labelledby="typing-title">
      <h2 id="typing-title">{w.typing}</h2>
      <p>{w.typingHint}</p>
      <Form action={TYPING_PATH}>
        <Radios
          {...part('kind')}
          value={values.kind ?? 'base'}
          label={w.kind}
          options={[
            { value: 'base', label: `${w.kinds.base} (${falling.map((code) => digits(lang, code)).join(' ')})` },
            { value: 'official', label: w.kinds.official },
          ]}
        />
        <Select
          {...part('code')}
          label={useWords().figures.indicator}
          required
          options={results.map(({ code, title }) => ({
            value: code,
            label: `${digits(lang, code)} ${sayIn(lang, title)}`,
          }))}
        />
        <Field {...part('year')} label={w.year} look="narrow" inputMode="numeric" required />
        <Field {...part('value')} label={w.value} look="narrow" inputMode="text" required />
        <Select
          {...part('source')}
          label={`${w.source} (${field.optional})`}
          options={FIGURE_SOURCES.map((source) => ({ value: source, label: w.sources[source] }))}
        />
        <Field {...part('letterNo')} label={`${w.letterNo} (${field.optional})`} maxLength={40} />
        <DateField {...part('letterDate')} label={`${w.letterDate} (${field.optional})`} />
        <Buttons>
          <Submit label={staff.buttons.save} />
        </Buttons>
      </Form>
    </section>
  );
}
