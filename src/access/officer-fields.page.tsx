import { Checkboxes, Select } from '../layout/choices';
import { Field } from '../layout/field';
import { errorOf } from '../layout/form';
import { useLang, useWords } from '../layout/language';
import type { Agency } from '../agencies/profile';
import type { FieldError } from '../platform/errors';
import { ROLES } from './roles';
import { accessWords } from './words';

export interface OfficerValues {
  readonly name: string;
  readonly roles: readonly string[];
  readonly agencyCode: string | null;
  readonly deskUnit: string | null;
  readonly email: string | null;
}

export interface OfficerFieldsProps {
  readonly values: OfficerValues;
  readonly agencies: readonly Agency[];
  readonly errors: readonly FieldError[];
}

/** Name, roles and agency: the same for a newcomer and for a change. */
export function OfficerFields({ values, agencies, errors }: OfficerFieldsProps) {
  const lang = useLang();
  const { roles } = useWords().staff;
  const { people } = accessWords(lang);
  return (
    <>
      <Field name="name" label={people.name} value={values.name} error={errorOf(errors, 'name')} required />
      <Checkboxes
        name="roles"
        label={people.roles}
        hint={people.rolesHint}
        values={values.roles}
        error={errorOf(errors, 'roles')}
        options={ROLES.map((role) => ({ value: role, label: roles[role] }))}
        required
      />
      <Select
        name="agencyCode"
        label={people.agency}
        hint={people.agencyHint}
        value={values.agencyCode}
        empty={people.noAgency}
        error={errorOf(errors, 'agencyCode')}
        options={agencies.map(({ code, nameTh, nameEn }) => ({ value: code, label: lang === 'th' ? nameTh : nameEn }))}
      />
      <Checkboxes
        name="deskUnit"
        label={people.unit}
        hint={people.unitHint}
        values={values.deskUnit === null ? [] : [values.deskUnit]}
        error={errorOf(errors, 'deskUnit')}
        options={[{ value: 'alternative', label: people.alternative }]}
      />
      <Field
        name="email"
        type="email"
        inputMode="email"
        label={people.email}
        hint={people.emailHint}
        value={values.email}
        error={errorOf(errors, 'email')}
      />
    </>
  );
}
