import { describe, fieldId, HintAndError, Mark, type FieldProps } from './field';
import { useWords } from './language';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Choice[];
}

/** One of a long list. The first line is empty: nothing is chosen for anyone. */
export function Select({ options, empty, ...props }: ChoiceProps & { readonly empty?: string }) {
  const { field } = useWords();
  const value = props.value ?? '';
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <label for={fieldId(props.name)}>
        {props.label}
        <Mark required={props.required} />
      </label>
      <HintAndError {...props} />
      <select id={fieldId(props.name)} name={props.name} {...describe(props)}>
        <option value="">{empty ?? `— ${field.choose} —`}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value || undefined}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One of a few, each with its own words. */
export function Radios({ options, ...props }: ChoiceProps) {
  return <Ticks kind="radio" options={options} chosen={props.value ? [props.value] : []} {...props} />;
}

/** Any of a few: the same name is sent once for each tick. */
export function Checkboxes({
  options,
  values,
  ...props
}: Omit<ChoiceProps, 'value'> & { readonly values?: readonly string[] | undefined }) {
  return <Ticks kind="checkbox" options={options} chosen={values ?? []} {...props} />;
}

interface TicksProps extends ChoiceProps {
  readonly kind: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
}

/** The first tick carries the part's id, so that the error summary leads to it. */
function Ticks({ kind, options, chosen, ...props }: TicksProps) {
  const id = fieldId(props.name);
  const { required, ...tied } = describe(props);
  return (
    <fieldset class={props.error ? 'field bad' : 'field'} aria-describedby={tied['aria-describedby']}>
      <legend>
        {props.label}
        <Mark required={props.required} />
      </legend>
      <HintAndError {...props} />
      {options.map((option, index) => (
        <Tick
          key={option.value}
          kind={kind}
          id={index === 0 ? id : `${id}-${index}`}
          name={props.name}
          option={option}
          checked={chosen.includes(option.value)}
          required={kind === 'radio' && required}
        />
      ))}
    </fieldset>
  );
}

interface TickProps {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Choice;
  readonly checked: boolean;
  readonly required?: boolean | undefined;
}

function Tick({ kind, id, name, option, checked, required }: TickProps) {
  return (
    <div class="tick">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked || undefined}
        required={required || undefined}
        aria-describedby={option.hint ? `${id}-about` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint ? (
        <p class="hint" id={`${id}-about`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}

/** A single yes. Ticked when the value sent last time is the one it stands for ('yes' unless said otherwise). */
export function Checkbox({ ticked = 'yes', ...props }: FieldProps & { readonly ticked?: string }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <HintAndError name={props.name} error={props.error} />
      <Tick
        kind="checkbox"
        id={fieldId(props.name)}
        name={props.name}
        option={{ value: ticked, label: props.label, ...(props.hint ? { hint: props.hint } : {}) }}
        checked={props.value === ticked}
        required={props.required}
      />
    </div>
  );
}
