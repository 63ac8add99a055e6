import { Select } from '../layout/choices';
import { Field } from '../layout/field';
import { ButtonLink, Form, Submit } from '../layout/form';
import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { digits } from '../layout/words/format';
import { CaseTable } from './case-table';
import type { Place } from './place';
import type { WorklistPage } from './worklist';
import { PAGE_SIZE } from './worklist';
import type { WorklistInput } from './worklist-input';
import { webWords } from './words';

export interface WorklistProps {
  readonly place: Place;
  readonly list: WorklistPage;
  readonly input: WorklistInput;
}

/** The worklist with its filters; every filter is in the address, so a list can be kept and sent. */
export function WorklistView({ place, list, input }: WorklistProps) {
  const w = webWords(place.lang).list;
  return (
    <>
      <Filters place={place} input={input} />
      <p>
        <Total place={place} list={list} />
      </p>
      <CaseTable id="cases" title={w.title} hideTitle place={place} rows={list.items} empty={w.none} />
      <Pager list={list} hrefOf={(page) => addressOf(STAFF_PATHS.all, { ...input, page })} />
    </>
  );
}

function Filters({ place, input }: Pick<WorklistProps, 'place' | 'input'>) {
  const { staff } = useWords();
  const w = webWords(place.lang).list;
  const steps = staff.steps.map((name, at) => ({
    value: String(at + 1),
    label: `${digits(place.lang, at + 1)} ${name}`,
  }));
  const dueOptions = [
    { value: 'true', label: w.overdue },
    { value: 'false', label: w.inTime },
  ];
  const closedOptions = [{ value: 'true', label: w.closed }];
  const { q, step, channel, agency, overdue, closed } = input;
  const filtered = [q, step, channel, agency, overdue, closed].some((value) => value !== undefined);
  return (
    <Form action={STAFF_PATHS.all} method="get" label={staff.buttons.filter}>
      <details open={filtered}>
        <summary>{w.filters}</summary>
        <div class="row">
          <Field name="q" label={staff.buttons.search} type="search" value={q} />
          <Select name="step" label={w.step} options={steps} value={step?.toString()} empty={w.any} />
          <Select name="channel" label={w.channel} options={place.channels} value={channel} empty={w.any} />
          <Select name="agency" label={w.agency} options={place.agencies} value={agency} empty={w.any} />
          <Select name="overdue" label={staff.due.by} options={dueOptions} value={overdue?.toString()} empty={w.any} />
          <Select name="closed" label={w.which} options={closedOptions} value={closed?.toString()} empty={w.open} />
          <Submit label={staff.buttons.filter} />
          {filtered ? <ButtonLink href={STAFF_PATHS.all} label={w.clear} look="quiet" /> : null}
        </div>
      </details>
    </Form>
  );
}

export function Total({ place, list }: Pick<WorklistProps, 'place' | 'list'>) {
  const w = webWords(place.lang).list;
  return <>{list.totalIsCapped ? w.moreThan(list.total) : w.total(list.total)}</>;
}

interface PagerProps {
  readonly list: WorklistPage;
  readonly hrefOf: (page: number) => string;
}

/** Of a list too long to be counted only the next page is promised. */
export function Pager({ list, hrefOf }: PagerProps) {
  const counted = Math.ceil(list.total / PAGE_SIZE);
  const pages = list.totalIsCapped ? Math.max(counted, list.page + (list.hasMore ? 1 : 0)) : counted;
  return <Pagination page={list.page} pages={pages} hrefOf={hrefOf} />;
}

export function addressOf(path: string, input: Omit<WorklistInput, 'lang'>): string {
  const given = Object.entries(input).filter(([name, value]) => name !== 'lang' && value !== undefined);
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
