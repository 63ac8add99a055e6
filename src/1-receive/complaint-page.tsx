import type { ComponentChildren } from 'preact';
import { randomBytes } from 'node:crypto';
import type { Province } from '../agencies/agencies';
import { IDENTITY_KINDS } from '../cases/codes';
import { Checkbox, Radios, Select } from '../layout/choices';
import { FileField } from '../layout/file-field';
import { Field, Hidden, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { useLang, useWords } from '../layout/language';
import { PUBLIC_PATHS } from '../layout/nav';
import { Page, renderPage } from '../layout/page';
import { words } from '../layout/words/words';
import { FILES_FIELD } from '../platform/http/file-limits';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { fileWords } from '../evidence/file-words';
import { reportersWords } from '../reporters/words';

/** The types a reporter may choose from; the province's own types are for the desk. */
export const PUBLIC_TYPES = [
  'general',
  'service',
  'misconduct',
  'corruption',
  'procurement',
  'personnel',
  'ethics',
  'unsorted',
] as const;

export interface PublicFormProps {
  readonly lang: Lang;
  readonly province: Province;
  readonly trialMode: boolean;
  /** Notices are posted here. */
  readonly mails: boolean;
  readonly values: FormValues;
  readonly trouble: FormTrouble | null;
}

/** What the public form and the desk's share: everything she can tell. */
export interface ToldProps {
  readonly values: FormValues;
  readonly trouble: FormTrouble | null;
}

export const newSubmissionKey = (): string => randomBytes(32).toString('base64url');

/** The public form: one required field, the rest offered; everything typed survives an error. */
export function complaintPage(props: PublicFormProps): string {
  const { lang, province, trialMode, mails, values, trouble } = props;
  const w = words(lang);
  const name = lang === 'th' ? province.profile.nameTh : province.profile.nameEn;
  return renderPage(
    <Page lang={lang} title={w.nav.file} path={PUBLIC_PATHS.file} area="public" trialMode={trialMode} province={name}>
      <Notice tone="care">
        <p>{w.app.danger}</p>
      </Notice>
      <Trouble trouble={trouble} />
      <Form action={PUBLIC_PATHS.file} files>
        <Hidden name="submissionKey" value={typed(values, 'submissionKey') || newSubmissionKey()} />
        <WhatHappened values={values} trouble={trouble} />
        <Circumstances values={values} trouble={trouble} />
        <Attachments trouble={trouble} />
        <Where values={values} trouble={trouble} province={province} />
        <TypeChoice values={values} trouble={trouble} />
        <AboutUs values={values} />
        <WhoAsks values={values} trouble={trouble} />
        {mails ? <NoticesTo values={values} trouble={trouble} /> : null}
        <p class="hint">{w.app.notPolice}</p>
        <Submit label={w.button.send} />
      </Form>
    </Page>,
  );
}

export function Trouble({ trouble }: { readonly trouble: FormTrouble | null }) {
  if (!trouble) return null;
  return trouble.fields.length > 0 ? (
    <ErrorSummary errors={trouble.fields} />
  ) : (
    <Notice tone="care">
      <p>{trouble.message}</p>
    </Notice>
  );
}

export function WhatHappened({ values, trouble }: ToldProps) {
  const { field } = useWords();
  return (
    <TextArea
      name="allegation"
      label={field.what}
      hint={field.whatHint}
      required
      rows={9}
      value={typed(values, 'allegation')}
      error={errorOf(trouble?.fields, 'allegation')}
    />
  );
}

export function Circumstances({ values, trouble }: ToldProps) {
  const { field } = useWords();
  const lines = [
    ['where', field.where, 2],
    ['when', field.when, 1],
    ['who', field.who, 2],
    ['proof', field.proof, 2],
    ['want', field.want, 2],
    ['told', field.told, 1],
  ] as const;
  return (
    <>
      {lines.map(([name, label, rows]) => {
        const props = { name, label, value: typed(values, name), error: errorOf(trouble?.fields, name) };
        return rows === 1 ? <Field key={name} {...props} /> : <TextArea key={name} {...props} rows={rows} />;
      })}
    </>
  );
}

/** Beside the question for proof. */
export function Attachments({ trouble }: Pick<ToldProps, 'trouble'>) {
  const w = fileWords(useLang());
  return <FileField name={FILES_FIELD} label={w.files} hint={w.hint} error={errorOf(trouble?.fields, FILES_FIELD)} />;
}

export function Where({ values, trouble, province }: ToldProps & { readonly province: Province }) {
  const lang = useLang();
  const { field } = useWords();
  const options = province.districts
    .filter(({ code }) => code !== 'unknown')
    .map(({ code, nameTh, nameEn }) => ({ value: code, label: lang === 'th' ? nameTh : nameEn }));
  return (
    <Select
      name="district"
      label={field.district}
      empty={field.unknown}
      options={options}
      value={typed(values, 'district')}
      error={errorOf(trouble?.fields, 'district')}
    />
  );
}

/** Nobody at the desk reads what is about the desk. */
function AboutUs({ values }: Pick<ToldProps, 'values'>) {
  const { field } = useWords();
  return (
    <>
      <Checkbox name="concernsDesk" label={field.aboutUs} value={typed(values, 'concernsDesk')} />
      <p class="hint">{field.aboutUsHint}</p>
    </>
  );
}

function TypeChoice({ values, trouble }: ToldProps) {
  const { field, type } = useWords();
  return (
    <Radios
      name="type"
      label={field.type}
      options={PUBLIC_TYPES.map((value) => ({ value, label: type[value] }))}
      value={typed(values, 'type')}
      error={errorOf(trouble?.fields, 'type')}
    />
  );
}

/** Only where notices are posted: nobody is asked for what is of no use. */
function NoticesTo({ values, trouble }: ToldProps) {
  const { ask, hint } = reportersWords(useLang()).address;
  return (
    <Field
      name="noticeEmail"
      type="email"
      inputMode="email"
      label={ask}
      hint={hint}
      value={typed(values, 'noticeEmail')}
      error={errorOf(trouble?.fields, 'noticeEmail')}
    />
  );
}

/** Name last: whoever gives none is asked for none. */
export function WhoAsks({ values, trouble, children }: ToldProps & { readonly children?: ComponentChildren }) {
  const { identity, field } = useWords();
  return (
    <>
      <Radios
        name="identity"
        label={identity.heading}
        options={IDENTITY_KINDS.map((value) => ({
          value,
          label: identity[value],
          hint: identity[`${value}Hint`],
        }))}
        value={typed(values, 'identity')}
        error={errorOf(trouble?.fields, 'identity')}
      />
      <Field
        name="contact.name"
        label={field.name}
        value={typed(values, 'contact.name')}
        error={errorOf(trouble?.fields, 'contact.name')}
      />
      <TextArea
        name="contact.note"
        label={field.contact}
        hint={field.contactHint}
        rows={2}
        value={typed(values, 'contact.note')}
        error={errorOf(trouble?.fields, 'contact.note')}
      />
      {children}
      <Checkbox name="reprisalFeared" label={field.fear} value={typed(values, 'reprisalFeared')} />
    </>
  );
}
