import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { isOpenReferral } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import { officer } from '../cases/story-line';

/** What agencies were asked about a case that no longer goes on. */
@Injectable()
export class OpenReferrals {
  constructor(
    private readonly cases: Cases,
    private readonly referrals: Referrals,
  ) {}

  /** Nobody is left waiting for an answer to a case that is over. Inside a write. */
  async callBack(file: CaseFile, looker: Looker): Promise<void> {
    for (const referral of (await this.referrals.of(file.id)).filter(isOpenReferral)) {
      await this.referrals.settle(referral, 'withdrawn');
      const data = { referralId: referral.id, agencyCode: referral.agencyCode };
      await this.cases.tell(file, { kind: 'referralWithdrawn', by: officer(looker), data });
    }
  }
}
