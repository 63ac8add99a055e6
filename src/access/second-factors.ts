import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Database } from '../platform/database/database';
import { SignInNeeded, WrongFields, say } from '../platform/errors';
import { AccountUnfinished, NoSecondFactor } from './access.errors';
import { ACCOUNT_PATHS } from './account-paths';
import type { Offer } from './codes';
import { Codes } from './codes';
import type { Keyring } from './keyring';
import { Keyrings } from './keyrings';
import { mustBeFresh } from './lock.rules';
import type { Looker, OwnAccount } from './looker';
import { Officer } from './officer.entity';
import { actorOf } from './officers.service';
import type { SecondFactor } from './second-factor.rules';
import { byFoursOf, uriOf } from './second-factor.rules';
import { Sessions } from './sessions';

/** What a page shows to be scanned or typed. */
export interface ShownOffer extends Offer {
  /** `otpauth://totp/…` */
  readonly uri: string;
  readonly byFours: string;
}

/** An officer's own second factor: it lives in her keyring and nowhere else (KEYS K5). */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly keyrings: Keyrings,
    private readonly codes: Codes,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** A secret that counts once its first code is typed. @throws ConfirmationNeeded AccountUnfinished */
  offer(looker: Looker): ShownOffer {
    const { key } = accountOf(looker);
    const offer = this.codes.offer(looker.officerId, key);
    const uri = uriOf(offer.secret, `Phitak ${looker.province}`, looker.username);
    return { ...offer, uri, byFours: byFoursOf(offer.secret, ' ') };
  }

  /** The same offer again, for who mistyped; null when it is too old. */
  again(looker: Looker, sealed: string): ShownOffer | null {
    const secret = this.codes.offered(looker.officerId, ownOf(looker).key, sealed);
    if (secret === null) return null;
    const uri = uriOf(secret, `Phitak ${looker.province}`, looker.username);
    return { secret, sealed, uri, byFours: byFoursOf(secret, ' ') };
  }

  /**
   * Confirms an offer by its first code. A factor enrolled before is replaced; every other session ends.
   * @returns ten recovery codes, shown this once, by fours.
   * @throws WrongFields on `offer` and `code`.
   */
  async enrol(looker: Looker, sealed: string, typed: string): Promise<readonly string[]> {
    const { key } = ownOf(looker);
    const secret = this.codes.offered(looker.officerId, key, sealed);
    if (secret === null) throw WrongFields.one('offer', TOO_OLD);
    const factor = this.codes.confirmed(secret, typed);
    if (!factor) throw WrongFields.one('code', WRONG_CODE);
    return this.keep(looker, key, 'officer.second_factor', () => factor);
  }

  /** Ten new recovery codes; the old ones are over. @throws ConfirmationNeeded NoSecondFactor */
  async renewRecovery(looker: Looker): Promise<readonly string[]> {
    const { key } = accountOf(looker);
    return this.keep(looker, key, 'officer.recovery_codes', ({ totp }) => {
      if (!totp) throw new NoSecondFactor();
      return totp;
    });
  }

  private async keep(
    looker: Looker,
    key: Buffer,
    act: string,
    factorOf: (held: Keyring) => SecondFactor,
  ): Promise<readonly string[]> {
    const { codes, macs } = this.codes.recovery(looker.officerId);
    await this.database.write(async (em) => {
      await this.keyrings.update({ id: looker.officerId }, key, (held) => ({
        ...held,
        totp: { ...factorOf(held), recovery: macs },
      }));
      await em.update(Officer, { id: looker.officerId }, { secondFactorEpoch: looker.keyEpoch });
      await this.sessions.endOthers(looker);
      const subject = { subjectKind: 'officer', subjectId: looker.officerId };
      await this.audit.record({ actor: actorOf(looker), act, ...subject });
    });
    return codes.map((code) => byFoursOf(code, '-'));
  }
}

/** Her session has just shown who she is, and her passphrase is her own where that is demanded. */
function accountOf(looker: Looker): OwnAccount {
  const account = ownOf(looker);
  if (looker.lock === 'passphrase') throw new AccountUnfinished('passphrase');
  mustBeFresh(looker, ACCOUNT_PATHS.secondFactor);
  return account;
}

function ownOf({ account }: Looker): OwnAccount {
  if (!account) throw new SignInNeeded();
  return account;
}

const TOO_OLD = say('หน้านี้เปิดไว้นานเกินไป กรุณาสแกนรหัสใหม่ด้านล่าง', 'This page was open too long. Scan the new code below.');
const WRONG_CODE = say(
  'รหัสหกหลักไม่ตรง ตรวจว่านาฬิกาของโทรศัพท์ตรงเวลา แล้วกรอกรหัสที่แสดงอยู่ตอนนี้',
  'The six digits do not match. See that the clock of the telephone is right and type the code shown now.',
);
