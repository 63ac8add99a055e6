import type { FormTrouble, FormValues } from '../platform/http/form';

/** What a form shows: null when nothing was sent yet, so that it begins with how the case stands. */
export interface Filled {
  readonly values: FormValues | null;
  readonly trouble?: FormTrouble;
}
