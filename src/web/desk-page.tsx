import { ButtonLink, Buttons } from '../layout/form';
import { useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Table } from '../layout/table';
import { date } from '../layout/words/format';
import { limitWords } from '../proceedings/limit-words';
import { CaseTable } from './case-table';
import type { Decision } from './decisions';
import type { DeskView } from './desk';
import type { Place } from './place';
import { publicWords } from './public-words';
import { webWords } from './words';

interface DeskProps {
  readonly place: Place;
  readonly view: DeskView;
}

/** What waits for the one who is looking, most pressing first. */
export function DeskPage({ place, view }: DeskProps) {
  const w = webWords(place.lang).desk;
  const { mine, unassigned, decisions, limits } = view;
  if (!mine && decisions.length === 0) return <p>{w.noCases}</p>;
  return (
    <>
      {decisions.length > 0 ? <Decisions place={place} decisions={decisions} /> : null}
      {limits ? (
        <p>
          <a href="/proceedings/limits">{limitWords(place.lang).pressing.link(limits.total, limits.past)}</a>
        </p>
      ) : null}
      {mine ? <Mine place={place} mine={mine} /> : null}
      {unassigned ? (
        <>
          <h2>{w.unassigned}</h2>
          <CaseTable id="new" title={w.unassigned} hideTitle place={place} rows={unassigned} empty={w.noUnassigned} />
        </>
      ) : null}
      <Buttons>
        <ButtonLink href={STAFF_PATHS.all} label={w.all} look="quiet" />
      </Buttons>
    </>
  );
}

function Mine({ place, mine }: { readonly place: Place; readonly mine: NonNullable<DeskView['mine']> }) {
  const w = webWords(place.lang).desk;
  const parts = (['overdue', 'today', 'near', 'later'] as const).filter((part) => mine[part].length > 0);
  if (parts.length === 0) {
    return (
      <>
        <h2>{w.mine}</h2>
        <p class="empty">{w.nothing}</p>
      </>
    );
  }
  return (
    <>
      {parts.map((part) => (
        <section key={part}>
          <h2>{w[part]}</h2>
          <CaseTable id={part} title={w[part]} hideTitle place={place} rows={mine[part]} empty={w.nothing} />
        </section>
      ))}
    </>
  );
}

function Decisions({ place, decisions }: { readonly place: Place; readonly decisions: readonly Decision[] }) {
  const { staff } = useWords();
  const w = webWords(place.lang).desk;
  return (
    <>
      <h2>{w.approvals}</h2>
      <Table
        id="decisions"
        title={w.approvals}
        hideTitle
        narrow="cards"
        columns={[
          { head: staff.terms.number },
          { head: w.what },
          { head: webWords(place.lang).list.type },
          { head: w.askedBy },
          { head: w.askedAt },
        ]}
        rows={decisions.map((one) => ({
          cells: [
            <a href={addressOf(one)}>{place.number(one.number)}</a>,
            <What place={place} what={one.what} />,
            place.type(one.type),
            one.askedBy ?? '-',
            date(place.lang, one.askedAt, 'short'),
          ],
        }))}
      />
    </>
  );
}

function What({ place, what }: { readonly place: Place; readonly what: Decision['what'] }) {
  const { clocks } = useWords().staff;
  const { desk, approvals } = webWords(place.lang);
  if (what.kind !== 'extension') return <>{approvals[what.kind]}</>;
  return <>{desk.extension(clocks[what.clock], publicWords(place.lang).span[what.unit](what.amount))}</>;
}

const addressOf = ({ number, what }: Decision): string =>
  what.kind === 'extension' ? `/cases/${number}/deadlines` : `/cases/${number}`;
