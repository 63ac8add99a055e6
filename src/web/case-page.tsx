import { Definitions } from '../layout/definitions';
import { Due } from '../layout/clock';
import { ButtonLink, Buttons } from '../layout/form';
import { useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import type { StepState } from '../layout/steps';
import { Steps } from '../layout/steps';
import { Chip, Prose } from '../layout/text';
import { date } from '../layout/words/format';
import { recordsWords } from '../records/words';
import type { CaseSheet } from './case-sheet';
import { CaseFacts } from './case-facts';
import type { CaseForms } from './case-forms';
import { Approvals, Word, WriteForms } from './case-forms';
import { CaseCheckIns, CaseMailbox } from './case-mailbox';
import { CaseReferrals } from './case-referrals';
import { CaseStory } from './case-story';
import type { DoorName } from './doors.rules';
import { STEP_DOORS } from './doors.rules';
import type { Place } from './place';
import { webWords } from './words';

export interface CasePageProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
  /** The page behind each step for this looker; index 0 is step 1. */
  readonly stepPages: readonly (DoorName | null)[];
  readonly forms: CaseForms;
}

/** The case file: where it stands, what waits and by when, what was told, what happened, what can be done. */
export function CasePage({ place, sheet, stepPages, forms }: CasePageProps) {
  const w = webWords(place.lang).file;
  return (
    <>
      <Marks place={place} sheet={sheet} />
      {sheet.steps.length > 0 ? <Tracker place={place} sheet={sheet} stepPages={stepPages} /> : null}
      <Approvals place={place} sheet={sheet} />
      <div class="case">
        <div>
          <h2>{w.next}</h2>
          <Doors place={place} sheet={sheet} />
          <WriteForms place={place} sheet={sheet} forms={forms} />
          <Told place={place} sheet={sheet} />
          <CaseMailbox place={place} sheet={sheet}>
            {sheet.doors.includes('words') ? <Word place={place} sheet={sheet} /> : null}
          </CaseMailbox>
          <CaseReferrals place={place} sheet={sheet} />
          <CaseStory place={place} sheet={sheet} />
        </div>
        <aside>
          <Clocks place={place} sheet={sheet} />
          <CaseCheckIns place={place} sheet={sheet} />
          <CaseFacts place={place} sheet={sheet} />
        </aside>
      </div>
      <p class="hint">{w.seen}</p>
    </>
  );
}

interface PartProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
}

/** What an officer must not overlook, beside the next due date. */
function Marks({ place, sheet }: PartProps) {
  const { marks } = useWords().staff;
  const { list, file } = webWords(place.lang);
  const { details } = sheet;
  const labels = [
    sheet.urgent ? list.urgent : null,
    details?.reprisalFeared ? file.fears : null,
    details?.protectionAsked ? file.protection : null,
    details?.waitingReporter ? marks.waitingReporter : null,
    details && details.reopenedCount > 0 ? file.reopened(details.reopenedCount) : null,
    details?.mergedInto ? marks.mergedInto(place.number(details.mergedInto)) : null,
    sheet.imported ? marks.imported : null,
    ...sheet.holds.map((hold) => recordsWords(place.lang).heldFor(hold)),
  ].filter((label) => label !== null);
  return (
    <p>
      {sheet.open ? <Due due={sheet.nextDueAt} now={place.now} /> : null}
      {labels.map((label) => (
        <>
          {' '}
          <Chip key={label} label={label} />
        </>
      ))}
    </p>
  );
}

function Tracker({ place, sheet, stepPages }: PartProps & Pick<CasePageProps, 'stepPages'>) {
  const steps = sheet.steps.map(({ no, startedAt, dueAt, doneAt }) => {
    const state = stateOf(sheet, no, startedAt, doneAt);
    const when = state === 'done' ? doneAt : state === 'now' ? dueAt : null;
    const page = stepPages[no - 1];
    return {
      no,
      state,
      ...(when ? { when: date(place.lang, when, 'short') } : {}),
      ...(page && state !== 'todo' ? { href: `/cases/${sheet.number}/${page}` } : {}),
    };
  });
  return <Steps steps={steps} area="staff" />;
}

function stateOf(sheet: CaseSheet, no: number, startedAt: string | null, doneAt: string | null): StepState {
  if (doneAt) return 'done';
  if (!sheet.open) return 'skipped';
  return startedAt && no <= sheet.step ? 'now' : 'todo';
}

/** The steps' pages as buttons, everything else that leads on as plain links below. */
function Doors({ place, sheet }: PartProps) {
  const names = webWords(place.lang).doors;
  const steps = sheet.doors.filter((door) => STEP_DOORS.includes(door));
  const others = sheet.doors.filter((door) => !STEP_DOORS.includes(door) && !INLINE.includes(door));
  const addressOf = (door: DoorName): string => `/cases/${sheet.number}/${door}`;
  return (
    <>
      {steps.length > 0 ? (
        <Buttons>
          {steps.map((door, at) => (
            <ButtonLink key={door} href={addressOf(door)} label={names[door]} look={at === 0 ? 'main' : 'quiet'} />
          ))}
        </Buttons>
      ) : null}
      <p>
        {others.map((door, at) => (
          <>
            {at > 0 ? ' · ' : null}
            <a href={addressOf(door)}>{names[door]}</a>
          </>
        ))}
      </p>
    </>
  );
}

/** Forms on the case file itself. */
const INLINE: readonly DoorName[] = ['words', 'comments', 'assignment', 'taking-up'];

function Clocks({ place, sheet }: PartProps) {
  const { clocks: names } = useWords().staff;
  const w = webWords(place.lang).file;
  const running = sheet.clocks.filter(({ state }) => state !== 'stopped');
  if (!sheet.open) return null;
  return (
    <section>
      <h2>{w.clocks}</h2>
      {running.length === 0 ? <p>{w.noClock}</p> : null}
      <Definitions
        items={[...running]
          .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
          .map(({ clock, state, dueAt, nearAt, referralId }) => ({
            term: `${names[clock]}${referralId ? ` · ${agencyOf(place, sheet, referralId)}` : ''}`,
            value: (
              <Due
                due={dueAt}
                now={place.now}
                near={nearAt <= place.now}
                state={state === 'paused' ? 'paused' : 'running'}
              />
            ),
          }))}
      />
    </section>
  );
}

const agencyOf = (place: Place, { referrals }: CaseSheet, id: string): string => {
  const referral = referrals.find((one) => one.id === id);
  return referral?.unlistedName ?? place.agency(referral?.agencyCode ?? null);
};

function Told({ place, sheet }: PartProps) {
  const { field } = useWords();
  const w = webWords(place.lang).file;
  if (sheet.sight === 'own') return null;
  if (sheet.sight === 'report') return <Notice>{w.notYours}</Notice>;
  return (
    <section>
      <h2>{w.told}</h2>
      {sheet.allegation ? (
        <Definitions
          items={sheet.allegation.map(({ part, text }) => ({ term: field[part], value: <Prose text={text} /> }))}
        />
      ) : (
        <p>{w.noText}</p>
      )}
    </section>
  );
}
