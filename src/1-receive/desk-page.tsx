import type { Province } from '../agencies/agencies';
import { REPORTER_KINDS } from '../cases/codes';
import { spokenNumber } from '../cases/case-number.rules';
import { Checkbox, Select } from '../layout/choices';
import { Code } from '../layout/code';
import { DateField, Field } from '../layout/field';
import { ButtonLink, Buttons, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { STAFF_PATHS } from '../layout/nav';
import { Notice } from '../layout/notice';
import { date } from '../layout/words/format';
import { words } from '../layout/words/words';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { ToldProps } from './complaint-page';
import { Attachments, Circumstances, Trouble, WhatHappened, Where, WhoAsks } from './complaint-page';
import type { Entered } from './receive.service';
import { deskWords } from './words';

type DeskFormProps = ToldProps & { readonly province: Province };

/** One form for every channel, in the order of a telephone call (WORDING §5): the story first, the name last. */
export function DeskForm(props: DeskFormProps) {
  const { values, trouble } = props;
  const lang = useLang();
  const w = deskWords(lang);
  return (
    <>
      <Trouble trouble={trouble} />
      <details>
        <summary>{w.script}</summary>
        <ol>
          {w.scriptLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <Form action={STAFF_PATHS.newCase} files>
        <Arrived {...props} />
        <WhatHappened values={values} trouble={trouble} />
        <Circumstances values={values} trouble={trouble} />
        <Attachments trouble={trouble} />
        <Where {...props} />
        <Subject {...props} />
        <WhoAsks values={values} trouble={trouble}>
          <Select
            name="reporterKind"
            label={w.reporterKind}
            options={REPORTER_KINDS.map((value) => ({ value, label: w.reporterKinds[value] }))}
            value={typed(values, 'reporterKind')}
            error={errorOf(trouble?.fields, 'reporterKind')}
          />
        </WhoAsks>
        <Checkbox name="protectionAsked" label={w.protection} value={typed(values, 'protectionAsked')} />
        <Submit label={w.save} />
      </Form>
    </>
  );
}

function Arrived({ values, trouble, province }: DeskFormProps) {
  const lang = useLang();
  const { staff } = useWords();
  const w = deskWords(lang);
  const field = (name: string) => ({ name, value: typed(values, name), error: errorOf(trouble?.fields, name) });
  return (
    <>
      <Select
        {...field('channel')}
        label={w.channel}
        required
        options={province.channels.map(({ code, nameTh, nameEn }) => ({
          value: code,
          label: lang === 'th' ? nameTh : nameEn,
        }))}
      />
      <DateField {...field('receivedAt')} label={staff.terms.received} required />
      <Field {...field('receivedTime')} label={w.time} hint={w.timeHint} look="narrow" />
      <Field {...field('registryNo')} label={staff.terms.registryNumber} look="narrow" />
      <Field {...field('ticket')} label={staff.terms.ticket} hint={w.ticketHint} look="narrow" />
    </>
  );
}

function Subject({ values, trouble, province }: DeskFormProps) {
  const lang = useLang();
  const w = useWords();
  const named = ({ nameTh, nameEn }: { nameTh: string; nameEn: string }): string => (lang === 'th' ? nameTh : nameEn);
  return (
    <>
      <Select
        name="type"
        label={w.field.type}
        empty={w.type.unsorted}
        options={province.types
          .filter(({ code }) => code !== 'unsorted')
          .map((type) => ({ value: type.code, label: named(type) }))}
        value={typed(values, 'type')}
        error={errorOf(trouble?.fields, 'type')}
      />
      <Select
        name="agencyCode"
        label={w.field.agency}
        empty={w.field.unknown}
        options={province.agencies
          .filter(({ isCollective }) => !isCollective)
          .map((agency) => ({ value: agency.code, label: named(agency) }))}
        value={typed(values, 'agencyCode')}
        error={errorOf(trouble?.fields, 'agencyCode')}
      />
    </>
  );
}

/** The code to be read aloud by fours; a receipt is never shown to staff. */
export function EnteredSlip({ lang, province, entered }: { lang: Lang; province: Province; entered: Entered }) {
  const w = deskWords(lang);
  const all = words(lang);
  const { code, numberPrefix } = province.profile;
  return (
    <>
      <p>
        {all.receipt.number}:{' '}
        <b>{lang === 'th' ? spokenNumber({ code, short: numberPrefix }, entered.number) : entered.number}</b>
      </p>
      <Code label={all.receipt.claim} digits={entered.claimCode} />
      <Notice>
        <p>{w.readAloud}</p>
        <p>{w.claimUse}</p>
      </Notice>
      <p>
        {all.standing.by} <time dateTime={entered.acknowledgeBy}>{date(lang, entered.acknowledgeBy)}</time>
      </p>
      <Buttons>
        <ButtonLink href={`/cases/${entered.number}`} label={w.openCase} />
        <ButtonLink href={STAFF_PATHS.newCase} label={all.staff.menu.newCase} look="quiet" />
      </Buttons>
    </>
  );
}
