import { Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { DateField, Field, Hidden } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { date } from '../layout/words/format';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { ProceedingCard } from './proceeding-cards';
import { Refused } from './proceedings-page';
import type { Filled } from './rulings-page';
import { proceedingWords } from './words';

interface ProceedingProps {
  readonly lang: Lang;
  readonly card: ProceedingCard;
  /** Which of the two forms was sent. */
  readonly form: 'change' | 'extension';
  readonly filled: Filled;
}

const NOTHING: Filled = { values: {} };

export function ProceedingPage(props: ProceedingProps) {
  const { lang, card, form, filled } = props;
  const w = proceedingWords(lang);
  return (
    <>
      <Refused filled={filled} />
      <Facts lang={lang} card={card} />
      <ExtensionForm lang={lang} card={card} filled={form === 'extension' ? filled : NOTHING} />
      <ChangeForm lang={lang} card={card} filled={form === 'change' ? filled : NOTHING} />
      <Buttons>
        <ButtonLink href="/proceedings" label={w.proceedings.all} look="quiet" />
      </Buttons>
    </>
  );
}

function Facts({ lang, card }: Pick<ProceedingProps, 'lang' | 'card'>) {
  const all = proceedingWords(lang);
  const w = all.proceedings;
  const { caseNumber, extensions } = card;
  const written = extensions.map(
    ({ until, letterNo, letterDate }) => `${date(lang, until)} (${letterNo}, ${date(lang, letterDate, 'short')})`,
  );
  return (
    <Definitions
      items={[
        { term: w.standing, value: w.standings[card.standing] },
        { term: w.opened, value: date(lang, card.openedOn) },
        { term: w.due, value: date(lang, card.dueOn) },
        { term: w.extensions, value: written.join(' · ') },
        { term: w.limit, value: date(lang, card.limit) },
        { term: w.ended, value: card.endedOn && date(lang, card.endedOn) },
        { term: w.counterSuit, value: card.counterSuit ? all.yes : all.no },
        { term: w.case, value: caseNumber && <a href={`/cases/${caseNumber}`}>{caseNumber}</a> },
      ]}
    />
  );
}

function ExtensionForm({ lang, card, filled }: Omit<ProceedingProps, 'form'>) {
  const w = proceedingWords(lang).proceedings;
  const { values, trouble } = filled;
  const errors = trouble?.fields.map(({ field, message }) => ({ field: field.replace('extension.', ''), message }));
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(errors, name) });
  return (
    <section>
      <h2>{w.extend}</h2>
      <ErrorSummary errors={errors} />
      <Form action={`/proceedings/${card.id}/extensions`}>
        <DateField {...field('until')} label={w.until} required />
        <Field {...field('letterNo')} label={w.letterNo} required look="narrow" maxLength={60} />
        <DateField {...field('letterDate')} label={w.letterDate} required />
        <Submit label={w.extend} />
      </Form>
      {card.extensions.length > 0 ? (
        <Form action={`/proceedings/${card.id}`}>
          <Hidden name="withoutLastExtension" value="true" />
          <Buttons>
            <Submit label={w.takeBack} look="quiet" />
          </Buttons>
        </Form>
      ) : null}
    </section>
  );
}

function ChangeForm({ lang, card, filled: { values, trouble } }: Omit<ProceedingProps, 'form'>) {
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
