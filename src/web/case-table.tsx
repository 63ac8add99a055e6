import { Due } from '../layout/clock';
import { useWords } from '../layout/language';
import { Table } from '../layout/table';
import { Chip } from '../layout/text';
import { count, date } from '../layout/words/format';
import type { CaseRow } from './case-rows';
import type { Place } from './place';
import { webWords } from './words';

export interface CaseTableProps {
  readonly id: string;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly place: Place;
  readonly rows: readonly CaseRow[];
  readonly empty: string;
}

/** Cases as a table, on a telephone as cards. */
export function CaseTable({ id, title, hideTitle = false, place, rows, empty }: CaseTableProps) {
  const { staff } = useWords();
  const { lang } = place;
  const w = webWords(lang).list;
  return (
    <Table
      id={id}
      title={title}
      hideTitle={hideTitle}
      narrow="cards"
      empty={empty}
      columns={[
        { head: staff.terms.number },
        { head: staff.due.by },
        { head: staff.terms.status },
        { head: w.type },
        { head: w.agency },
        { head: w.district },
        { head: staff.terms.received },
        { head: w.assignee },
        { head: w.referrals, align: 'number' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <NumberCell row={row} place={place} />,
          <DueCell row={row} now={place.now} />,
          staff.statuses[row.status],
          place.type(row.type),
          row.agencyCode === null ? null : place.agency(row.agencyCode),
          place.district(row.district),
          `${date(lang, row.receivedAt, 'short')} · ${place.channel(row.channel)}`,
          row.assignee?.name ?? null,
          count(lang, row.referrals),
        ],
      }))}
    />
  );
}

function NumberCell({ row, place }: { readonly row: CaseRow; readonly place: Place }) {
  const { marks } = useWords().staff;
  return (
    <>
      <a href={`/cases/${row.number}`}>{place.number(row.number)}</a>
      {row.urgent ? (
        <>
          {' '}
          <Chip label={webWords(place.lang).list.urgent} />
        </>
      ) : null}
      {row.imported ? <small> {marks.imported}</small> : null}
    </>
  );
}

function DueCell({ row, now }: { readonly row: CaseRow; readonly now: string }) {
  const { clocks } = useWords().staff;
  return (
    <>
      <Due due={row.nextDueAt} now={now} near={row.near} />
      {row.clock ? (
        <>
          <br />
          <small>{clocks[row.clock]}</small>
        </>
      ) : null}
    </>
  );
}
