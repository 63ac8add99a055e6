import { ACCUSED_KINDS, CORRUPTION_ALLEGED, RISK_AREAS, SECRECY } from '../cases/codes';
import type { CaseFile } from '../cases/case-file.entity';
import type { Choice } from '../layout/choices';
import { Checkboxes, Radios, Select } from '../layout/choices';
import { Field, TextArea } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { Notice } from '../layout/notice';
import { words } from '../layout/words/words';
import type { FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import type { Filled } from './filled';
import type { Place } from './place';
import type { SortingPageProps } from './sorting-page';
import { CHECKLIST, URGENT_BECAUSE } from './sorting.rules';
import { sortWords } from './words';

/** The sheet of step 2 as a form, in the order in which an officer thinks. */
export function SortingForm(props: SortingPageProps) {
  const { lang, view, filled } = props;
  const { file } = view;
  const fill = filling(filled, startOf(file));
  const w = sortWords(lang).sorting;
  return (
    <Form action={`/cases/${file.number}/sorting`}>
      <Trouble filled={filled} />
      <h2>{w.what}</h2>
      <Classified lang={lang} place={props.place} fill={fill} />
      <h2>{w.weigh}</h2>
      <Weight lang={lang} file={file} fill={fill} />
      <h2>{w.decide}</h2>
      <Decision {...props} fill={fill} />
      <Submit label={w.save} />
    </Form>
  );
}

/** What to mend; a refusal that names no field is said once above the form. */
export function Trouble({ filled }: { readonly filled: Filled }) {
  const { trouble } = filled;
  if (!trouble) return null;
  if (trouble.fields.length > 0) return <ErrorSummary errors={trouble.fields} />;
  return (
    <Notice tone="care">
      <p>{trouble.message}</p>
    </Notice>
  );
}

export interface Fill {
  /** Name, value and error of one field. */
  readonly one: (name: string) => { name: string; value: string; error: string | undefined };
  readonly many: (name: string) => { name: string; values: readonly string[]; error: string | undefined };
}

/** A form shows what was sent, or else what it begins with. */
export function filling({ values, trouble }: Filled, start: FormValues): Fill {
  const shown = values ?? start;
  const error = (name: string) => errorOf(trouble?.fields, name);
  return {
    one: (name) => ({ name, value: typed(shown, name), error: error(name) }),
    many: (name) => ({ name, values: [shown[name] ?? []].flat(), error: error(name) }),
  };
}

const startOf = (file: CaseFile): FormValues => ({
  type: file.type === 'unsorted' ? '' : file.type,
  corruptionAlleged: file.corruptionAlleged ?? '',
  accusedKind: file.accusedKind ?? '',
  agencyCode: file.agencyCode ?? '',
  district: file.district,
  riskArea: file.riskArea ?? '',
});

interface PartProps {
  readonly lang: Lang;
  readonly fill: Fill;
}

/** The seven codes of a classification: here and on its own page. `empty`: the words of the first line of each list. */
export function Classified({
  lang,
  place,
  fill,
  empty,
}: PartProps & { readonly place: Place; readonly empty?: string }) {
  const w = sortWords(lang).sorting;
  const { caseFile } = words(lang);
  const first = empty === undefined ? {} : { empty };
  const required = empty === undefined;
  return (
    <>
      <Select {...fill.one('type')} {...first} label={w.type} required={required} options={place.types} />
      <Select
        {...fill.one('corruptionAlleged')}
        {...first}
        label={w.alleged}
        hint={w.allegedHint}
        required={required}
        options={choices(CORRUPTION_ALLEGED, caseFile.corruptionAlleged)}
      />
      <Select
        {...fill.one('accusedKind')}
        {...first}
        label={w.accused}
        options={choices(ACCUSED_KINDS, caseFile.accusedKinds)}
      />
      <Select {...fill.one('agencyCode')} {...first} label={w.agency} options={place.agencies} />
      <Select {...fill.one('district')} {...first} label={w.district} options={place.districts} />
      <Select {...fill.one('riskArea')} {...first} label={w.risk} options={choices(RISK_AREAS, caseFile.riskAreas)} />
      <Select
        {...fill.one('secrecy')}
        {...first}
        label={w.secrecy}
        hint={required ? w.secrecyHint : undefined}
        options={choices(SECRECY, caseFile.secrecy)}
      />
    </>
  );
}

function Weight({ lang, file, fill }: PartProps & { readonly file: CaseFile }) {
  const w = sortWords(lang).sorting;
  const levels = [1, 2, 3].map((level) => ({ value: String(level), label: w.severities[level] ?? String(level) }));
  return (
    <>
      <Radios {...fill.one('severity')} label={w.severity} options={levels} />
      <Checkboxes {...fill.many('urgentBecause')} label={w.urgent} options={choices(URGENT_BECAUSE, w.because)} />
      <Radios
        {...fill.one('specificEnough')}
        label={w.specific}
        options={[
          { value: 'yes', label: w.yes },
          { value: 'no', label: w.no },
        ]}
      />
      {file.identityKind === 'anonymous' ? (
        <Checkboxes
          {...fill.many('checklist')}
          label={w.checklist}
          hint={w.checklistHint}
          options={choices(CHECKLIST, w.items)}
        />
      ) : null}
      <Field {...fill.one('repeatOf')} label={w.repeat} hint={w.repeatHint} look="narrow" />
    </>
  );
}

function Decision({ lang, view, place, fill }: SortingPageProps & { readonly fill: Fill }) {
  const w = sortWords(lang).sorting;
  const grounds = view.grounds.map(({ code, nameTh, nameEn }) => ({
    value: code,
    label: lang === 'en' ? nameEn : nameTh,
  }));
  return (
    <>
      <Radios
        {...fill.one('outcome')}
        label={w.outcome}
        required
        options={[
          { value: 'accept', label: w.accept },
          { value: 'end', label: w.end },
        ]}
      />
      <TextArea {...fill.one('reasons')} label={w.reasons} hint={w.reasonsHint} required />
      <h3>{w.whenEnding}</h3>
      {view.file.identityKind === 'anonymous' ? <p>{w.askFirst}</p> : null}
      <Select {...fill.one('ground')} label={w.ground} options={grounds} />
      <Select {...fill.one('competentBody')} label={w.body} hint={w.bodyHint} options={place.agencies} />
      <TextArea {...fill.one('wordToReporter')} label={w.word} hint={w.wordHint} />
    </>
  );
}

const choices = <Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): readonly Choice[] => codes.map((code) => ({ value: code, label: names[code] }));
