import { Field } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import type { FieldError } from '../platform/errors';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';

export function OwnPassphraseForm({ errors }: { readonly errors: readonly FieldError[] }) {
  const { account, passphrase: w } = accountWords(useLang());
  return (
    <>
      <p>
        <a href={ACCOUNT_PATHS.account}>‹ {account.back}</a>
      </p>
      <Form action={ACCOUNT_PATHS.passphrase}>
        <ErrorSummary errors={errors} />
        <Field
          name="current"
          type="password"
          label={w.current}
          error={errorOf(errors, 'current')}
          autoComplete="current-password"
          required
        />
        <Field
          name="password"
          type="password"
          label={w.fresh}
          hint={w.hint}
          error={errorOf(errors, 'password')}
          autoComplete="new-password"
          required
        />
        <Submit label={w.save} />
      </Form>
    </>
  );
}
