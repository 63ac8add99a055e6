import type { Agency } from '../agencies/profile';
import { ACCUSED_KINDS } from '../cases/codes';
import { Radios, Select } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { DateField, Field, TextArea } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { date } from '../layout/words/format';
import { words } from '../layout/words/words';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { RULING_BODIES } from './bodies';
import { RULING_KINDS } from './ruling.inputs';
import type { RulingCard, RulingSheet } from './ruling-sheet';
import { proceedingWords } from './words';

export interface Filled {
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}

interface RulingsProps {
  readonly lang: Lang;
  readonly sheet: RulingSheet;
  readonly agencies: readonly Agency[];
  readonly filled: Filled;
}

export function RulingsPage(props: RulingsProps) {
  const { lang, sheet, agencies, filled } = props;
  const w = proceedingWords(lang);
  const { trouble } = filled;
  return (
    <>
      {trouble && trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      <p>{w.rulings.lead}</p>
      {sheet.rulings.length === 0 ? <p>{w.rulings.none}</p> : null}
      {sheet.rulings.map((ruling) => (
        <Entered key={ruling.id} lang={lang} number={sheet.number} ruling={ruling} agencies={agencies} />
      ))}
      {sheet.canPropose ? <ProposalForm {...props} /> : <p>{w.rulings.notNow}</p>}
      <Buttons>
        <ButtonLink href={`/cases/${sheet.number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

interface EnteredProps {
  readonly lang: Lang;
  readonly number: string;
  readonly ruling: RulingCard;
  readonly agencies: readonly Agency[];
}

function Entered({ lang, number, ruling, agencies }: EnteredProps) {
  const w = proceedingWords(lang);
  const { rulings } = words(lang).staff;
  const agency = agencies.find(({ code }) => code === ruling.agencyCode);
  const { overturnedOn, overturnedByReference } = ruling;
  return (
    <section>
      <h2>{rulings[ruling.kind]}</h2>
      <p>{rulings.by(w.bodies[ruling.body], ruling.reference, date(lang, ruling.date))}</p>
      <Definitions
        items={[
          { term: words(lang).staff.terms.status, value: w.rulings.states[ruling.state] },
          { term: w.agency, value: agency && (lang === 'en' ? agency.nameEn : agency.nameTh) },
          { term: w.rulings.accused, value: ruling.accusedKind && w.rulings.accusedKinds[ruling.accusedKind] },
          { term: w.note, value: ruling.note && <Prose text={ruling.note} /> },
          {
            term: w.rulings.overturned,
            value: overturnedOn && `${overturnedByReference} · ${date(lang, overturnedOn)}`,
          },
        ]}
      />
      {ruling.waiting ? <p>{w.rulings.waits[ruling.waiting]}</p> : null}
      {ruling.can === 'decide' ? (
        <Decide lang={lang} action={`/cases/${number}/rulings/${ruling.id}/approval`} />
      ) : null}
      {ruling.can === 'overturn' ? (
        <p>
          <a href={`/cases/${number}/rulings/${ruling.id}/overturning`}>{w.rulings.overturn}</a>
        </p>
      ) : null}
    </section>
  );
}

function Decide({ lang, action }: { readonly lang: Lang; readonly action: string }) {
  const w = proceedingWords(lang);
  return (
    <Form action={action} look="row">
      <Submit label={w.grant} name="decision" value="grant" />
      <Submit label={w.refuse} name="decision" value="refuse" look="quiet" />
    </Form>
  );
}

function ProposalForm({ lang, sheet, agencies, filled: { values, trouble } }: RulingsProps) {
  const w = proceedingWords(lang);
  const { rulings } = words(lang).staff;
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(trouble?.fields, name) });
  return (
    <section>
      <h2>{w.rulings.form}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/rulings`}>
        <Radios
          {...field('body')}
          label={w.body}
          required
          options={RULING_BODIES.map((body) => ({ value: body, label: w.bodies[body] }))}
        />
        <Field {...field('reference')} label={w.reference} required look="narrow" maxLength={60} />
        <DateField {...field('date')} label={w.date} required />
        <Radios
          {...field('kind')}
          label={w.rulings.kind}
          required
          options={RULING_KINDS.map((kind) => ({ value: kind, label: rulings[kind] }))}
        />
        <Select
          {...field('agencyCode')}
          value={typed(values, 'agencyCode') || sheet.agencyCode}
          label={w.agency}
          options={agencies.map(({ code, nameTh, nameEn }) => ({
            value: code,
            label: lang === 'en' ? nameEn : nameTh,
          }))}
        />
        <Select
          {...field('accusedKind')}
          label={w.rulings.accused}
          empty={w.rulings.sameAsCase}
          options={ACCUSED_KINDS.map((kind) => ({ value: kind, label: w.rulings.accusedKinds[kind] }))}
        />
        <TextArea {...field('note')} label={w.note} rows={3} />
        <Submit label={w.rulings.propose} />
      </Form>
    </section>
  );
}

interface OverturningProps {
  readonly lang: Lang;
  readonly number: string;
  readonly ruling: RulingCard;
  readonly filled: Filled;
}

export function OverturningPage({ lang, number, ruling, filled: { values, trouble } }: OverturningProps) {
  const w = proceedingWords(lang);
  const { rulings } = words(lang).staff;
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(trouble?.fields, name) });
  return (
    <>
      {trouble && trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      <p>
        {rulings[ruling.kind]} {rulings.by(w.bodies[ruling.body], ruling.reference, date(lang, ruling.date))}
      </p>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${number}/rulings/${ruling.id}/overturning`}>
        <Field {...field('reference')} label={w.reference} required look="narrow" maxLength={60} />
        <DateField {...field('date')} label={w.date} required />
        <TextArea {...field('reason')} label={w.rulings.reason} rows={3} />
        <Submit label={w.rulings.propose} />
      </Form>
      <Buttons>
        <ButtonLink href={`/cases/${number}/rulings`} label={w.rulings.title} look="quiet" />
      </Buttons>
    </>
  );
}
