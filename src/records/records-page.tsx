import type { Province } from '../agencies/agencies';
import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Pagination } from '../layout/pagination';
import { Table } from '../layout/table';
import { Chip } from '../layout/text';
import { date } from '../layout/words/format';
import { DISPOSALS_PATH } from './disposals-page';
import type { PastCase, PastCases } from './retention';
import { recordsWords } from './words';

interface RecordsPageProps {
  readonly past: PastCases;
  readonly province: Province;
  /** Of a type's code, in the language of the page. */
  readonly typeName: (code: string) => string;
}

export function RecordsPage({ past, province, typeName }: RecordsPageProps) {
  const lang = useLang();
  const w = recordsWords(lang);
  return (
    <>
      <p>
        <a href={DISPOSALS_PATH}>{w.disposals}</a>
      </p>
      <Table
        id="records"
        title={w.title}
        hideTitle
        unit={w.unit}
        narrow="cards"
        empty={w.none}
        columns={[{ head: w.number }, { head: w.type }, { head: w.why }, { head: w.keptUntil }, { head: w.state }]}
        rows={past.cases.map((one) => ({
          cells: [
            <a href={`/cases/${one.number}/records`}>{one.number}</a>,
            typeName(one.type),
            <Why past={one} />,
            date(lang, one.keptUntil, 'short'),
            <State past={one} />,
          ],
        }))}
        notes={province.profile.retention.map((rule) =>
          w.basis(w.rule({ ...rule, class: rule.code }), lang === 'en' ? rule.source : rule.sourceTh),
        )}
      />
      <Pagination
        page={past.page}
        pages={Math.ceil(past.total / past.pageSize)}
        hrefOf={(page) => `${STAFF_PATHS.records}?page=${page}`}
      />
    </>
  );
}

function Why({ past }: { readonly past: PastCase }) {
  const lang = useLang();
  const w = recordsWords(lang);
  return (
    <>
      {w.rule(past)}
      <br />
      {w.closedOn} {date(lang, past.closedOn, 'short')}
    </>
  );
}

function State({ past: { isHeld, isProposed } }: { readonly past: PastCase }) {
  const w = recordsWords(useLang());
  if (isHeld) return <Chip label={w.held} />;
  return <>{isProposed ? w.proposed : w.ready}</>;
}
