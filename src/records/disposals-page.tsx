import { Definitions } from '../layout/definitions';
import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { date, dateTime } from '../layout/words/format';
import type { Certificates } from './certificates';
import type { DisposedCase } from './disposal.errors';
import { recordsWords } from './words';

export const DISPOSALS_PATH = `${STAFF_PATHS.records}/disposals`;

export function DisposalsPage({ list }: { readonly list: Certificates }) {
  const lang = useLang();
  const w = recordsWords(lang);
  return (
    <>
      <p>
        <a href={STAFF_PATHS.records}>‹ {w.backToList}</a>
      </p>
      <Table
        id="disposals"
        title={w.disposals}
        hideTitle
        unit={w.unit}
        narrow="cards"
        empty={w.noDisposals}
        columns={[
          { head: w.number },
          { head: w.disposed.rule },
          { head: w.keptUntil },
          { head: w.disposedOn },
          { head: w.proposedBy },
          { head: w.grantedBy },
          { head: w.state },
        ]}
        rows={list.certificates.map((one) => ({
          cells: [
            one.number,
            w.rule(one),
            date(lang, one.keptUntil, 'short'),
            date(lang, one.disposedAt, 'short'),
            one.proposedBy ?? '-',
            one.grantedBy ?? '-',
            one.clearedAt === null ? w.notCleared : w.cleared,
          ],
        }))}
      />
      <Pagination
        page={list.page}
        pages={Math.ceil(list.total / list.pageSize)}
        hrefOf={(page) => `${DISPOSALS_PATH}?page=${page}`}
      />
      {list.total > 0 ? (
        <Notice tone="care" title={w.backups}>
          <p>{w.backupsWhy}</p>
          {list.backups.length === 0 ? <p>{w.noBackups}</p> : null}
          <ul>
            {list.backups.map((at) => (
              <li key={at}>{dateTime(lang, at, 'short')}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

/** What is said in the place of a case that was disposed of; nothing else of it is left. */
export function DisposedPage({ disposed }: { readonly disposed: DisposedCase }) {
  const lang = useLang();
  const w = recordsWords(lang);
  return (
    <Definitions
      items={[
        { term: w.disposed.on, value: date(lang, disposed.disposedAt) },
        { term: w.disposed.rule, value: w.rule(disposed) },
      ]}
    />
  );
}
