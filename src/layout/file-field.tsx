import type { FieldProps } from './field';
import { HintAndError, Mark, describe, fieldId } from './field';

/** Several files at once. What was chosen cannot be given back after an error: the browser forbids it. */
export function FileField(props: Omit<FieldProps, 'value'>) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <Mark required={props.required} />
      </label>
      <HintAndError {...props} />
      <input id={fieldId(props.name)} name={props.name} type="file" multiple {...describe(props)} />
    </div>
  );
}
