import type { UndeliveredNotice } from '../notices/undelivered';
import { noticeSays } from '../notices/words';
import { Hidden } from '../layout/field';
import { Form, Submit } from '../layout/form';
import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { count, date, dateTime } from '../layout/words/format';
import type { NoticesView } from './own-notices';
import type { Place } from './place';
import { proceedingWords } from '../proceedings/words';
import { webWords } from './words';

interface NoticesProps {
  readonly place: Place;
  readonly view: NoticesView;
  /** Null: not hers to send again. */
  readonly undelivered: readonly UndeliveredNotice[] | null;
}

/** What this officer was told, each with its case. */
export function NoticesPage({ place, view, undelivered }: NoticesProps) {
  const { staff } = useWords();
  const w = webWords(place.lang);
  return (
    <>
      {undelivered && undelivered.length > 0 ? <NotDelivered place={place} notices={undelivered} /> : null}
      <Table
        id="notices"
        title={staff.menu.notices}
        hideTitle
        narrow="cards"
        empty={w.notices.none}
        columns={[
          { head: w.notices.at },
          { head: w.notices.what },
          { head: staff.terms.number },
          { head: w.list.type },
          { head: staff.due.by },
        ]}
        rows={view.items.map((one) => ({
          cells: [
            dateTime(place.lang, one.at, 'short'),
            noticeSays(place.lang, one.kind, one.clock),
            <About place={place} number={one.number} proceedingId={one.proceedingId} />,
            one.type === null ? '-' : place.type(one.type),
            one.dueAt && date(place.lang, one.dueAt, 'short'),
          ],
        }))}
      />
      <Pagination
        page={view.page}
        pages={view.page + (view.hasMore ? 1 : 0)}
        hrefOf={(page) => `${STAFF_PATHS.notices}?page=${page}`}
      />
    </>
  );
}

interface NotDeliveredProps {
  readonly place: Place;
  readonly notices: readonly UndeliveredNotice[];
}

/** What the post has given up; above what she was told herself, for somebody may be waiting in vain. */
function NotDelivered({ place, notices }: NotDeliveredProps) {
  const { staff } = useWords();
  const w = webWords(place.lang).notices;
  return (
    <>
      <h2>{w.undelivered}</h2>
      <p>{w.undeliveredLead}</p>
      <Table
        id="undelivered"
        title={w.undelivered}
        hideTitle
        narrow="cards"
        columns={[
          { head: w.at },
          { head: w.what },
          { head: staff.terms.number },
          { head: w.to },
          { head: w.attempts },
          { head: w.error },
          { head: w.again },
        ]}
        rows={notices.map((one) => ({
          cells: [
            dateTime(place.lang, one.at, 'short'),
            noticeSays(place.lang, one.kind, one.clock),
            <About place={place} number={one.number} proceedingId={one.proceedingId} />,
            one.to,
            count(place.lang, one.attempts),
            one.error,
            <Again id={one.id} label={w.again} />,
          ],
        }))}
      />
      {notices.length > 1 ? <Again id="" label={w.allAgain} /> : null}
      <h2>{staff.menu.notices}</h2>
    </>
  );
}

interface AboutProps {
  readonly place: Place;
  readonly number: string | null;
  readonly proceedingId: string | null;
}

/** The case, or the proceeding of another body where there is none. */
function About({ place, number, proceedingId }: AboutProps) {
  if (number !== null) return <a href={`/cases/${number}`}>{place.number(number)}</a>;
  return <a href={`/proceedings/${proceedingId ?? ''}`}>{proceedingWords(place.lang).proceedings.one}</a>;
}

function Again({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <Form action={`${STAFF_PATHS.notices}/attempts`} label={label}>
      <Hidden name="id" value={id} />
      <Submit label={label} look="quiet" />
    </Form>
  );
}
