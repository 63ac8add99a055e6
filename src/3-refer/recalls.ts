import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { isOpenReferral } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { CaseClosed, ReferralNotFound, ReferralOver } from './errors';

/** เรียกเรื่องคืน: the desk takes a referral back before it is answered. */
@Injectable()
export class Recalls {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly vault: Vault,
  ) {}

  /** @throws CaseNotFound, ReferralNotFound, CaseClosed, ReferralOver */
  async recall(
    looker: Looker,
    number: string,
    referralId: string,
    reason: string,
  ): Promise<{ readonly file: CaseFile; readonly referral: Referral }> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const referral = await this.referrals.find(file.id, referralId);
      if (!referral) throw new ReferralNotFound();
      if (!file.open) throw new CaseClosed();
      if (!isOpenReferral(referral)) throw new ReferralOver();
      const itemId = await this.vault.seal(file, 'work', 'reasons', reason);
      await this.referrals.settle(referral, 'withdrawn');
      const data = { referralId, agencyCode: referral.agencyCode };
      await this.cases.tell(file, { kind: 'referralWithdrawn', by: officer(looker), data, itemId });
      return { file, referral };
    });
  }
}
