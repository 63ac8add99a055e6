import type { ComponentChildren } from 'preact';
import type { FieldError } from '../platform/errors';
import { fieldId } from './field';
import { useWords } from './language';
import { safeUrl } from './safe-url';

/** The message of one field, if it has one. */
export function errorOf(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}

export interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get';
  /** Forms with files. */
  readonly files?: boolean;
  /** row: small forms in one line, such as a search */
  readonly look?: 'row';
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** Checked by the server alone, so that errors come in our words and in the reader's language. */
export function Form({ action, method = 'post', files, look, label, children }: FormProps) {
  return (
    <form
      action={safeUrl(action)}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      class={look}
      role={method === 'get' ? 'search' : undefined}
      aria-label={label}
      novalidate
    >
      {children}
    </form>
  );
}

export interface SubmitProps {
  readonly label: string;
  /** main: the one thing to do here · quiet: beside it · grave: cannot be taken back */
  readonly look?: 'main' | 'quiet' | 'grave';
  readonly name?: string;
  readonly value?: string;
}

export function Submit({ label, look = 'main', name, value }: SubmitProps) {
  return (
    <button type="submit" class={look} name={name} value={value}>
      {label}
    </button>
  );
}

/** Buttons side by side, one under the other on a telephone. */
export function Buttons({ children }: { readonly children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, label, look = 'main' }: { href: string; label: string; look?: 'main' | 'quiet' }) {
  return (
    <a class={`button ${look}`} href={safeUrl(href)}>
      {label}
    </a>
  );
}

/** Stands above the form, takes the focus without script, and leads to each field that needs mending. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] | undefined }) {
  const { error } = useWords();
  if (!errors || errors.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{error.heading(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${fieldId(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
      <p>{error.again}</p>
    </div>
  );
}
