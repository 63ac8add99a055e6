import type { ComponentChildren } from 'preact';
import { useWords } from './language';

/** What every form part takes. `value` is what was sent last time, so nothing typed is ever lost. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly required?: boolean | undefined;
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'search';
  /** 'off' unless said otherwise: a shared telephone must not offer what was typed before. */
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  readonly maxLength?: number;
  /** code: big spaced digits for receipts and claim codes */
  readonly look?: 'wide' | 'narrow' | 'code';
  readonly autoFocus?: boolean;
}

export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]/g, '-')}`;
const hintId = (name: string): string => `${fieldId(name)}-hint`;
const errorId = (name: string): string => `${fieldId(name)}-error`;

/** The attributes that tie an input to its hint and error. */
export function describe({ name, hint, error, required }: FieldProps) {
  const ids = [hint ? hintId(name) : '', error ? errorId(name) : ''].filter(Boolean).join(' ');
  return {
    'aria-describedby': ids || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    required: required || undefined,
  };
}

export function Mark({ required }: { readonly required?: boolean | undefined }) {
  const { field } = useWords();
  return required ? <span class="mark"> ({field.required})</span> : null;
}

export function HintAndError({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const { error: word } = useWords();
  return (
    <>
      {hint ? (
        <p class="hint" id={hintId(name)}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={errorId(name)}>
          <span class="sr">{word.prefix} </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

function Labelled({ children, ...props }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <Mark required={props.required} />
      </label>
      <HintAndError {...props} />
      {children}
    </div>
  );
}

/** One line of text. */
export function Field(props: TextFieldProps) {
  return (
    <Labelled {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        class={props.look ?? 'wide'}
        value={props.value ?? ''}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        spellcheck={props.look === 'code' ? false : undefined}
        autoFocus={props.autoFocus}
        {...describe(props)}
      />
    </Labelled>
  );
}

/** A day typed as people write it: Thai or Arabic digits, B.E. or C.E. (`parseDay` reads it). */
export function DateField({ hint, ...props }: FieldProps) {
  const { field } = useWords();
  return <Field {...props} hint={hint ?? field.dayHint} look="narrow" />;
}

/** Several lines. The first line end is the parser's, so that text beginning with one keeps it. */
export function TextArea({ rows = 6, maxLength, ...props }: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <Labelled {...props}>
      <textarea id={fieldId(props.name)} name={props.name} rows={rows} maxLength={maxLength} {...describe(props)}>
        {`\n${props.value ?? ''}`}
      </textarea>
    </Labelled>
  );
}

export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
