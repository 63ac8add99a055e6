import { Field, Hidden } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import type { FieldError } from '../platform/errors';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';

export interface ConfirmationFormProps {
  /** Where to go back to, a path of ours. */
  readonly to: string;
  readonly asksCode: boolean;
  readonly errors: readonly FieldError[];
}

export function ConfirmationForm({ to, asksCode, errors }: ConfirmationFormProps) {
  const { terms } = useWords().staff;
  const { confirmation: w } = accountWords(useLang());
  return (
    <Form action={ACCOUNT_PATHS.confirmation}>
      <ErrorSummary errors={errors} />
      <Hidden name="to" value={to} />
      <Field
        name="password"
        type="password"
        label={terms.passphrase}
        error={errorOf(errors, 'password')}
        autoComplete="current-password"
        required
      />
      {asksCode ? (
        <Field name="otp" label={w.code} hint={w.codeHint} autoComplete="one-time-code" look="narrow" required />
      ) : null}
      <Submit label={w.submit} />
    </Form>
  );
}
