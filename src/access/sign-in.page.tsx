import { Field, Hidden, fieldId } from '../layout/field';
import { ButtonLink, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import type { FieldError } from '../platform/errors';
import { ORGANISATION_PATH } from './account-paths';
import { accessWords } from './words';

export interface SignInFormProps {
  readonly username?: string;
  readonly errors?: readonly FieldError[];
  /** Null: there is no provider to ask. `vouched`: whom it vouched for in this browser, if anybody. */
  readonly organisation?: { readonly vouched: string | null } | null;
}

export function SignInForm({ username, errors, organisation = null }: SignInFormProps) {
  const { terms } = useWords().staff;
  const { signIn } = accessWords(useLang());
  const vouched = organisation?.vouched ?? null;
  return (
    <>
      {organisation && vouched === null ? (
        <p>
          <ButtonLink href={ORGANISATION_PATH} label={signIn.organisation} look="quiet" />
        </p>
      ) : null}
      <Form action="/sign-in">
        <ErrorSummary errors={errors} />
        {vouched === null ? (
          <Field
            name="username"
            label={terms.username}
            value={username}
            error={errorOf(errors, 'username')}
            autoComplete="username"
            look="narrow"
            required
          />
        ) : (
          <>
            <Hidden name="username" value={vouched} />
            <p id={fieldId('username')}>
              {signIn.vouched} <b>{vouched}</b> · <a href={ORGANISATION_PATH}>{signIn.another}</a>
            </p>
          </>
        )}
        <Field
          name="password"
          type="password"
          label={terms.passphrase}
          error={errorOf(errors, 'password')}
          autoComplete="current-password"
          required
        />
        <Field name="otp" label={signIn.otp} hint={signIn.otpHint} autoComplete="one-time-code" look="narrow" />
        <p class="hint">{signIn.help}</p>
        <Submit label={signIn.submit} />
      </Form>
    </>
  );
}
