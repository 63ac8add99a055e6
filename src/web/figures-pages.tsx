import { Definitions } from '../layout/definitions';
import { Select } from '../layout/choices';
import { Hidden } from '../layout/field';
import { Form, Submit } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { count, digits } from '../layout/words/format';
import { AgencyTable } from './figures-agencies';
import { ChannelTable, DistrictTable, ItaTable, TypeTable, YearChart } from './figures-tables';
import type { Names } from './figures-names';
import type { WholeView, YearView } from './figures-view';
import { figuresPageWords } from './figures-words';

export interface StatisticsProps {
  readonly view: YearView;
  readonly names: Names;
  /** Where the chooser leads: the public page or the one inside. */
  readonly path: string;
  /** Agencies to choose from; empty: none here. */
  readonly agencies: readonly { readonly code: string }[];
  /** Public pages are small: table 4 and the agencies stand on a page of their own. */
  readonly agenciesPath?: string;
}

/** Everything about one year: all complaints, the ITA table, channels, types, districts, agencies. */
export function StatisticsContent(props: StatisticsProps) {
  const { view, names } = props;
  const w = figuresPageWords(useLang());
  return (
    <>
      <Chooser {...props} />
      {view.whole ? <Whole view={view.whole} /> : null}
      <ItaTable view={view} names={names} />
      {view.whole ? (
        <>
          <ChannelTable view={view.whole} names={names} />
          <YearChart view={view.whole} names={names} name="by-channel" alt={w.byChannel} />
          <TypeTable view={view.whole} names={names} />
          <YearChart view={view.whole} names={names} name="by-month" alt={w.byMonth} />
          <DistrictTable view={view.whole} names={names} />
        </>
      ) : null}
      {props.agenciesPath ? (
        <p>
          <a href={`${props.agenciesPath}?fiscalYear=${view.fiscalYear}`}>{w.byAgencyPage}</a>
        </p>
      ) : (
        <AgencyTable view={view} names={names} />
      )}
      <ForMachines view={view} />
    </>
  );
}

/** Table 4, and for every agency the way to its own table of the integrity assessment. */
export function AgenciesContent(props: StatisticsProps & { readonly openPath: string }) {
  const { view, names, agencies, openPath } = props;
  const w = figuresPageWords(useLang());
  return (
    <>
      <Chooser {...props} agencies={[]} />
      <AgencyTable view={view} names={names} />
      <h2>{w.itaByAgency}</h2>
      <ul>
        {agencies.map(({ code }) => (
          <li key={code}>
            <a href={`${openPath}?fiscalYear=${view.fiscalYear}&agency=${code}`}>{names.agency(code)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Chooser({ view, names, path, agencies }: StatisticsProps) {
  const lang = useLang();
  const w = figuresPageWords(lang);
  const years = [...new Set([...view.years, view.fiscalYear])].sort((one, other) => other - one);
  return (
    <Form action={path} method="get" look="row" label={w.show}>
      <Select
        name="fiscalYear"
        label={w.year}
        value={String(view.fiscalYear)}
        options={years.map((year) => ({ value: String(year), label: digits(lang, year) }))}
      />
      {agencies.length > 0 ? (
        <Select
          name="agency"
          label={w.agency}
          empty={w.wholeProvince}
          value={view.agencyCode}
          options={agencies.map(({ code }) => ({ value: code, label: names.agency(code) }))}
        />
      ) : view.agencyCode ? (
        <Hidden name="agency" value={view.agencyCode} />
      ) : null}
      <Submit label={w.show} look="quiet" />
    </Form>
  );
}

function Whole({ view: { figures: year } }: { readonly view: WholeView }) {
  const lang = useLang();
  const { figures } = useWords();
  const w = figuresPageWords(lang);
  const opened = `${count(lang, year.new)}${year.reopened > 0 ? ` (${w.reopened(year.reopened)})` : ''}`;
  return (
    <section aria-labelledby="whole-title">
      <h2 id="whole-title">{w.whole}</h2>
      <Definitions
        items={[
          { term: figures.carriedOver, value: count(lang, year.carriedOver) },
          { term: figures.new, value: opened },
          { term: figures.sum, value: count(lang, year.total) },
          { term: figures.completed, value: count(lang, year.completed) },
          { term: figures.inProgress, value: count(lang, year.inProgress) },
        ]}
      />
    </section>
  );
}

function ForMachines({ view }: { readonly view: YearView }) {
  const w = figuresPageWords(useLang());
  if (!view.whole) return null;
  const query = `?fiscalYear=${view.fiscalYear}`;
  return (
    <p>
      {w.data} <a href={`/api/v1/statistics${query}`}>JSON</a> · <a href={`/api/v1/statistics.csv${query}`}>CSV</a>
    </p>
  );
}
