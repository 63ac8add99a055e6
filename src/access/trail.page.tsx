import type { AuditRow } from '../audit/audit-row.entity';
import type { TrailPage } from '../audit/trail';
import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { dateTime } from '../layout/words/format';
import { accessWords } from './words';

export interface TrailTableProps {
  readonly trail: TrailPage;
  /** Of an officer's id. */
  readonly names: ReadonlyMap<string, string>;
}

export function TrailTable({ trail, names }: TrailTableProps) {
  const lang = useLang();
  const { trail: w } = accessWords(lang);
  const who = ({ actorKind, actorId }: AuditRow): string =>
    (actorId && (names.get(actorId) ?? short(actorId))) || actorKind;
  return (
    <>
      <Table
        id="audit"
        title={w.title}
        hideTitle
        unit={w.unit}
        narrow="cards"
        empty={w.none}
        columns={[
          { head: w.no, align: 'number' },
          { head: w.at },
          { head: w.actor },
          { head: w.act },
          { head: w.subject },
          { head: w.data },
        ]}
        rows={trail.rows.map((row) => ({
          cells: [
            row.no,
            dateTime(lang, row.at, 'short').replaceAll(' ', '\u00a0'),
            who(row),
            <code>{row.act}</code>,
            subjectOf(row, names),
            detailsOf(row) ? <code>{detailsOf(row)}</code> : '–',
          ],
        }))}
      />
      <Pagination
        page={trail.page}
        pages={Math.ceil(trail.total / trail.pageSize)}
        hrefOf={(page) => `${STAFF_PATHS.audit}?page=${page}`}
      />
    </>
  );
}

function subjectOf({ subjectKind, subjectId }: AuditRow, names: ReadonlyMap<string, string>) {
  if (subjectId === null) return <code>{subjectKind}</code>;
  return names.get(subjectId) ?? <code>{`${subjectKind} ${short(subjectId)}`}</code>;
}

const detailsOf = ({ data }: AuditRow): string =>
  Object.entries(data)
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' ');

/** A MAC fills a line and tells no more than its beginning; the interface answers it whole. */
const short = (id: string): string => (id.length > 26 ? `${id.slice(0, 12)}…` : id);
