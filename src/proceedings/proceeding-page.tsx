import type { WorkCalendar } from '../deadlines/calendar.rules';
import { Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { DateField } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { date } from '../layout/words/format';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { StageRule } from './limit-cards';
import type { OpenForm } from './limit-forms';
import { LimitForm } from './limit-forms';
import { Limit, formAt } from './limit-parts';
import { limitWords } from './limit-words';
import type { ProceedingCard } from './proceeding-cards';
import { Refused } from './proceedings-page';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

export interface ProceedingProps {
  readonly lang: Lang;
  readonly card: ProceedingCard;
  readonly stages: readonly StageRule[];
  readonly calendar: WorkCalendar;
  /** A case's number as people read it. */
  readonly numberOf: (number: string) => string;
  /** UTC instant of the page. */
  readonly now: string;
  /** The one form of a limit that is open; the proceeding's own stands below when none is. */
  readonly open: OpenForm | null;
  readonly filled: Filled;
}

export function ProceedingPage(props: ProceedingProps) {
  const { lang, card, open, filled } = props;
  const w = limitWords(lang);
  const standing = card.limits.filter(({ state }) => state !== 'taken_back').length;
  return (
    <>
      <Refused filled={open?.filled ?? filled} />
      <Facts {...props} />
      <h2>{w.title}</h2>
      <p>{w.lead}</p>
      {card.limits.map((limit) => (
        <Limit key={limit.no} {...props} id={card.id} card={limit} isOneOfMany={standing > 1} />
      ))}
      {open?.kind === 'add' ? (
        <LimitForm {...props} id={card.id} card={undefined} open={open} />
      ) : (
        <Buttons>
          <ButtonLink href={formAt(card.id, 'add')} label={w.add} look="quiet" />
        </Buttons>
      )}
      {open === null ? <ChangeForm lang={lang} card={card} filled={filled} /> : null}
      <Buttons>
        <ButtonLink href="/proceedings" label={proceedingWords(lang).proceedings.all} look="quiet" />
      </Buttons>
    </>
  );
}

function Facts({ lang, card, numberOf }: Pick<ProceedingProps, 'lang' | 'card' | 'numberOf'>) {
  const all = proceedingWords(lang);
  const w = all.proceedings;
  const { caseNumber } = card;
  return (
    <Definitions
      items={[
        { term: w.standing, value: w.standings[card.standing] },
        { term: w.opened, value: date(lang, card.openedOn) },
        { term: w.limit, value: card.limit && date(lang, card.limit) },
        { term: w.ended, value: card.endedOn && date(lang, card.endedOn) },
        { term: w.counterSuit, value: card.counterSuit ? all.yes : all.no },
        { term: w.case, value: caseNumber && <a href={`/cases/${caseNumber}`}>{numberOf(caseNumber)}</a> },
      ]}
    />
  );
}

function ChangeForm({ lang, card, filled: { values, trouble } }: Pick<ProceedingProps, 'lang' | 'card' | 'filled'>) {
  const all = proceedingWords(lang);
  const w = all.proceedings;
  const error = (name: string) => errorOf(trouble?.fields, name);
  return (
    <section>
      <h2>{w.change}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/proceedings/${card.id}`}>
        <DateField
          name="endedOn"
          label={w.ended}
          value={typed(values, 'endedOn') || card.endedOn}
          error={error('endedOn')}
        />
        <Radios
          name="counterSuit"
          label={w.counterSuit}
          value={typed(values, 'counterSuit') || String(card.counterSuit)}
          error={error('counterSuit')}
          options={[
            { value: 'true', label: all.yes },
            { value: 'false', label: all.no },
          ]}
        />
        <Submit label={all.save} />
      </Form>
    </section>
  );
}
