import type { ApprovalKind } from '../cases/approval.entity';
import { Radios } from '../layout/choices';
import { Hidden, TextArea } from '../layout/field';
import { ButtonLink, Buttons, Form, Submit } from '../layout/form';
import { Notice } from '../layout/notice';
import type { FormTrouble, FormValues } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Can } from './record-sheets';
import { recordWords } from './words';

export interface Filled {
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}

interface StandingProps {
  readonly lang: Lang;
  readonly number: string;
  readonly kind: ApprovalKind;
  readonly can: Can;
  /** Refused to grant without one. */
  readonly reasonRequired?: boolean;
}

/** What there is to do when it is not the asking: wait, decide, or nothing. */
export function Standing({ lang, number, kind, can, reasonRequired }: StandingProps) {
  const w = recordWords(lang);
  if (can === 'grant')
    return <Decide lang={lang} number={number} kind={kind} reasonRequired={reasonRequired ?? false} />;
  if (can === 'ask') return null;
  return (
    <Notice>
      <p>{can === 'wait' ? w.waits : w.notNow}</p>
    </Notice>
  );
}

function Decide({ lang, number, kind, reasonRequired }: Omit<StandingProps, 'can'> & { reasonRequired: boolean }) {
  const w = recordWords(lang);
  return (
    <section>
      <h2>{w.decide}</h2>
      <Form action={`/cases/${number}/approval`}>
        <Hidden name="kind" value={kind} />
        <Radios
          name="decision"
          label={w.decision}
          required
          options={[
            { value: 'grant', label: w.grant },
            { value: 'refuse', label: w.refuse },
          ]}
        />
        <TextArea name="reason" label={w.reason} rows={3} required={reasonRequired} />
        <Submit label={w.save} />
      </Form>
    </section>
  );
}

/** What could not be done, when no single field is to blame. */
export function Refused({ trouble }: { readonly trouble: FormTrouble | undefined }) {
  if (!trouble || trouble.fields.length > 0) return null;
  return (
    <Notice tone="care">
      <p>{trouble.message}</p>
    </Notice>
  );
}

export function Back({ lang, number }: { readonly lang: Lang; readonly number: string }) {
  return (
    <Buttons>
      <ButtonLink href={`/cases/${number}`} label={recordWords(lang).back} look="quiet" />
    </Buttons>
  );
}
