import type { ComponentChildren } from 'preact';
import { FINDINGS } from '../cases/codes';
import { Radios, Select } from '../layout/choices';
import { Definitions } from '../layout/definitions';
import { TextArea } from '../layout/field';
import { ButtonLink, Buttons, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { Prose } from '../layout/text';
import { date, dateTime } from '../layout/words/format';
import { words } from '../layout/words/words';
import { sayIn } from '../platform/errors';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { VerificationSheet } from './verification-sheet';
import { VERIFICATION_MODES } from './verify.rules';
import { verifyWords } from './words';

export interface Filled {
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}

interface SheetProps {
  readonly lang: Lang;
  readonly sheet: VerificationSheet;
}

/** Step 4: the papers so far, and the one form that can be filled now. */
export function VerificationPage({ lang, sheet, filled }: SheetProps & { readonly filled: Filled }) {
  const w = verifyWords(lang);
  const { can, obstacle } = sheet;
  return (
    <>
      <Notice tone={sheet.accusation ? 'care' : 'calm'}>
        <p>{sheet.accusation ? w.accusation : w.grievance}</p>
      </Notice>
      {filled.trouble && filled.trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{filled.trouble.message}</p>
        </Notice>
      ) : null}
      <Papers lang={lang} sheet={sheet} />
      {can && obstacle ? (
        <Notice tone="care">
          <p>{sayIn(lang, obstacle)}</p>
        </Notice>
      ) : null}
      {can === 'order' && !obstacle ? <OrderForm lang={lang} sheet={sheet} filled={filled} /> : null}
      {can === 'find' ? (
        <Buttons>
          <ButtonLink href={`/cases/${sheet.number}/verification/records`} label={w.addVisit} look="quiet" />
          <ButtonLink href={`/cases/${sheet.number}/referrals`} label={w.sendBack} look="quiet" />
        </Buttons>
      ) : null}
      {can === 'find' && !obstacle ? <FindingForm lang={lang} sheet={sheet} filled={filled} /> : null}
      <Buttons>
        <ButtonLink href={`/cases/${sheet.number}`} label={w.back} look="quiet" />
      </Buttons>
    </>
  );
}

function Papers({ lang, sheet }: SheetProps) {
  const w = verifyWords(lang);
  const { findings } = words(lang).staff;
  return (
    <>
      <Section title={w.orders} none={w.none}>
        {sheet.orders.map((order) => (
          <Definitions
            key={order.at}
            items={[
              { term: w.mode, value: `${w.modes[order.mode]} · ${dateTime(lang, order.at)}` },
              { term: w.reason, value: <Prose text={order.reason} /> },
              { term: w.cover, value: order.cover && <Prose text={order.cover} /> },
            ]}
          />
        ))}
      </Section>
      <Section title={w.visits} none={w.none}>
        {sheet.visits.map((visit, at) => (
          <Definitions
            key={at}
            items={[
              { term: w.mode, value: `${w.modes[visit.mode]} · ${date(lang, visit.on)}` },
              { term: w.seen, value: <Prose text={visit.text} /> },
            ]}
          />
        ))}
      </Section>
      <Section title={w.findings} none={w.none}>
        {sheet.findings.map((paper) => (
          <Definitions
            key={paper.at}
            items={[
              { term: w.finding, value: `${findings[paper.finding]} · ${dateTime(lang, paper.at)}` },
              { term: w.text, value: <Prose text={paper.text} /> },
            ]}
          />
        ))}
      </Section>
    </>
  );
}

function Section(props: { readonly title: string; readonly none: string; readonly children: ComponentChildren[] }) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children.length > 0 ? props.children : <p>{props.none}</p>}
    </section>
  );
}

function OrderForm({ lang, sheet, filled }: SheetProps & { readonly filled: Filled }) {
  const w = verifyWords(lang);
  const { values, trouble } = filled;
  const error = (field: string) => errorOf(trouble?.fields, field);
  return (
    <section>
      <h2>{w.order}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/verification`}>
        <Radios
          name="mode"
          label={w.mode}
          required
          value={typed(values, 'mode')}
          error={error('mode')}
          options={VERIFICATION_MODES.map((mode) => ({ value: mode, label: w.modes[mode], hint: w.modeHints[mode] }))}
        />
        <TextArea name="reason" label={w.reason} required value={typed(values, 'reason')} error={error('reason')} />
        {sheet.accusation ? (
          <TextArea
            name="cover"
            label={w.cover}
            hint={w.coverHint}
            rows={3}
            value={typed(values, 'cover')}
            error={error('cover')}
          />
        ) : null}
        <Select
          name="investigator"
          label={w.investigator}
          empty={w.anyone}
          value={typed(values, 'investigator')}
          error={error('investigator')}
          options={sheet.verifiers.map(({ username, name }) => ({ value: username, label: name }))}
        />
        <Submit label={w.order} />
      </Form>
    </section>
  );
}

function FindingForm({ lang, sheet, filled }: SheetProps & { readonly filled: Filled }) {
  const w = verifyWords(lang);
  const { findings } = words(lang).staff;
  const { values, trouble } = filled;
  return (
    <section>
      <h2>{w.find}</h2>
      <ErrorSummary errors={trouble?.fields} />
      <Form action={`/cases/${sheet.number}/verification/finding`}>
        <Radios
          name="finding"
          label={w.finding}
          required
          value={typed(values, 'finding')}
          error={errorOf(trouble?.fields, 'finding')}
          options={FINDINGS.map((finding) => ({ value: finding, label: findings[finding] }))}
        />
        <TextArea
          name="text"
          label={w.text}
          required
          rows={10}
          value={typed(values, 'text')}
          error={errorOf(trouble?.fields, 'text')}
        />
        <Submit label={w.find} />
      </Form>
    </section>
  );
}
