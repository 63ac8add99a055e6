import { fieldId } from '../layout/field';
import { ErrorSummary, Buttons, Form, Submit } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import { typed } from '../platform/http/form';
import { ChoiceForms, SafetyQuestion } from './afterwards-parts';
import type { PublicFrame } from './frame';
import { framed, numberIn } from './frame';
import { Letters, OwnFiles, Write } from './mailbox-parts';
import type { MyReportView } from './my-report';
import type { SentForm } from './my-report-forms';
import { REPORT_PATH } from './my-report-forms';
import type { Disclosure, Openings } from './openings.rules';
import { Dates, Next, Tracker } from './standing-parts';
import { tell } from './told';
import { reportersWords } from './words';

export interface MyReportPageProps {
  readonly frame: PublicFrame;
  readonly view: MyReportView;
  readonly sent: SentForm | null;
  /** What came of a form beside its words: files left out. */
  readonly notes?: readonly string[];
}

/** The reporter's own page: where it stands, the mailbox, what she may ask; and the way out. */
export function myReportPage({ frame, view, sent, notes = [] }: MyReportPageProps): string {
  const { lang, province } = frame;
  const w = words(lang);
  const { file, standing, letters, choices, files } = view;
  const written = sent?.form === 'message' ? sent : null;
  return framed(
    frame,
    numberIn(frame, file.number),
    REPORT_PATH,
    <>
      <ErrorSummary errors={sent?.trouble.fields} />
      {notes.map((note) => (
        <Notice key={note} tone="care">
          <p>{note}</p>
        </Notice>
      ))}
      <Leave why />
      {choices.checkIn ? <SafetyQuestion checkIn={choices.checkIn} sent={sent} /> : null}
      <Notice title={w.standing.now}>
        <p>{tell(lang, standing.told, { reviewDays: province.profile.review.days })}</p>
      </Notice>
      {view.disclosures.map((one, at) => (
        <Disclosed key={at} disclosure={one} />
      ))}
      {view.openings ? <Opened openings={view.openings} /> : null}
      {letters.some(({ open }) => open) ? <Question /> : null}
      <Next standing={standing} />
      <Dates dates={standing.dates} />
      <h2>{w.standing.heading}</h2>
      <Tracker status={file.status} standing={standing} />
      <h2>{w.mailbox.box}</h2>
      <Letters letters={letters} />
      <Write value={written ? typed(written.values, 'message') : ''} trouble={written?.trouble ?? null} />
      <OwnFiles files={files} />
      <ChoiceForms choices={choices} sent={sent} />
      <Leave />
    </>,
  );
}

/** Who she is was looked at: she is told, every time. */
function Opened({ openings: { times, last, reason } }: { readonly openings: Openings }) {
  const { told, openingReasons } = useWords();
  const why = (openingReasons as Readonly<Record<string, string>>)[reason] ?? '-';
  return (
    <Notice tone="care">
      <p>{told.identityOpened(times, last, why)}</p>
    </Notice>
  );
}

/** By order of a court or a law: what was demanded, by whom, and whether it was given. */
function Disclosed({ disclosure: { authority, orderedOn, givenOn, what } }: { readonly disclosure: Disclosure }) {
  const { told, authorities } = useWords();
  const who = (authorities as Readonly<Record<string, string>>)[authority] ?? '-';
  return (
    <Notice tone="care">
      <p>{what === 'identity' ? told.disclosureOrdered(who, orderedOn) : told.originalOrdered(who, orderedOn)}</p>
      {givenOn ? <p>{told.disclosureGiven(who, givenOn)}</p> : null}
    </Notice>
  );
}

/** Straight to where she answers: the page is long on a telephone. */
function Question() {
  const { mailbox } = useWords();
  return (
    <p>
      <b>{mailbox.ask}</b> · <a href={`#${fieldId('message')}`}>{reportersWords(useLang()).mailbox.toAnswer}</a>
    </p>
  );
}

/** At the head and at the foot: whoever is watched finds it without looking. */
function Leave({ why = false }: { readonly why?: boolean }) {
  const { session } = reportersWords(useLang());
  return (
    <Form action={`${REPORT_PATH}/sign-out`}>
      {why ? <p class="hint">{session.lead}</p> : null}
      <Buttons>
        <Submit label={session.out} look="quiet" />
      </Buttons>
    </Form>
  );
}
