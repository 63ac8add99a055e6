import { Field } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Notice } from '../layout/notice';
import type { FieldError } from '../platform/errors';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import type { Postbox } from './own-address';

export interface OwnAddressFormProps {
  readonly postbox: Postbox;
  /** Whether anything is posted here at all. */
  readonly isOn: boolean;
  readonly errors: readonly FieldError[];
}

export function OwnAddressForm({ postbox, isOn, errors }: OwnAddressFormProps) {
  const { account, email: w } = accountWords(useLang());
  const care = !isOn ? w.off : postbox.email !== null && !postbox.own ? w.notYours : null;
  return (
    <>
      <p>
        <a href={ACCOUNT_PATHS.account}>‹ {account.back}</a>
      </p>
      {care ? (
        <Notice tone="care">
          <p>{care}</p>
        </Notice>
      ) : null}
      <Form action={ACCOUNT_PATHS.email}>
        <ErrorSummary errors={errors} />
        <Field
          name="email"
          type="email"
          inputMode="email"
          label={w.label}
          hint={w.hint}
          value={postbox.email}
          error={errorOf(errors, 'email')}
        />
        <Submit label={w.save} />
      </Form>
    </>
  );
}
