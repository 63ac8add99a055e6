import { Definitions } from '../layout/definitions';
import { ButtonLink, Buttons, Form, Submit } from '../layout/form';
import { useLang } from '../layout/language';
import { Notice } from '../layout/notice';
import { Table } from '../layout/table';
import { dateTime } from '../layout/words/format';
import { ACCOUNT_PATHS } from './account-paths';
import { accountWords } from './account-words';
import type { Lock, Looker, OwnAccount } from './looker';
import type { OwnSession } from './sessions';
import { accessWords } from './words';

export interface AccountPageProps {
  readonly looker: Looker;
  readonly account: OwnAccount;
  readonly sessions: readonly OwnSession[];
}

export function AccountPage({ looker, account, sessions }: AccountPageProps) {
  const lang = useLang();
  const { account: w, passphrase, factor, email } = accountWords(lang);
  const { people } = accessWords(lang);
  return (
    <>
      <NextStep account={account} lock={looker.lock ?? null} />
      <Definitions
        items={[
          { term: people.username, value: looker.username },
          { term: w.passphrase, value: account.passphraseIsOwn ? w.own : w.issued },
          { term: w.secondFactor, value: account.hasSecondFactor ? w.on(account.recoveryCodesLeft) : w.off },
        ]}
      />
      <Buttons>
        <ButtonLink href={ACCOUNT_PATHS.passphrase} label={passphrase.change} look="quiet" />
        <ButtonLink href={ACCOUNT_PATHS.secondFactor} label={factor.title} look="quiet" />
        <ButtonLink href={ACCOUNT_PATHS.email} label={email.title} look="quiet" />
      </Buttons>
      <OwnSessions sessions={sessions} />
    </>
  );
}

/** What to do first: one thing at a time, the passphrase before the telephone. */
function NextStep({ account, lock }: { readonly account: OwnAccount; readonly lock: Lock | null }) {
  const { account: w } = accountWords(useLang());
  if (account.passphraseIsOwn && account.hasSecondFactor) return null;
  const [title, why, href] = account.passphraseIsOwn
    ? [w.factorFirst, w.factorFirstWhy, ACCOUNT_PATHS.secondFactor]
    : [w.passphraseFirst, w.passphraseFirstWhy, ACCOUNT_PATHS.passphrase];
  return (
    <Notice tone="care" title={title}>
      <p>{why}</p>
      {lock ? <p>{w.locked}</p> : null}
      <ButtonLink href={href} label={title} />
    </Notice>
  );
}

function OwnSessions({ sessions }: Pick<AccountPageProps, 'sessions'>) {
  const lang = useLang();
  const { account: w } = accountWords(lang);
  return (
    <>
      <h2>{w.sessions}</h2>
      <Table
        id="sessions"
        title={w.sessions}
        hideTitle
        narrow="cards"
        columns={[{ head: w.which }, { head: w.begun }, { head: w.seen }]}
        rows={sessions.map(({ begunAt, seenAt, isThis }) => ({
          cells: [isThis ? w.here : w.elsewhere, dateTime(lang, begunAt), dateTime(lang, seenAt)],
        }))}
      />
      {sessions.length > 1 ? (
        <Form action={`${ACCOUNT_PATHS.account}/sessions/ending`} label={w.endOthers}>
          <Submit label={w.endOthers} look="quiet" />
        </Form>
      ) : null}
    </>
  );
}
