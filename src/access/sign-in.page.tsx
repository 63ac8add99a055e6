import { Field } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import type { FieldError } from '../platform/errors';
import { accessWords } from './words';

export interface SignInFormProps {
  readonly username?: string;
  readonly errors?: readonly FieldError[];
}

export function SignInForm({ username, errors }: SignInFormProps) {
  const { terms } = useWords().staff;
  const { signIn } = accessWords(useLang());
  return (
    <Form action="/sign-in">
      <ErrorSummary errors={errors} />
      <Field
        name="username"
        label={terms.username}
        value={username}
        error={errorOf(errors, 'username')}
        autoComplete="username"
        look="narrow"
        required
      />
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
  );
}
