import { Field, Hidden, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { RunView } from './clocks-view';
import { deadlineWords } from './words';

/** A form about one run, as it was last sent. */
export interface OpenForm {
  readonly kind: 'extend' | 'pause';
  /** The run's id. */
  readonly id: string;
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}

interface FormProps {
  readonly lang: Lang;
  readonly number: string;
  readonly run: RunView;
  readonly form: OpenForm;
}

export function ClockForm(props: FormProps) {
  const { trouble } = props.form;
  return (
    <>
      {trouble && trouble.fields.length === 0 ? (
        <Notice tone="care">
          <p>{trouble.message}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={trouble?.fields} />
      {props.form.kind === 'extend' ? <ExtensionForm {...props} /> : <PauseForm {...props} />}
    </>
  );
}

function ExtensionForm({ lang, number, run, form }: FormProps) {
  const { extension: w, units } = deadlineWords(lang);
  const { values, trouble } = form;
  return (
    <Form action={`/cases/${number}/extensions`} label={w.heading}>
      <Hidden name="deadline" value={run.id} />
      <Field
        name="amount"
        label={w.amount}
        hint={run.mayAsk ? w.amountHint(units[run.mayAsk.unit](run.mayAsk.amount)) : undefined}
        value={typed(values, 'amount')}
        error={errorOf(trouble?.fields, 'amount')}
        look="narrow"
        inputMode="numeric"
        required
      />
      <TextArea
        name="reason"
        label={w.reason}
        value={typed(values, 'reason')}
        error={errorOf(trouble?.fields, 'reason')}
        rows={3}
        required
      />
      <Submit label={w.ask} />
    </Form>
  );
}

function PauseForm({ lang, number, run, form }: FormProps) {
  const { pause: w } = deadlineWords(lang);
  return (
    <Form action={`/cases/${number}/pauses`} label={w.begin}>
      <Hidden name="deadline" value={run.id} />
      <Hidden name="reason" value="waiting_reporter" />
      <TextArea
        name="why"
        label={w.why}
        value={typed(form.values, 'why')}
        error={errorOf(form.trouble?.fields, 'why')}
        rows={3}
      />
      <Submit label={w.begin} />
    </Form>
  );
}
