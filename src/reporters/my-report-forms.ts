import { FILES_FIELD } from '../platform/http/file-limits';
import type { FormTrouble, FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { AddressInput, LetterInput, NothingInput, RatingInput, SafetyInput } from './my-report-input';

export const REPORT_PATH = '/my-report';

/** The forms of the reporter's own page: several on one page, so each names its text by itself. */
export const REPORT_FORMS = {
  message: { path: 'messages', shape: LetterInput, fields: { message: 'text' } },
  review: { path: 'review', shape: LetterInput, fields: { review: 'text' } },
  withdrawal: { path: 'withdrawal', shape: LetterInput, fields: { withdrawal: 'text' } },
  reprisal: { path: 'reprisal', shape: LetterInput, fields: { reprisal: 'text' } },
  rating: { path: 'rating', shape: RatingInput, fields: { score: 'score', ratingWords: 'text' } },
  safety: { path: 'safety', shape: SafetyInput, fields: { day: 'day', safe: 'safe', safetyWords: 'text' } },
  address: { path: 'address', shape: AddressInput, fields: { email: 'email' } },
  addressRemoval: { path: 'address/removal', shape: NothingInput, fields: {} },
} as const;

export type ReportForm = keyof typeof REPORT_FORMS;
export type ReportInput = InstanceType<(typeof REPORT_FORMS)[ReportForm]['shape']>;

/** What was sent and what is to be mended, of one of the forms. */
export interface SentForm {
  readonly form: ReportForm;
  readonly values: FormValues;
  readonly trouble: FormTrouble;
}

/** The form's fields by the names that the interface gives them. */
export function inputOf(form: ReportForm, values: FormValues): FormValues {
  const { fields } = REPORT_FORMS[form];
  return Object.fromEntries(Object.entries(fields).map(([name, ours]) => [ours, typed(values, name)]));
}

/** Faults by the names of the form's own fields; one without a field stands at the first. */
export function troubleIn(form: ReportForm, trouble: FormTrouble): FormTrouble {
  const names = Object.entries(REPORT_FORMS[form].fields);
  const first = names[0]?.[0] ?? form;
  const fields = trouble.fields.map(({ field, message }) => ({
    field: names.find(([, ours]) => ours === field)?.[0] ?? (field === FILES_FIELD ? FILES_FIELD : first),
    message,
  }));
  return { ...trouble, fields: fields.length > 0 ? fields : [{ field: first, message: trouble.message }] };
}
