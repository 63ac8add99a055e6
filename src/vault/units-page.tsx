import { Checkboxes, Select } from '../layout/choices';
import { Code } from '../layout/code';
import { Definitions } from '../layout/definitions';
import { Field } from '../layout/field';
import { ErrorSummary, Form, Submit, errorOf } from '../layout/form';
import { useLang } from '../layout/language';
import { CEREMONY_PATH } from '../layout/nav';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { Chip } from '../layout/text';
import { count, date } from '../layout/words/format';
import type { FieldError } from '../platform/errors';
import { sayIn } from '../platform/errors';
import type { FormValues } from '../platform/http/form';
import { typed } from '../platform/http/form';
import { ceremonyWords } from './ceremony-words';
import type { UnitCard } from './unit-register';
import { SWAPPED } from './unit.errors';
import { unitWords } from './unit-words';
import type { UnitCode } from './units';

/** A form that was sent and has to be mended. */
export interface UnitTrouble {
  readonly unit: UnitCode;
  readonly act: 'members' | 'rotation' | 'recovery';
  readonly errors: readonly FieldError[];
  readonly values: FormValues;
}

interface UnitsProps {
  readonly units: readonly UnitCard[];
  /** In the page's language. */
  readonly nameOf: (unit: UnitCode) => string;
  readonly trouble: UnitTrouble | null;
}

export function UnitsPage({ units, nameOf, trouble }: UnitsProps) {
  const { link } = ceremonyWords(useLang());
  return (
    <>
      {units.map((card) => (
        <section key={card.unit}>
          <h2>{nameOf(card.unit)}</h2>
          <Unit card={card} trouble={trouble?.unit === card.unit ? trouble : null} />
        </section>
      ))}
      <p>
        <a href={CEREMONY_PATH}>{link}</a>
      </p>
    </>
  );
}

interface UnitProps {
  readonly card: UnitCard;
  readonly trouble: UnitTrouble | null;
}

function Unit({ card, trouble }: UnitProps) {
  const lang = useLang();
  const w = unitWords(lang);
  const { state, epoch, fingerprint, code, pin } = card;
  return (
    <>
      <p>
        <Chip label={w.states[state]} />
      </p>
      <ErrorSummary errors={trouble?.errors} />
      {fingerprint ? (
        <Definitions
          items={[
            { term: w.epoch, value: count(lang, epoch) },
            { term: w.fingerprint, value: fingerprint },
            ...(pin ? [{ term: w.pinned, value: `${pin.fingerprint} · ${w.pinnedSince(date(lang, pin.since))}` }] : []),
          ]}
        />
      ) : null}
      {state === 'swapped' ? (
        <Notice tone="care" title={w.swappedTitle}>
          <p>{sayIn(lang, SWAPPED)}</p>
          <p>{w.swappedIf}</p>
        </Notice>
      ) : null}
      {state === 'member' && pin?.isNew ? (
        <Notice tone="care">
          <p>{w.compare}</p>
        </Notice>
      ) : null}
      {state === 'unborn' || state === 'trial' ? <Birth card={card} /> : <Holders card={card} />}
      {code ? <YourCode code={code} /> : null}
      {state === 'member' ? <Keeping card={card} trouble={trouble} /> : null}
      {state === 'waiting' ? <Recovery card={card} trouble={trouble} /> : null}
    </>
  );
}

const at = ({ unit }: UnitCard, act: string): string => `/units/${encodeURIComponent(unit)}/${act}`;

function Birth({ card }: { readonly card: UnitCard }) {
  const w = unitWords(useLang());
  return (
    <Form action={at(card, 'key')} label={w.bear}>
      <p>{w.bearWhy}</p>
      <Submit label={w.bear} />
    </Form>
  );
}

function Holders({ card }: { readonly card: UnitCard }) {
  const lang = useLang();
  const w = unitWords(lang);
  return (
    <>
      <Table
        id={`members-${card.unit.replace(/\W/g, '-')}`}
        title={w.members}
        hideTitle
        narrow="cards"
        empty={w.noMembers}
        columns={[{ head: w.members }, { head: w.since }]}
        rows={card.members.map(({ name, since }) => ({ cells: [name, since === null ? '-' : date(lang, since)] }))}
      />
      {card.enough ? null : (
        <Notice tone="care">
          <p>{w.tooFew}</p>
        </Notice>
      )}
      {card.owed > 0 ? <p class="hint">{w.owed(card.owed)}</p> : null}
    </>
  );
}

function YourCode({ code }: { readonly code: string }) {
  const w = unitWords(useLang());
  return (
    <>
      <Code label={w.yourCode} digits={code} by={3} />
      <p class="hint">{w.yourCodeWhy}</p>
    </>
  );
}

function Keeping({ card, trouble }: UnitProps) {
  const w = unitWords(useLang());
  const { waiting, members } = card;
  const { errors, values } = trouble?.act === 'members' ? trouble : { errors: [], values: {} };
  return (
    <>
      {waiting.length === 0 ? null : (
        <Form action={at(card, 'members')} label={w.admit}>
          <h3>{w.admit}</h3>
          <p>{w.admitWhy}</p>
          <Select
            name="username"
            label={w.who}
            value={typed(values, 'username')}
            options={waiting.map(({ username, name }) => ({ value: username, label: name }))}
            error={errorOf(errors, 'username')}
            required
          />
          <Field
            name="code"
            label={w.code}
            look="code"
            inputMode="numeric"
            maxLength={40}
            value={typed(values, 'code')}
            error={errorOf(errors, 'code')}
            required
          />
          <Submit label={w.admit} />
        </Form>
      )}
      <details>
        <summary>{w.rotate}</summary>
        <Form action={at(card, 'rotation')} label={w.rotate}>
          <p>{w.rotateWhy}</p>
          {members.length < 2 ? null : (
            <Checkboxes
              name="without"
              label={w.leaving}
              options={members.map(({ username, name }) => ({ value: username, label: name }))}
              values={[]}
            />
          )}
          <Submit label={w.rotate} look="grave" />
        </Form>
      </details>
    </>
  );
}

function Recovery({ card, trouble }: UnitProps) {
  const w = unitWords(useLang());
  const errors = trouble?.act === 'recovery' ? trouble.errors : [];
  return (
    <details open={errors.length > 0}>
      <summary>{w.recover}</summary>
      <Form action={at(card, 'recovery')} label={w.recover}>
        <p>{w.recoverWhy}</p>
        <Field name="first" label={w.first} error={errorOf(errors, 'first')} maxLength={120} required />
        <Field name="second" label={w.second} error={errorOf(errors, 'second')} maxLength={120} required />
        <Submit label={w.recover} look="grave" />
      </Form>
    </details>
  );
}
