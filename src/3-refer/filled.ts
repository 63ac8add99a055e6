import type { FormTrouble, FormValues } from '../platform/http/form';

/** What a form shows again. */
export interface Filled {
  readonly values: FormValues;
  readonly trouble?: FormTrouble;
}
