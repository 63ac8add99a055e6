import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { ChangedMeanwhile } from './access.errors';
import { Credentials } from './credentials';
import type { Sealed } from './keyrings';
import { Keyrings } from './keyrings';
import type { Looker } from './looker';
import { Officer, passphraseIsOwn } from './officer.entity';
import { actorOf } from './officers.service';
import { canonicalPassphrase, passphraseFault } from './passphrase.rules';
import { Session } from './session.entity';
import { Sessions } from './sessions';

export interface NewPassphrase {
  readonly current: string;
  readonly password: string;
  /** Of the network. */
  readonly address: string;
}

/** An officer's own passphrase, chosen in her own session. */
@Injectable()
export class OwnPassphrase {
  constructor(
    private readonly database: Database,
    private readonly keyrings: Keyrings,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * Her own before: the same keys under the new one. Issued by somebody else: a new pair that nobody else ever opened,
   * and nothing carried over, as whoever issued it could have read or written it. All sessions end; a new one begins.
   * @returns the value of the new cookie.
   * @throws WrongFields on `current` and `password`. @throws TooManyTries ChangedMeanwhile Busy
   */
  async choose(looker: Looker, { current, password, address }: NewPassphrase): Promise<string> {
    const officer = await this.database.reader.findOneByOrFail(Officer, { id: looker.officerId });
    const same = canonicalPassphrase(current) === canonicalPassphrase(password) ? SAME : null;
    const fault = passphraseFault(password, officer.username) ?? same;
    if (fault) throw WrongFields.one('password', fault);
    const opened = await this.credentials.passphrase(officer, { passphrase: current, address });
    if (!opened) throw WrongFields.one('current', NOT_THE_ONE);
    const sealed = passphraseIsOwn(officer)
      ? await this.keyrings.reseal(officer, opened.held, password)
      : await this.keyrings.make(officer, officer.keyEpoch + 1, password);
    return this.replace(officer, sealed);
  }

  private replace(officer: Officer, { columns, key }: Sealed): Promise<string> {
    const next: Officer = { ...officer, ...columns, passphraseFrom: 'self' };
    const { id, keyring } = officer;
    return this.database.write(async (em) => {
      const { affected } = await em.update(Officer, { id, keyring }, { ...columns, passphraseFrom: 'self' });
      if (affected !== 1) throw new ChangedMeanwhile();
      await em.delete(Session, { officerId: id });
      const data = { keyEpoch: next.keyEpoch };
      const act = 'officer.passphrase';
      await this.audit.record({ actor: actorOf({ officerId: id }), act, subjectKind: 'officer', subjectId: id, data });
      return this.sessions.begin(next, key);
    });
  }
}

const SAME = say('รหัสผ่านใหม่ต้องไม่เหมือนรหัสผ่านเดิม', 'The new passphrase must differ from the old one.');
const NOT_THE_ONE = say('รหัสผ่านปัจจุบันไม่ตรง', 'This is not your present passphrase.');
