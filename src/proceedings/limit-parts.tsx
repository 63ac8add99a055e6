import type { WorkCalendar } from '../deadlines/calendar.rules';
import { Due } from '../layout/clock';
import { Definitions } from '../layout/definitions';
import { ButtonLink, Buttons, Form, Submit } from '../layout/form';
import { Notice } from '../layout/notice';
import { date } from '../layout/words/format';
import type { Lang } from '../platform/http/language';
import type { ExtensionCard, LimitCard, StageRule } from './limit-cards';
import type { OpenForm } from './limit-forms';
import { LimitForm } from './limit-forms';
import { limitSentences, spanIn } from './limit-sentences';
import { limitWords } from './limit-words';

export interface LimitProps {
  readonly lang: Lang;
  /** Of the proceeding. */
  readonly id: string;
  readonly card: LimitCard;
  readonly stages: readonly StageRule[];
  readonly calendar: WorkCalendar;
  /** UTC instant of the page. */
  readonly now: string;
  readonly open: OpenForm | null;
  /** Another one stands, so that this one may be taken back. */
  readonly isOneOfMany: boolean;
}

export const stageName = (lang: Lang, { nameTh, nameEn }: Pick<StageRule, 'nameTh' | 'nameEn'>): string =>
  lang === 'en' ? nameEn : nameTh;

/** One legal limit: when it is due and why, by which letters, and what can be done about it. */
export function Limit(props: LimitProps) {
  const { lang, card, open } = props;
  const isOpen = open !== null && open.no === String(card.no);
  return (
    <section aria-labelledby={`limit-${card.no}`}>
      <h3 id={`limit-${card.no}`}>
        {limitWords(lang).nthLimit(card.no)} · {stageName(lang, card.rule)}
      </h3>
      <Standing {...props} />
      <Facts {...props} />
      <Why {...props} />
      <Extensions {...props} />
      {isOpen ? <LimitForm {...props} open={open} /> : <Doors {...props} />}
    </section>
  );
}

function Standing({ lang, card, now }: LimitProps) {
  const w = limitWords(lang);
  if (card.state === 'taken_back') return <p>{takenBack(lang, card)}</p>;
  if (card.state === 'running') {
    return (
      <p>
        <Due due={card.dueAt} now={now} near={card.standing === 'near'} />
      </p>
    );
  }
  const how = card.endReason === null ? '-' : w.ends[card.endReason];
  const letter = written(lang, card.endLetterNo, card.endLetterDate);
  return (
    <p>
      {w.ended} {card.endedOn && date(lang, card.endedOn)} · {how}
      {letter ? ` · ${letter}` : null}
    </p>
  );
}

function Facts({ lang, card }: LimitProps) {
  const w = limitWords(lang);
  const length = card.unit && card.amount !== null ? spanIn(lang, { unit: card.unit, amount: card.amount }) : w.byDay;
  const counted = card.extensions.some(({ takenBackAt }) => takenBackAt === null);
  return (
    <Definitions
      items={[
        { term: w.letter, value: written(lang, card.letterNo, card.letterDate) ?? w.noLetter },
        { term: w.startsOn, value: date(lang, card.startsOn) },
        { term: w.length, value: length },
        { term: w.first, value: counted ? date(lang, card.firstDueOn) : null },
        { term: w.due, value: date(lang, card.dueOn) },
        { term: w.enteredBy, value: `${card.enteredBy} · ${date(lang, card.enteredAt)}` },
      ]}
    />
  );
}

function Why({ lang, card, calendar }: LimitProps) {
  const w = limitWords(lang);
  const { span, extension, verified } = card.rule;
  const source = w.source(lang === 'en' ? card.rule.source : card.rule.sourceTh, verified);
  const law = [
    span && w.rule(spanIn(lang, span)),
    extension.cap && w.cap(spanIn(lang, extension.cap)),
    extension.times !== null && w.times(extension.times),
  ].filter((part) => typeof part === 'string');
  return (
    <details>
      <summary>{w.why}</summary>
      <ol>
        {limitSentences(lang, card.explanation, calendar).map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ol>
      {law.length > 0 ? <p>{law.join(' · ')}</p> : null}
      <p>{source}</p>
    </details>
  );
}

function Extensions(props: LimitProps) {
  const { lang, card } = props;
  if (card.extensions.length === 0) return null;
  return (
    <>
      <h4>{limitWords(lang).extensions}</h4>
      <ul>
        {card.extensions.map((one) => (
          <li key={one.no}>
            <Extension {...props} extension={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Extension({ lang, id, card, extension }: LimitProps & { readonly extension: ExtensionCard }) {
  const w = limitWords(lang);
  const { no, unit, amount, dueOn, letterNo, letterDate, receivedOn, enteredBy, enteredAt, warnings } = extension;
  const stands = extension.takenBackAt === null;
  const mayTakeBack = stands && card.state !== 'taken_back';
  const parts = [
    w.nth(no),
    unit && amount !== null ? spanIn(lang, { unit, amount }) : w.byDay,
    w.to(date(lang, dueOn)),
    written(lang, letterNo, letterDate),
    receivedOn && w.received(date(lang, receivedOn)),
    `${w.enteredBy} ${enteredBy} ${date(lang, enteredAt, 'short')}`,
  ].filter((part) => part !== null);
  return (
    <>
      {parts.join(' · ')}
      {stands ? null : <p>{takenBack(lang, extension)}</p>}
      {warnings.length > 0 ? (
        <Notice tone="care">
          {warnings.map((warning) => (
            <p key={warning}>{w.warnings[warning]}</p>
          ))}
          <p>{w.counted}</p>
        </Notice>
      ) : null}
      {mayTakeBack ? (
        <>
          {' '}
          <a href={formAt(id, 'takeBackExtension', card.no, no)}>
            {w.takeBack}
            <span class="sr"> {w.nth(no)}</span>
          </a>
        </>
      ) : null}
    </>
  );
}

/** Links that open one form on this page: no script is needed. */
function Doors({ lang, id, card, isOneOfMany }: LimitProps) {
  const w = limitWords(lang);
  if (card.state === 'taken_back') return null;
  const isRunning = card.state === 'running';
  const byLetter = card.state === 'ended' && card.endReason !== 'proceeding';
  return (
    <>
      <Buttons>
        {isRunning ? <ButtonLink href={formAt(id, 'extend', card.no)} label={w.extend} look="quiet" /> : null}
        {isRunning || byLetter ? (
          <ButtonLink href={formAt(id, 'end', card.no)} label={isRunning ? w.end : w.endAgain} look="quiet" />
        ) : null}
        <ButtonLink href={formAt(id, 'correct', card.no)} label={w.correct} look="quiet" />
        {isOneOfMany ? <ButtonLink href={formAt(id, 'takeBack', card.no)} label={w.takeBack} look="quiet" /> : null}
      </Buttons>
      {byLetter ? (
        <Form action={`/proceedings/${id}/limits/${card.no}/ending/taking-back`}>
          <Submit label={w.runsOn} look="quiet" />
        </Form>
      ) : null}
    </>
  );
}

/** Where a form of this page stands open; it comes back to the limit it is about. */
export function formAt(id: string, kind: OpenForm['kind'], no?: number, extension?: number): string {
  const about = [no === undefined ? '' : `&limit=${no}`, extension === undefined ? '' : `&extension=${extension}`];
  return `/proceedings/${id}?form=${kind}${about.join('')}#open-form`;
}

function takenBack(lang: Lang, { takenBackWhy, takenBackBy, takenBackAt }: LimitCard | ExtensionCard): string {
  const w = limitWords(lang);
  const why = takenBackWhy === null ? '-' : w.mistakes[takenBackWhy];
  return w.takenBack(why, takenBackBy ?? '-', takenBackAt === null ? '-' : date(lang, takenBackAt));
}

const written = (lang: Lang, no: string | null, day: string | null): string | null =>
  no === null || day === null ? null : limitWords(lang).written(no, date(lang, day));
