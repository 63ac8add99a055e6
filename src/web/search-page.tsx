import { Field, Hidden } from '../layout/field';
import { Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import type { FormTrouble } from '../platform/http/form';
import { CaseTable } from './case-table';
import type { Place } from './place';
import type { FoundInTexts, SearchAnswer } from './search-desk';
import type { WorklistPage } from './worklist';
import { Total } from './worklist-page';
import { webWords } from './words';

interface SearchProps {
  readonly place: Place;
  readonly q: string;
  /** null before anything was asked. */
  readonly answer: SearchAnswer | null;
  /** Cases whose texts are not yet searchable; null for whom texts are not sealed. */
  readonly waiting: number | null;
  readonly trouble?: FormTrouble | undefined;
}

/** One box over numbers, register data and the texts that this officer may read. */
export function SearchPage({ place, q, answer, waiting, trouble }: SearchProps) {
  const { staff } = useWords();
  const w = webWords(place.lang).search;
  return (
    <>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={STAFF_PATHS.search} label={staff.buttons.search}>
        <Field
          name="q"
          label={w.label}
          hint={waiting === null ? w.hintNumbers : w.hint}
          error={errorOf(trouble?.fields, 'q')}
          type="search"
          value={q}
          maxLength={200}
        />
        <Submit label={staff.buttons.search} />
      </Form>
      {waiting ? (
        <Notice>
          <p>{w.waiting(waiting)}</p>
        </Notice>
      ) : null}
      {answer?.byWords ? <InTexts place={place} found={answer.byWords} /> : null}
      {answer ? <ByNumber place={place} list={answer.byNumber} q={q} /> : null}
    </>
  );
}

function InTexts({ place, found }: { readonly place: Place; readonly found: FoundInTexts }) {
  const { list, search: w } = webWords(place.lang);
  if (found.isTooShort) return <p role="status">{w.tooShort}</p>;
  return (
    <>
      <h2>{w.inTexts}</h2>
      <p role="status">{found.hasMore ? w.narrower(found.items.length) : list.total(found.items.length)}</p>
      <CaseTable id="in-texts" title={w.inTexts} hideTitle place={place} rows={found.items} empty={w.noneInTexts} />
    </>
  );
}

function ByNumber({ place, list, q }: { readonly place: Place; readonly list: WorklistPage; readonly q: string }) {
  const w = webWords(place.lang).search;
  return (
    <>
      <h2>{w.found}</h2>
      <p>
        <Total place={place} list={list} />
      </p>
      <CaseTable id="found" title={w.found} hideTitle place={place} rows={list.items} empty={w.none} />
      <Buttons>
        {list.page > 1 ? <Turn q={q} page={list.page - 1} isBack /> : null}
        {list.hasMore ? <Turn q={q} page={list.page + 1} /> : null}
      </Buttons>
    </>
  );
}

/** Another page of the same question; a form, for a link would carry the words in its address. */
function Turn({ q, page, isBack }: { readonly q: string; readonly page: number; readonly isBack?: boolean }) {
  const { page: word } = useWords().staff;
  return (
    <Form action={STAFF_PATHS.search} label={isBack ? word.previous : word.next}>
      <Hidden name="q" value={q} />
      <Hidden name="page" value={String(page)} />
      <Submit label={isBack ? word.previous : word.next} look="quiet" />
    </Form>
  );
}
