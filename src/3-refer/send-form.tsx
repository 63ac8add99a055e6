import { PURPOSES, SIGNED_AS } from '../cases/codes';
import { evidenceWords } from '../evidence/words';
import { Checkbox, Checkboxes, Radios, Select } from '../layout/choices';
import { DateField, Field, TextArea } from '../layout/field';
import { Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { digits } from '../layout/words/format';
import { typed } from '../platform/http/form';
import { agencyWords } from './agency-words';
import { Trouble } from './answer-form';
import { RECIPIENT_KINDS } from './recipients.rules';
import type { ReferralsPageProps } from './referrals-page';
import { referWords } from './words';

/** One recipient at a time; the words are sealed for that recipient alone. */
export function SendForm(props: ReferralsPageProps & { readonly act: 'refer' | 'sendBack' }) {
  const { lang, view, filled, act } = props;
  const w = referWords(lang).send;
  const codes = agencyWords(lang).desk;
  const field = fieldOf(props);
  return (
    <section>
      <h2>{w[act]}</h2>
      <Notice>
        <p>{w.never}</p>
      </Notice>
      <Form action={`/cases/${view.file.number}/referrals`}>
        <Trouble filled={filled} />
        {act === 'sendBack' ? <TextArea {...field('reason')} label={w.reason} rows={3} required /> : null}
        <Whom {...props} />
        <TextArea {...field('message')} label={w.message} hint={w.messageHint} rows={8} />
        {view.file.allegationItem === null ? null : (
          <Checkbox {...field('includeAllegation')} label={w.include} hint={w.includeHint} />
        )}
        <Enclosures {...props} />
        <Letter {...props} />
        <Checkbox {...field('withCode')} label={codes.withCode} hint={codes.withCodeHint} />
        <Submit label={w[act]} />
      </Form>
    </section>
  );
}

const fieldOf =
  ({ filled }: Pick<ReferralsPageProps, 'filled'>) =>
  (name: string) => ({ name, value: typed(filled.values, name), error: errorOf(filled.trouble?.fields, name) });

function Whom(props: ReferralsPageProps) {
  const { send: w, kinds, purposes } = referWords(props.lang);
  const field = fieldOf(props);
  const unusual = RECIPIENT_KINDS.filter((kind) => kind === 'section' || kind === 'person');
  return (
    <>
      <Select {...field('agencyCode')} label={w.agency} options={props.place.recipients} />
      <Select
        {...field('kind')}
        label={w.kind}
        hint={w.kindHint}
        options={unusual.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <Field {...field('name')} label={w.name} hint={w.nameHint} maxLength={200} />
      <Radios
        {...field('purpose')}
        label={w.purpose}
        options={PURPOSES.map((purpose) => ({ value: purpose, label: purposes[purpose] }))}
      />
      <Checkbox {...field('lead')} label={w.lead} />
    </>
  );
}

function Enclosures({ lang, view, filled }: ReferralsPageProps) {
  const w = referWords(lang).send;
  const { kinds } = evidenceWords(lang);
  if (view.exhibits.length === 0) return null;
  return (
    <Checkboxes
      name="exhibits"
      label={w.exhibits}
      hint={w.exhibitsHint}
      values={[filled.values.exhibits ?? []].flat()}
      error={errorOf(filled.trouble?.fields, 'exhibits')}
      options={view.exhibits.map(({ no, kind }) => ({
        value: String(no),
        label: w.exhibit(digits(lang, no), kinds[kind]),
      }))}
    />
  );
}

function Letter(props: ReferralsPageProps) {
  const { send: w, signedAs } = referWords(props.lang);
  const field = fieldOf(props);
  return (
    <>
      <Field {...field('letterNo')} label={w.letterNo} look="narrow" maxLength={60} />
      <DateField {...field('letterDate')} label={w.letterDate} />
      <Field {...field('signatory')} label={w.signatory} maxLength={200} />
      <Select
        {...field('signedAs')}
        label={w.signedAs}
        options={SIGNED_AS.map((as) => ({ value: as, label: signedAs[as] }))}
      />
      <TextArea {...field('order')} label={w.order} hint={w.orderHint} rows={3} />
    </>
  );
}
