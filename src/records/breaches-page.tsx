import { Checkboxes, Radios } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { DateField, Field, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { Chip, Prose } from '../layout/text';
import { count, date, dateTime, digits } from '../layout/words/format';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { bangkokDay, bangkokTime } from '../platform/thai/dates';
import { BREACH_KINDS, BREACH_RISKS } from './breach.entity';
import type { BreachCard, BreachEntry, BreachSheet } from './breaches';
import { breachWords } from './breach-words';

/** A form that has to be mended. */
export interface SentBreach {
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

interface ListProps {
  readonly breaches: readonly BreachEntry[];
  readonly mayWrite: boolean;
  readonly sent: SentBreach | null;
}

export function BreachesPage({ breaches, mayWrite, sent }: ListProps) {
  const lang = useLang();
  const w = breachWords(lang);
  return (
    <>
      <ErrorSummary errors={sent?.trouble.fields} />
      <Table
        id="breaches"
        title={w.title}
        hideTitle
        unit={w.unit}
        narrow="cards"
        empty={w.none}
        columns={[
          { head: w.reference },
          { head: w.noticed },
          { head: w.risk },
          { head: w.persons },
          { head: w.due },
          { head: w.regulator },
        ]}
        rows={breaches.map((one) => ({
          cells: [
            <a href={`${STAFF_PATHS.breaches}/${one.id}`}>{digits(lang, one.reference)}</a>,
            dateTime(lang, one.noticedAt, 'short'),
            w.risks[one.risk],
            one.persons === null ? w.unknown : count(lang, one.persons),
            one.regulator === 'none' ? '-' : dateTime(lang, one.dueAt, 'short'),
            <Regulator card={one} />,
          ],
        }))}
      />
      {mayWrite ? (
        <BreachForm
          action={STAFF_PATHS.breaches}
          title={w.enter}
          isOpen={sent !== null}
          values={sent?.values ?? {}}
          sent={sent}
        />
      ) : null}
    </>
  );
}

export function BreachPage({ sheet, sent }: { readonly sheet: BreachSheet; readonly sent: SentBreach | null }) {
  const lang = useLang();
  const w = breachWords(lang);
  return (
    <>
      <p>
        <a href={STAFF_PATHS.breaches}>‹ {w.back}</a>
      </p>
      <ErrorSummary errors={sent?.trouble.fields} />
      {sheet.personsOwed ? (
        <Notice tone="care">
          <p>{w.personsOwed}</p>
        </Notice>
      ) : null}
      <Known card={sheet} />
      {sheet.mayWrite ? (
        <BreachForm
          action={`${STAFF_PATHS.breaches}/${sheet.id}/lines`}
          title={w.correct}
          why={w.correctWhy}
          isOpen={sent !== null}
          values={sent?.values ?? valuesOf(sheet)}
          sent={sent}
        />
      ) : null}
      <h2>{w.history}</h2>
      {[...sheet.lines].reverse().map((line) => (
        <section key={line.no}>
          <h3>
            {digits(lang, line.no)} · {w.entered} {dateTime(lang, line.enteredAt, 'short')}
            {line.enteredBy ? ` · ${line.enteredBy}` : ''}
          </h3>
          <Known card={line} />
          {line.words ? <Prose text={line.words} /> : null}
        </section>
      ))}
    </>
  );
}

function Known({ card }: { readonly card: BreachCard }) {
  const lang = useLang();
  const w = breachWords(lang);
  return (
    <Definitions
      items={[
        { term: w.noticed, value: dateTime(lang, card.noticedAt) },
        { term: w.kindsLabel, value: card.kinds.map((kind) => w.kinds[kind]).join(' · ') },
        { term: w.persons, value: card.persons === null ? w.unknown : count(lang, card.persons) },
        { term: w.risk, value: w.risks[card.risk] },
        { term: w.due, value: card.regulator === 'none' ? null : dateTime(lang, card.dueAt) },
        { term: w.regulator, value: <Regulator card={card} /> },
        { term: w.personsTold, value: card.personsToldOn && date(lang, card.personsToldOn) },
      ]}
    />
  );
}

function Regulator({ card }: { readonly card: BreachCard }) {
  const lang = useLang();
  const w = breachWords(lang);
  const told = card.regulatorToldAt ? ` ${dateTime(lang, card.regulatorToldAt, 'short')}` : '';
  if (card.regulator === 'late') return <Chip label={w.states.late} />;
  return (
    <>
      {w.states[card.regulator]}
      {told}
    </>
  );
}

interface FormProps {
  readonly action: string;
  readonly title: string;
  readonly why?: string;
  readonly isOpen: boolean;
  readonly values: FormValues;
  readonly sent: SentBreach | null;
}

function BreachForm({ action, title, why, isOpen, values, sent }: FormProps) {
  const w = breachWords(useLang());
  const of = (name: string) => ({ name, value: typed(values, name), error: errorOf(sent?.trouble.fields, name) });
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <Form action={action} label={title}>
        {why ? <p>{why}</p> : null}
        <DateField {...of('noticedOn')} label={w.noticedOn} required />
        <Field {...of('noticedTime')} label={w.time} look="narrow" required />
        <Checkboxes
          {...of('kinds')}
          label={w.kindsLabel}
          values={[values.kinds ?? []].flat()}
          options={BREACH_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
          required
        />
        <Field {...of('persons')} label={w.persons} look="narrow" inputMode="numeric" />
        <Radios
          {...of('risk')}
          label={w.risk}
          options={BREACH_RISKS.map((value) => ({ value, label: w.risks[value] }))}
          required
        />
        <DateField {...of('regulatorToldOn')} label={w.regulatorToldOn} />
        <Field {...of('regulatorToldTime')} label={w.time} look="narrow" />
        <DateField {...of('personsToldOn')} label={w.personsTold} />
        <TextArea {...of('words')} label={w.words} hint={w.wordsHint} rows={5} />
        <Submit label={w.save} />
      </Form>
    </details>
  );
}

/** A correction begins with what is known; its words are written anew. */
function valuesOf({ noticedAt, kinds, persons, risk, regulatorToldAt, personsToldOn }: BreachCard): FormValues {
  return {
    ...{ noticedOn: bangkokDay(noticedAt), noticedTime: bangkokTime(noticedAt), kinds, risk },
    persons: persons === null ? '' : String(persons),
    ...(regulatorToldAt
      ? { regulatorToldOn: bangkokDay(regulatorToldAt), regulatorToldTime: bangkokTime(regulatorToldAt) }
      : {}),
    ...(personsToldOn ? { personsToldOn } : {}),
  };
}
