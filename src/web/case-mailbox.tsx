import type { ComponentChildren } from 'preact';
import { Definitions } from '../layout/definitions';
import { useWords } from '../layout/language';
import { Chip, Prose } from '../layout/text';
import { date, dateTime } from '../layout/words/format';
import type { CheckIn } from '../reporters/afterwards.rules';
import type { Letter } from '../reporters/mailbox';
import type { CaseSheet } from './case-sheet';
import { mailboxWords } from './mailbox-words';
import type { Place } from './place';

interface MailboxProps {
  readonly place: Place;
  readonly sheet: CaseSheet;
  /** The form in which the desk answers. */
  readonly children?: ComponentChildren;
}

/** What was written both ways, newest last; files of a message belong under its text. */
export function CaseMailbox({ place, sheet: { letters }, children }: MailboxProps) {
  const w = mailboxWords(place.lang);
  if (letters === null) return <>{children}</>;
  return (
    <section>
      <h2>{w.heading}</h2>
      {letters.length === 0 ? <p class="hint">{w.none}</p> : null}
      <ol class="letters">
        {letters.map((letter) => (
          <li key={letter.id} class={letter.from}>
            <LetterPart place={place} letter={letter} />
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

function LetterPart({ place, letter }: { readonly place: Place; readonly letter: Letter }) {
  const { caseFile } = useWords();
  const w = mailboxWords(place.lang);
  const { from, at, kind, text, question, open, final, readAt } = letter;
  const marks = [question && !open ? w.question : null, final ? w.final : null].filter((one) => one !== null);
  return (
    <article>
      <p class="hint">
        <b>{w[from]}</b> · <time dateTime={at}>{dateTime(place.lang, at, 'short')}</time>
        {from === 'reporter' && kind !== 'reporterWrote' ? ` · ${caseFile.lines[kind]}` : ''}
        {marks.length > 0 ? ` · ${marks.join(' · ')}` : ''} {open ? <Chip label={w.waits} /> : null}
        {from === 'reporter' && readAt === null ? <Chip label={w.fresh} /> : null}
      </p>
      {text ? <Prose text={text} /> : null}
      {from === 'desk' ? <p class="hint">{readAt ? w.readByReporter(readAt) : w.unreadByReporter}</p> : null}
    </article>
  );
}

/** When the reporter is asked whether she is safe, and what came. */
export function CaseCheckIns({ place, sheet: { checkIns } }: Omit<MailboxProps, 'children'>) {
  const w = mailboxWords(place.lang);
  if (checkIns.length === 0) return null;
  const stateOf = ({ state, safe }: CheckIn): string =>
    w.safetyStates[state === 'answered' ? (safe ? 'safe' : 'unsafe') : state];
  return (
    <section>
      <h2>{w.safety}</h2>
      <Definitions
        items={checkIns.map((one) => ({
          term: w.safetyDay(one.day),
          value: `${stateOf(one)} · ${date(place.lang, one.answeredAt ?? one.dueAt, 'short')}`,
        }))}
      />
    </section>
  );
}
