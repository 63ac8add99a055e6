import { Field } from '../layout/field';
import { Form, Submit } from '../layout/form';
import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { CaseTable } from './case-table';
import type { Place } from './place';
import type { WorklistPage } from './worklist';
import { addressOf, Pager, Total } from './worklist-page';
import { webWords } from './words';

interface SearchProps {
  readonly place: Place;
  /** null before anything was asked. */
  readonly list: WorklistPage | null;
  readonly q: string;
}

/** One box over numbers and metadata; texts of cases are sealed and not searched. */
export function SearchPage({ place, list, q }: SearchProps) {
  const { staff } = useWords();
  const w = webWords(place.lang);
  return (
    <>
      <Form action={STAFF_PATHS.search} method="get" label={staff.buttons.search}>
        <Field name="q" label={w.search.label} hint={w.search.hint} type="search" value={q} />
        <Submit label={staff.buttons.search} />
      </Form>
      {list ? (
        <>
          <h2>{w.search.found}</h2>
          <p role="status">
            <Total place={place} list={list} />
          </p>
          <CaseTable
            id="found"
            title={w.search.found}
            hideTitle
            place={place}
            rows={list.items}
            empty={w.search.none}
          />
          <Pager list={list} hrefOf={(page) => addressOf(STAFF_PATHS.search, { q, page })} />
        </>
      ) : null}
    </>
  );
}
