import { ErrorSummary, ButtonLink, Form, Submit, errorOf } from '../layout/form';
import { Field } from '../layout/field';
import { useLang, useWords } from '../layout/language';
import { CEREMONY_PATH, STAFF_PATHS } from '../layout/nav';
import { Table } from '../layout/table';
import { Chip } from '../layout/text';
import { OfficerFields, type OfficerFieldsProps } from './officer-fields.page';
import type { OfficerCard } from './officers.service';
import { PassphraseFields, PassphraseOnce } from './passphrase.page';
import { accessWords } from './words';

const PEOPLE = STAFF_PATHS.people;

export interface PeopleListProps {
  readonly officers: readonly OfficerCard[];
  /** Of an agency's code, in the page's language. */
  readonly agencyName: (code: string) => string;
}

export function PeopleList({ officers, agencyName }: PeopleListProps) {
  const { roles } = useWords().staff;
  const { people: w } = accessWords(useLang());
  return (
    <>
      <p>
        <ButtonLink href={`${PEOPLE}/new`} label={w.add} /> <a href={CEREMONY_PATH}>{w.ceremony}</a>
      </p>
      <Table
        id="people"
        title={w.title}
        hideTitle
        narrow="cards"
        empty={w.none}
        columns={[
          { head: w.name },
          { head: w.username },
          { head: w.roles },
          { head: w.agency },
          { head: w.account },
          { head: w.state },
        ]}
        rows={officers.map((officer) => ({
          cells: [
            <a href={`${PEOPLE}/${officer.username}`}>{officer.name}</a>,
            officer.username,
            officer.roles.map((role) => roles[role]).join(' · '),
            officer.agencyCode === null ? '–' : agencyName(officer.agencyCode),
            <>
              <Chip label={officer.passphraseIsOwn ? w.ownPassphrase : w.issuedPassphrase} />{' '}
              <Chip label={officer.hasSecondFactor ? w.secondFactor : w.noSecondFactor} />
            </>,
            <Chip label={officer.active ? w.active : w.inactive} />,
          ],
        }))}
      />
    </>
  );
}

export function AddForm({ username, own, ...fields }: OfficerFieldsProps & { username: string; own: boolean }) {
  const { people: w } = accessWords(useLang());
  return (
    <Form action={PEOPLE}>
      <ErrorSummary errors={fields.errors} />
      <Field
        name="username"
        label={w.username}
        hint={w.usernameHint}
        value={username}
        error={errorOf(fields.errors, 'username')}
        look="narrow"
        required
      />
      <OfficerFields {...fields} />
      <PassphraseFields own={own} errors={fields.errors} />
      <Submit label={w.add} />
    </Form>
  );
}

export interface PersonProps extends OfficerFieldsProps {
  readonly username: string;
  readonly active: boolean;
  /** Shown this once. */
  readonly passphrase?: string | null;
}

export function Person({ username, active, passphrase, ...fields }: PersonProps) {
  const { people: w } = accessWords(useLang());
  const own = `${PEOPLE}/${username}`;
  return (
    <>
      <p>
        <a href={PEOPLE}>‹ {w.back}</a>
      </p>
      {passphrase ? <PassphraseOnce passphrase={passphrase} /> : null}
      <Form action={own} label={w.change}>
        <ErrorSummary errors={fields.errors} />
        <OfficerFields {...fields} />
        <Submit label={w.save} />
      </Form>
      <h2>{w.reissue}</h2>
      <Form action={`${own}/passphrase`} label={w.reissue}>
        <p>{w.reissueWhy}</p>
        <Submit label={w.reissue} look="grave" />
      </Form>
      <h2>{active ? w.closing : w.opening}</h2>
      <Form action={`${own}/activity`} label={active ? w.closing : w.opening}>
        {active ? <p>{w.closingWhy}</p> : null}
        <Submit
          label={active ? w.closing : w.opening}
          look={active ? 'grave' : 'quiet'}
          name="active"
          value={active ? 'no' : 'yes'}
        />
      </Form>
    </>
  );
}
