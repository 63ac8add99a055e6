import { Checkbox, Select } from '../layout/choices';
import { DateField, Field } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { date } from '../layout/words/format';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { BODIES } from './bodies';
import type { PressingList, StageRule } from './limit-cards';
import { LimitFields } from './limit-forms';
import { limitWords } from './limit-words';
import type { ProceedingList } from './proceeding-cards';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

interface ProceedingsProps {
  readonly lang: Lang;
  readonly list: ProceedingList;
  readonly pressing: Pick<PressingList, 'total' | 'past'>;
  readonly stages: readonly StageRule[];
  readonly filled: Filled;
}

export function ProceedingsPage({ lang, list, pressing, stages, filled }: ProceedingsProps) {
  const all = proceedingWords(lang);
  const w = all.proceedings;
  const day = (value: string | null) => (value === null ? '-' : date(lang, value, 'short'));
  return (
    <>
      <Refused filled={filled} />
      <p>{w.lead}</p>
      {pressing.total > 0 ? (
        <p>
          <a href="/proceedings/limits">{limitWords(lang).pressing.link(pressing.total, pressing.past)}</a>
        </p>
      ) : null}
      <Table
        id="proceedings"
        title={w.title}
        unit={w.unit}
        narrow="cards"
        empty={w.none}
        columns={[w.one, w.opened, w.limit, w.ended, w.standing, w.counterSuit].map((head) => ({ head }))}
        rows={list.proceedings.map((one) => ({
          cells: [
            <a key={one.id} href={`/proceedings/${one.id}`}>
              {all.bodies[one.body]} {one.reference}
            </a>,
            day(one.openedOn),
            day(one.limit),
            day(one.endedOn),
            w.standings[one.standing],
            one.counterSuit ? all.yes : all.no,
          ],
        }))}
      />
      <Pagination page={list.page} pages={list.pages} hrefOf={(page) => `/proceedings?page=${page}`} />
      <EntryForm lang={lang} stages={stages} filled={filled} />
    </>
  );
}

function EntryForm({ lang, stages, filled }: Pick<ProceedingsProps, 'lang' | 'stages' | 'filled'>) {
  const { values, trouble } = filled;
  const all = proceedingWords(lang);
  const w = all.proceedings;
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(trouble?.fields, name) });
  return (
    <section>
      <h2>{w.form}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action="/proceedings">
        <Select
          {...field('body')}
          label={all.body}
          required
          options={BODIES.map((body) => ({ value: body, label: all.bodies[body] }))}
        />
        <Field {...field('reference')} label={all.reference} required look="narrow" maxLength={60} />
        <DateField {...field('openedOn')} label={w.opened} required />
        <LimitFields lang={lang} stages={stages} filled={filled} usual />
        <Field {...field('caseNumber')} label={w.case} look="narrow" maxLength={40} />
        <Checkbox {...field('counterSuit')} label={w.counterSuit} />
        <Submit label={all.save} />
      </Form>
    </section>
  );
}

export function Refused({ filled: { trouble } }: { readonly filled: Filled }) {
  if (!trouble || trouble.fields.length > 0) return null;
  return (
    <Notice tone="care">
      <p>{trouble.message}</p>
    </Notice>
  );
}
