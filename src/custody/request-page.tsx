import { Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { Hidden, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { Notice } from '../layout/notice';
import { Chip, Prose } from '../layout/text';
import { count, date, dateTime } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { ASKED_REASONS, OPENING_HOURS } from './custody.rules';
import type { RequestCard } from './identity-desk';
import { custodyWords } from './words';

interface RequestProps {
  /** As in addresses. */
  readonly number: string;
  readonly own: readonly RequestCard[];
  readonly values: FormValues;
  readonly trouble: FormTrouble | null;
  /** What was opened by this very request. */
  readonly identity: Readonly<Record<string, string>> | null;
}

/** On a case: what was asked, what may be opened now, and a new request. */
export function RequestPage({ number, own, values, trouble, identity }: RequestProps) {
  const w = custodyWords(useLang());
  const exhibit = typed(values, 'exhibit');
  const waits = own.some(({ state, exhibitNo }) => state === 'asked' && String(exhibitNo ?? '') === exhibit);
  return (
    <>
      <p>
        <a href={`/cases/${number}`}>‹ {w.back}</a>
      </p>
      {identity ? <Identity identity={identity} /> : null}
      {own.length > 0 ? <h2>{w.own}</h2> : null}
      {own.map((card) => (
        <Own key={card.id} number={number} card={card} />
      ))}
      {waits ? null : <Ask number={number} values={values} trouble={trouble} />}
      <p>
        {w.byLaw} <a href={`/cases/${number}/disclosures`}>{w.disclosures.title}</a>
      </p>
    </>
  );
}

function Identity({ identity }: { readonly identity: Readonly<Record<string, string>> }) {
  const w = custodyWords(useLang());
  const items = Object.entries(identity).map(([key, value]) => ({ term: w.fields[key] ?? key, value }));
  return (
    <Notice tone="care" title={w.opened}>
      <Definitions items={items} />
      <p>{w.openWhy}</p>
    </Notice>
  );
}

function Own({ number, card }: { readonly number: string; readonly card: RequestCard }) {
  const lang = useLang();
  const w = custodyWords(lang);
  return (
    <section>
      <p>
        <Chip label={w.states[card.state]} />
      </p>
      <About card={card} />
      {card.decision ? (
        <>
          <h3>{w.decision}</h3>
          <Prose text={card.decision} />
        </>
      ) : null}
      {card.state === 'granted' && card.untilAt ? (
        <Form action={`/cases/${number}/${card.exhibitNo === null ? 'identity' : 'original'}-openings`} label={w.open}>
          <Hidden name="request" value={card.id} />
          <p>
            {w.until} <time dateTime={card.untilAt}>{dateTime(lang, card.untilAt)}</time>.{' '}
            {card.exhibitNo === null ? w.openWhy : w.originalWhy}
          </p>
          <Submit label={w.open} look="grave" />
        </Form>
      ) : null}
    </section>
  );
}

/** What every reader of a request is told. */
export function About({ card }: { readonly card: RequestCard }) {
  const lang = useLang();
  const w = custodyWords(lang);
  const { openingReasons, authorities } = useWords();
  const { order } = card;
  return (
    <>
      <Definitions
        items={[
          { term: w.what, value: card.exhibitNo === null ? w.who : w.original(count(lang, card.exhibitNo)) },
          { term: w.askedBy, value: card.askedBy },
          { term: w.askedAt, value: date(lang, card.askedAt) },
          { term: w.reason, value: openingReasons[card.reason] },
          { term: w.hours, value: w.hoursOf(card.hours) },
          { term: w.disclosures.authority, value: order && authorities[order.authority] },
          { term: w.disclosures.reference, value: order?.reference },
          { term: w.disclosures.orderedOn, value: order && date(lang, order.orderedOn) },
          { term: w.disclosures.tellFrom, value: order?.tellFrom && <b>{date(lang, order.tellFrom)}</b> },
          { term: w.disclosures.deferral, value: order?.deferral },
        ]}
      />
      {order?.tellFrom ? <p>{w.disclosures.grantDefers}</p> : null}
      <Prose text={card.words} />
    </>
  );
}

type AskProps = Pick<RequestProps, 'number' | 'values' | 'trouble'>;

function Ask({ number, values, trouble }: AskProps) {
  const w = custodyWords(useLang());
  const { openingReasons } = useWords();
  const exhibit = typed(values, 'exhibit');
  const errors = trouble?.fields;
  return (
    <Form action={`/cases/${number}/identity`} label={w.title}>
      <ErrorSummary
        errors={trouble && trouble.fields.length === 0 ? [{ field: 'words', message: trouble.message }] : errors}
      />
      {exhibit ? (
        <>
          <Hidden name="exhibit" value={exhibit} />
          <p>
            <b>{w.original(exhibit)}</b>. {w.originalWhy}
          </p>
        </>
      ) : null}
      <Radios
        name="reason"
        label={w.reason}
        value={typed(values, 'reason')}
        error={errorOf(errors, 'reason')}
        options={ASKED_REASONS.map((reason) => ({ value: reason, label: openingReasons[reason] }))}
        required
      />
      <TextArea name="words" label={w.words} value={typed(values, 'words')} error={errorOf(errors, 'words')} required />
      <Radios
        name="hours"
        label={w.hours}
        value={typed(values, 'hours') || String(OPENING_HOURS[0])}
        error={errorOf(errors, 'hours')}
        options={OPENING_HOURS.map((hours) => ({ value: String(hours), label: w.hoursOf(hours) }))}
      />
      <Submit label={w.ask} />
    </Form>
  );
}
