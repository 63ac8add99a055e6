import { Field, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit } from '../layout/form';
import { PUBLIC_PATHS } from '../layout/nav';
import { words } from '../layout/words/words';
import type { FieldError } from '../platform/errors';
import type { PublicFrame } from './frame';
import { framed } from './frame';
import { reportersWords } from './words';

export const CLAIM_PATH = '/claims';
export const LOST_PATH = '/status/lost';

interface CodeFormProps {
  readonly frame: PublicFrame;
  readonly errors: readonly FieldError[];
  /** Written in a session that was over: hers to copy. */
  readonly unsent?: string;
}

/** Receipt in. The digits are never kept in the page, the address or the browser's memory. */
export function trackPage({ frame, errors, unsent }: CodeFormProps): string {
  const w = words(frame.lang);
  return framed(
    frame,
    w.nav.track,
    PUBLIC_PATHS.track,
    <>
      <ErrorSummary errors={errors} />
      <Form action={PUBLIC_PATHS.track}>
        <CodeField name="receipt" label={w.receipt.code} hint={w.receipt.codeHint} errors={errors} />
        <Submit label={w.button.look} />
      </Form>
      {unsent ? (
        <TextArea name="unsent" label={reportersWords(frame.lang).session.kept} rows={5} value={unsent} />
      ) : null}
      <p>
        <a href={LOST_PATH}>{w.receipt.lost}</a>
      </p>
      <p>
        <a href={CLAIM_PATH}>{w.receipt.claim}</a>
      </p>
    </>,
  );
}

/** Claim code in, a receipt of her own out. */
export function claimPage({ frame, errors }: CodeFormProps): string {
  const w = words(frame.lang);
  return framed(
    frame,
    w.receipt.claim,
    CLAIM_PATH,
    <>
      <ErrorSummary errors={errors} />
      <Form action={CLAIM_PATH}>
        <CodeField name="claimCode" label={w.receipt.claim} hint={w.receipt.claimHint} errors={errors} />
        <Submit label={w.button.open} />
      </Form>
    </>,
  );
}

function CodeField({
  name,
  label,
  hint,
  errors,
}: {
  name: string;
  label: string;
  hint: string;
  errors: readonly FieldError[];
}) {
  const error = errors.find(({ field }) => field === name)?.message;
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      look="code"
      inputMode="numeric"
      maxLength={60}
      error={error}
      required
    />
  );
}
