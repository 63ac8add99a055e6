import type { ErrorDetails, FieldError, Say } from '../errors';
import { DomainError, sayIn } from '../errors';
import type { Lang } from './language';
import { edgeValidation } from './validation';

/** What a form page needs to show itself again: what was typed, what to mend, and the status to answer with. */
export interface FormTrouble {
  readonly status: number;
  readonly message: string;
  readonly fields: readonly FieldError[];
}

export type FormOutcome<T> = { readonly done: T } | { readonly trouble: FormTrouble };

export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Takes a posted form as the interface takes its JSON: same shape, same checks, same act. What can be mended comes
 * back as trouble, so that the page shows the form again with everything that was typed; anything else is thrown on.
 */
export async function tryForm<Shape extends object, T>(
  shape: new () => Shape,
  values: FormValues,
  lang: Lang,
  act: (input: Shape) => Promise<T>,
): Promise<FormOutcome<T>> {
  try {
    const input: unknown = await edgeValidation.transform(nested(values), { type: 'body', metatype: shape });
    return { done: await act(input as Shape) };
  } catch (error) {
    if (error instanceof DomainError && error.status !== 401 && error.status !== 404) {
      return { trouble: troubleOf(error.status, error.says, error.details, lang) };
    }
    throw error;
  }
}

/** A request without a body has no fields. Empty fields are absent; `contact.name` is the name of the contact, as in the interface's JSON. */
export function nested(values: FormValues | undefined): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (value === '' || value === undefined) continue;
    const [group = '', field] = name.split('.', 2);
    if (field === undefined) filled[name] = value;
    else filled[group] = { ...(filled[group] as object | undefined), [field]: value };
  }
  return filled;
}

const troubleOf = (status: number, says: Say, { fields = [] }: ErrorDetails, lang: Lang): FormTrouble => ({
  status,
  message: sayIn(lang, says),
  fields: fields.map(({ field, say }) => ({ field, message: sayIn(lang, say) })),
});

/** For `@Transform`: forms say "on", "true", "yes" where JSON says true. */
export const formBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === 'on' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value;

/** For `@Transform`: one ticked box is text, several are a list. */
export const formList = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === null ? undefined : Array.isArray(value) ? value : [value];

/** The text of one value, for showing a form again. */
export const typed = (values: FormValues | undefined, name: string): string => {
  const value = values?.[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};
