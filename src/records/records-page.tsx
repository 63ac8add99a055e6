import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { date } from '../layout/words/format';
import type { PastCases } from './retention';
import { recordsWords } from './words';

interface RecordsPageProps {
  readonly past: PastCases;
  /** Of a type's code, in the language of the page. */
  readonly typeName: (code: string) => string;
}

export function RecordsPage({ past, typeName }: RecordsPageProps) {
  const lang = useLang();
  const w = recordsWords(lang);
  return (
    <>
      <Table
        id="records"
        title={w.title}
        hideTitle
        unit={w.unit}
        narrow="cards"
        empty={w.none}
        columns={[{ head: w.number }, { head: w.type }, { head: w.kind }, { head: w.closedOn }, { head: w.keptUntil }]}
        rows={past.cases.map((one) => ({
          cells: [
            <a href={`/cases/${one.number}`}>{one.number}</a>,
            typeName(one.type),
            w.kinds[one.class],
            date(lang, one.closedOn, 'short'),
            date(lang, one.keptUntil, 'short'),
          ],
        }))}
        notes={[w.basis]}
      />
      <Pagination
        page={past.page}
        pages={Math.ceil(past.total / past.pageSize)}
        hrefOf={(page) => `${STAFF_PATHS.records}?page=${page}`}
      />
    </>
  );
}
