import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { date, dateTime } from '../layout/words/format';
import type { NoticesView, OwnNotice } from './own-notices';
import type { Place } from './place';
import { webWords } from './words';

interface NoticesProps {
  readonly place: Place;
  readonly view: NoticesView;
}

/** What this officer was told, each with its case. */
export function NoticesPage({ place, view }: NoticesProps) {
  const { staff } = useWords();
  const w = webWords(place.lang);
  return (
    <>
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
            <What place={place} notice={one} />,
            <a href={`/cases/${one.number}`}>{place.number(one.number)}</a>,
            place.type(one.type),
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

/** Reminders of the ladder have the profile's own codes: they are told by their clock. */
function What({ place, notice: { kind, clock } }: { readonly place: Place; readonly notice: OwnNotice }) {
  const { clocks } = useWords().staff;
  const { kinds, reminder } = webWords(place.lang).notices;
  return <>{kinds[kind] ?? (clock ? reminder(clocks[clock]) : kind)}</>;
}
