import { Mark } from '../layout/field';

interface TextBoxProps {
  /** Unlike its name, only one on the page: a case file has several forms that send the same field. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly required?: boolean;
}

export function TextBox({ id, name, label, hint, rows, required = false }: TextBoxProps) {
  return (
    <div class="field">
      <label for={id}>
        {label}
        <Mark required={required} />
      </label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <textarea
        id={id}
        name={name}
        rows={rows}
        required={required || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  );
}
