import { Code } from '../layout/code';
import { Field, Hidden } from '../layout/field';
import { ButtonLink, ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { Notice } from '../layout/notice';
import type { FieldError } from '../platform/errors';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import { QrCode } from './qr';
import type { ShownOffer } from './second-factors';

const FACTOR = ACCOUNT_PATHS.secondFactor;

export interface OfferFormProps {
  readonly offer: ShownOffer;
  readonly errors: readonly FieldError[];
}

/** Scan, or type, then show that it works. */
export function OfferForm({ offer, errors }: OfferFormProps) {
  const { factor: w } = accountWords(useLang());
  return (
    <>
      <BackToAccount />
      <Form action={FACTOR}>
        <ErrorSummary errors={errors} />
        <p>{w.scan}</p>
        <QrCode text={offer.uri} label={w.qr} />
        <Code label={w.orType} digits={offer.byFours} />
        <p>{w.fifteen}</p>
        <Hidden name="offer" value={offer.sealed} />
        <Field
          name="code"
          label={w.code}
          error={errorOf(errors, 'code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          look="code"
          required
        />
        <Submit label={w.confirm} />
      </Form>
    </>
  );
}

export function FactorPage({ recoveryCodesLeft }: { readonly recoveryCodesLeft: number }) {
  const { factor: w } = accountWords(useLang());
  return (
    <>
      <BackToAccount />
      <Notice tone="good" title={w.enrolled}>
        <p>{w.left(recoveryCodesLeft)}</p>
      </Notice>
      <h2>{w.renew}</h2>
      <Form action={`${FACTOR}/recovery-codes`} label={w.renew}>
        <p>{w.renewWhy}</p>
        <Submit label={w.renew} look="quiet" />
      </Form>
      <h2>{w.replace}</h2>
      <p>{w.replaceWhy}</p>
      <p>
        <ButtonLink href={`${FACTOR}?replace=yes`} label={w.replace} look="quiet" />
      </p>
      <p class="hint">{w.lost}</p>
    </>
  );
}

/** The only time they are seen; the browser prints them. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { account, factor: w } = accountWords(useLang());
  return (
    <>
      <Notice tone="care" title={w.codesOnce}>
        <p>{w.codesKeep}</p>
      </Notice>
      <ol class="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{w.lost}</p>
      <p class="noprint">
        <ButtonLink href={ACCOUNT_PATHS.account} label={account.back} />
      </p>
    </>
  );
}

function BackToAccount() {
  const { account } = accountWords(useLang());
  return (
    <p>
      <a href={ACCOUNT_PATHS.account}>‹ {account.back}</a>
    </p>
  );
}
