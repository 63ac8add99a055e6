import { Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { Field, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { Chip, Prose } from '../layout/text';
import { count, date } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { OPENING_HOURS } from './custody.rules';
import type { DisclosureCard } from './disclosure-desk';
import { AUTHORITIES } from './disclosure.rules';
import { custodyWords } from './words';

/** A form that has to be mended: of an order's giving, or of a new order when the id is null. */
export interface SentDisclosure {
  readonly id: string | null;
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

interface DisclosuresProps {
  /** As in addresses. */
  readonly number: string;
  readonly cards: readonly DisclosureCard[];
  readonly sent: SentDisclosure | null;
}

/** On a case: what was ordered by law, what was given, and a new order. */
export function DisclosuresPage({ number, cards, sent }: DisclosuresProps) {
  const w = custodyWords(useLang());
  return (
    <>
      <p>
        <a href={`/cases/${number}`}>‹ {w.back}</a> ·{' '}
        <a href={`/cases/${number}/identity`}>{w.disclosures.toRequest}</a>
      </p>
      {cards.length === 0 ? <p class="empty">{w.disclosures.none}</p> : null}
      {cards.map((card) => (
        <Order key={card.id} number={number} card={card} sent={sent?.id === card.id ? sent : null} />
      ))}
      <Enter number={number} sent={sent?.id === null ? sent : null} />
    </>
  );
}

interface OrderProps {
  readonly number: string;
  readonly card: DisclosureCard;
  readonly sent: SentDisclosure | null;
}

function Order({ number, card, sent }: OrderProps) {
  const lang = useLang();
  const w = custodyWords(lang);
  const { authorities } = useWords();
  const { givenOn, givenLetter, exhibitNo, tellFrom } = card;
  return (
    <section>
      <h2>
        {authorities[card.authority]} <Chip label={w.states[card.state]} />
      </h2>
      <Definitions
        items={[
          { term: w.disclosures.reference, value: card.reference },
          { term: w.disclosures.orderedOn, value: date(lang, card.orderedOn) },
          { term: w.what, value: exhibitNo === null ? w.who : w.original(count(lang, exhibitNo)) },
          { term: w.disclosures.tellFrom, value: tellFrom ? date(lang, tellFrom) : w.disclosures.told },
          { term: w.disclosures.deferral, value: card.deferral },
          { term: w.disclosures.given, value: givenOn ? `${date(lang, givenOn)} · ${givenLetter}` : null },
        ]}
      />
      <Prose text={card.words} />
      {givenOn === null && card.state !== 'asked' && card.state !== 'denied' ? (
        <Give number={number} id={card.id} sent={sent} />
      ) : null}
    </section>
  );
}

function Give({
  number,
  id,
  sent,
}: {
  readonly number: string;
  readonly id: string;
  readonly sent: SentDisclosure | null;
}) {
  const w = custodyWords(useLang()).disclosures;
  const { values, errors } = filled(sent, 'on');
  return (
    <Form action={`/cases/${number}/disclosures/${id}/giving`} label={w.give}>
      <ErrorSummary errors={errors} />
      <Field
        name="on"
        label={w.givenOn}
        value={typed(values, 'on')}
        error={errorOf(errors, 'on')}
        look="narrow"
        required
      />
      <Field
        name="letter"
        label={w.letter}
        value={typed(values, 'letter')}
        error={errorOf(errors, 'letter')}
        look="narrow"
        required
      />
      <Submit label={w.give} look="quiet" />
    </Form>
  );
}

function Enter({ number, sent }: { readonly number: string; readonly sent: SentDisclosure | null }) {
  const w = custodyWords(useLang());
  const d = w.disclosures;
  const { authorities } = useWords();
  const { values, errors } = filled(sent, 'words');
  const of = (name: string) => ({ name, value: typed(values, name), error: errorOf(errors, name) });
  return (
    <Form action={`/cases/${number}/disclosures`} label={d.title}>
      <ErrorSummary errors={errors} />
      <Radios
        {...of('authority')}
        label={d.authority}
        options={AUTHORITIES.map((value) => ({ value, label: authorities[value] }))}
        required
      />
      <Field {...of('reference')} label={d.reference} look="narrow" required />
      <Field {...of('orderedOn')} label={d.orderedOn} look="narrow" required />
      <TextArea {...of('words')} label={d.words} required />
      <Field {...of('exhibit')} label={d.exhibit} hint={d.exhibitHint} look="narrow" inputMode="numeric" />
      <Radios
        {...of('hours')}
        label={w.hours}
        value={typed(values, 'hours') || String(OPENING_HOURS[0])}
        options={OPENING_HOURS.map((hours) => ({ value: String(hours), label: w.hoursOf(hours) }))}
      />
      <Field {...of('tellFrom')} label={d.tellFrom} hint={d.tellFromHint} look="narrow" />
      <TextArea {...of('deferral')} label={d.deferral} rows={3} />
      <Submit label={d.enter} />
    </Form>
  );
}

/** What was typed, and what is wrong with it; trouble that names no field stands at this one. */
const filled = (sent: SentDisclosure | null, field: string) => ({
  values: sent?.values ?? {},
  errors: sent && sent.trouble.fields.length === 0 ? [{ field, message: sent.trouble.message }] : sent?.trouble.fields,
});
