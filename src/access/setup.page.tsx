import { Field } from '../layout/field';
import { ButtonLink, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import { SIGN_IN_PATH } from '../layout/nav';
import type { FieldError } from '../platform/errors';
import { PassphraseFields, PassphraseOnce } from './passphrase.page';
import { accessWords } from './words';

export interface SetupFormProps {
  readonly action: string;
  readonly username?: string;
  readonly name?: string;
  readonly own?: boolean;
  readonly errors?: readonly FieldError[];
}

export function SetupForm({ action, username, name, own = false, errors = [] }: SetupFormProps) {
  const { terms } = useWords().staff;
  const { setup, people } = accessWords(useLang());
  return (
    <Form action={action}>
      <ErrorSummary errors={errors} />
      <Field
        name="username"
        label={terms.username}
        hint={people.usernameHint}
        value={username}
        error={errorOf(errors, 'username')}
        autoComplete="username"
        look="narrow"
        required
      />
      <Field name="name" label={people.name} value={name} error={errorOf(errors, 'name')} required />
      <PassphraseFields own={own} errors={errors} />
      <Submit label={setup.submit} />
    </Form>
  );
}

export function SetupDone({ passphrase }: { readonly passphrase: string | null }) {
  const { setup } = accessWords(useLang());
  return (
    <>
      {passphrase === null ? null : <PassphraseOnce passphrase={passphrase} />}
      <p>
        <ButtonLink href={SIGN_IN_PATH} label={setup.next} />
      </p>
    </>
  );
}
