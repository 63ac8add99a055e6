import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { PUBLIC } from '../audit/entry';
import { hmac } from '../platform/crypto/kdf';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Settings } from '../platform/config/settings';
import { OrganisationFirst, WrongSignIn } from './access.errors';
import type { Shown } from './credentials';
import { Credentials } from './credentials';
import type { Looker } from './looker';
import type { Officer } from './officer.entity';
import { readUsername } from './officer.rules';
import { OfficersService } from './officers.service';
import { Sessions } from './sessions';

export interface SignedIn {
  readonly cookie: string;
  readonly officer: Officer;
}

/** What a room above looks at when somebody has signed in. What it throws ends the sign-in. */
type AtSignIn = (looker: Looker) => Promise<unknown>;

/** The way in. */
@Injectable()
export class SignIn {
  private readonly listeners: AtSignIn[] = [];

  constructor(
    private readonly officers: OfficersService,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly secret: ServerSecret,
    private readonly settings: Settings,
  ) {}

  /** A room above says at start what it wants to look at. */
  listen(listener: AtSignIn): void {
    this.listeners.push(listener);
  }

  /**
   * The same derivation, the same rows and the same answer whether the name, the passphrase, the code or the account is
   * wrong.
   * @param before the session of the same browser, which ends.
   * @param vouched whom the organisation's provider vouched for in this browser. It opens nothing: the keyring still needs
   * its passphrase, and it is no second factor (KEYS K8).
   * @throws OrganisationFirst WrongSignIn TooManyTries Busy
   */
  async signIn(typed: string, shown: Shown, before: Looker | null, vouched: string | null = null): Promise<SignedIn> {
    const username = readUsername(typed);
    const mustBeVouched = this.settings.oidc?.required === true || vouched !== null;
    if (mustBeVouched && username !== vouched) throw new OrganisationFirst();
    const officer = await this.officers.find(username);
    const opened = await this.credentials.check(officer, username, shown);
    if (!officer || !opened) {
      await this.refused(officer, username);
      throw new WrongSignIn();
    }
    if (opened.held.totp) await this.officers.noteSecondFactor(officer);
    const cookie = await this.sessions.begin(officer, opened.key, before);
    const looker = await this.sessions.looker(cookie);
    for (const listener of looker ? this.listeners : []) await listener(looker as Looker);
    return { cookie, officer };
  }

  /** The officer shows again who she is. @returns until when it counts @throws WrongSignIn TooManyTries Busy */
  async confirm(looker: Looker, shown: Shown): Promise<string> {
    const officer = await this.officers.find(looker.username);
    if (await this.credentials.check(officer, looker.username, shown)) return this.sessions.confirm(looker);
    await this.refused(officer, looker.username);
    throw new WrongSignIn();
  }

  /** The organisation's provider vouched for a name; written down, opens nothing. */
  async vouched(username: string): Promise<void> {
    await this.audit.record({
      ...this.subjectOf(await this.officers.find(username), username),
      actor: PUBLIC,
      act: 'session.vouched',
    });
  }

  private refused(officer: Officer | null, username: string): Promise<void> {
    return this.audit.record({ ...this.subjectOf(officer, username), actor: PUBLIC, act: 'session.refused' });
  }

  /** A name that is nobody's may be a passphrase typed in the wrong box: only its HMAC is kept. */
  private subjectOf(officer: Officer | null, username: string) {
    const nobody = hmac(this.secret.subkey('member'), `phitak/v1/nobody|${username}`).toString('hex');
    return officer ? { subjectKind: 'officer', subjectId: officer.id } : { subjectKind: 'username', subjectId: nobody };
  }
}
