import { Radios } from '../layout/choices';
import { Field } from '../layout/field';
import { errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Notice } from '../layout/notice';
import type { FieldError } from '../platform/errors';
import type { Sent } from './forms';
import { textOf } from './forms';
import { issuePassphrase } from './passphrase.rules';
import { accessWords } from './words';

/** Issued (shown once afterwards) or one's own. */
export function PassphraseFields({ own, errors }: { readonly own: boolean; readonly errors: readonly FieldError[] }) {
  const { passphrase: w } = accessWords(useLang());
  return (
    <>
      <Radios
        name="passphrase"
        label={w.how}
        value={own ? 'own' : 'issued'}
        options={[
          { value: 'issued', label: w.issued, hint: w.issuedHint },
          { value: 'own', label: w.own, hint: w.ownHint },
        ]}
      />
      <Field
        name="password"
        type="password"
        label={w.field}
        error={errorOf(errors, 'password')}
        autoComplete="new-password"
      />
    </>
  );
}

/** The only time it is seen. */
export function PassphraseOnce({ passphrase }: { readonly passphrase: string }) {
  const { passphrase: w } = accessWords(useLang());
  return (
    <Notice tone="care" title={w.shown}>
      <p>
        <strong class="passphrase">{passphrase}</strong>
      </p>
      <p>{w.once}</p>
    </Notice>
  );
}

/** What was asked for: `issued` is what has to be shown afterwards, or null. */
export function chosenPassphrase(sent: Sent): { readonly password: string; readonly issued: string | null } {
  if (textOf(sent, 'passphrase') === 'own') return { password: textOf(sent, 'password'), issued: null };
  const issued = issuePassphrase();
  return { password: issued, issued };
}
