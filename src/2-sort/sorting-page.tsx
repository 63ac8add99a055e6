import { ButtonLink, Buttons } from '../layout/form';
import { Definitions } from '../layout/definitions';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { Prose } from '../layout/text';
import { count, date, dateTime } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { Lang } from '../platform/http/language';
import { allegationParts } from '../cases/allegation-words';
import type { Filled } from './filled';
import type { Place } from './place';
import { labelOf } from './place';
import type { OpenSheet, SortingView } from './sorting-desk';
import type { SortingSheet } from './sorting-sheet.entity';
import { SortingForm } from './sorting-form';
import { sortWords } from './words';

export interface SortingPageProps {
  readonly lang: Lang;
  readonly view: SortingView;
  readonly place: Place;
  readonly filled: Filled;
  /** A case's number as the reader's language writes it. */
  readonly numberOf: (number: string) => string;
}

/** Step 2: the report to read, the form to fill, and the sheets of earlier sortings. */
export function SortingPage(props: SortingPageProps) {
  const { lang, view, place } = props;
  const w = sortWords(lang);
  const { number } = view.file;
  return (
    <>
      {view.endingWaits ? (
        <Notice tone="care">
          <p>{w.sorting.waits}</p>
        </Notice>
      ) : null}
      <Report lang={lang} allegation={view.allegation} />
      <AlikeCases {...props} />
      {view.canSort ? (
        <SortingForm {...props} />
      ) : (
        <Notice>
          <p>{w.sorting.over}</p>
        </Notice>
      )}
      {view.sheets.length > 0 ? <h2>{w.sorting.earlier}</h2> : null}
      {view.sheets.map((open) => (
        <Sheet key={open.sheet.id} lang={lang} place={place} open={open} />
      ))}
      <Buttons>
        {view.canSort ? <ButtonLink href={`/cases/${number}/merger`} label={w.sorting.merge} look="quiet" /> : null}
        <ButtonLink href={`/cases/${number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

function Report({ lang, allegation }: { readonly lang: Lang; readonly allegation: string | null }) {
  const w = sortWords(lang).sorting;
  const { field } = words(lang);
  return (
    <section>
      <h2>{w.report}</h2>
      {allegation === null ? (
        <p>{w.noText}</p>
      ) : (
        <Definitions
          items={allegationParts(allegation).map(({ part, text }) => ({
            term: field[part],
            value: <Prose text={text} />,
          }))}
        />
      )}
    </section>
  );
}

/** Suggested, never decided: two reports of one thing are merged by the sorter (DOMAIN §3). */
function AlikeCases({ lang, view, numberOf }: SortingPageProps) {
  const w = sortWords(lang).alike;
  const { staff } = words(lang);
  if (view.alike.length === 0) return null;
  return (
    <section>
      <h2>{w.title}</h2>
      <p>{w.about}</p>
      <Table
        id="alike"
        title={w.title}
        hideTitle
        narrow="cards"
        columns={[
          { head: staff.terms.number },
          { head: staff.terms.received },
          { head: staff.terms.status },
          { head: w.likeness, align: 'number' },
        ]}
        rows={view.alike.map((one) => ({
          cells: [
            <a href={`/cases/${one.number}`}>{numberOf(one.number)}</a>,
            date(lang, one.receivedAt, 'short'),
            staff.statuses[one.status],
            w.percent(count(lang, Math.round(one.likeness * 100))),
          ],
        }))}
      />
    </section>
  );
}

function Checked({ lang, sheet }: { readonly lang: Lang; readonly sheet: SortingSheet }) {
  const w = sortWords(lang).sorting;
  return (
    <>
      {sheet.checklist?.map((item) => w.items[item]).join(' · ')}
      {sheet.advice ? <p>{w.advice[sheet.advice]}</p> : null}
    </>
  );
}

function Sheet({ lang, place, open }: { readonly lang: Lang; readonly place: Place; readonly open: OpenSheet }) {
  const w = sortWords(lang).sorting;
  const { caseFile } = words(lang);
  const { sheet, reasons, word } = open;
  return (
    <Definitions
      items={[
        { term: w.decide, value: `${w[sheet.outcome]} · ${dateTime(lang, sheet.at)}` },
        { term: w.type, value: labelOf(place.types, sheet.type) },
        { term: w.alleged, value: sheet.corruptionAlleged && caseFile.corruptionAlleged[sheet.corruptionAlleged] },
        { term: w.ground, value: sheet.ground && caseFile.refusalGrounds[sheet.ground] },
        { term: w.body, value: sheet.competentBody && labelOf(place.agencies, sheet.competentBody) },
        { term: w.checklist, value: sheet.checklist && <Checked lang={lang} sheet={sheet} /> },
        { term: w.reasons, value: <Prose text={reasons} /> },
        { term: w.word, value: word && <Prose text={word} /> },
        { term: words(lang).mailbox.box, value: sheet.askedReporter ? w.asked : w.notAsked },
      ]}
    />
  );
}
