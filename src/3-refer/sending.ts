import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import type { NewLine } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { Letters } from './letters';
import type { ReferralsInput } from './referrals-input';
import { SendingChecks } from './sending-checks';

export interface Sent {
  readonly file: CaseFile;
  readonly referrals: readonly Referral[];
}

/** Step 3: an officer sends the case to those who shall act or clarify, or takes it on at the desk itself. */
@Injectable()
export class Sending {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly checks: SendingChecks,
    private readonly referrals: Referrals,
    private readonly letters: Letters,
    private readonly vault: Vault,
  ) {}

  /**
   * The first sending moves the case, later ones do not; from verification it goes back to waiting for answers.
   * @throws CaseNotFound, StepOutOfOrder, Forbidden, WrongFields, AlreadyReferred
   */
  async send(looker: Looker, number: string, input: ReferralsInput): Promise<Sent> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const act = this.checks.act(looker, file, input);
      const recipients = await this.checks.recipients(file, input);
      const enclosed = await this.letters.enclose(looker, file, input);
      if (act === 'sendBack') await this.takeBack(looker, file, input);
      const order = await this.vault.sealIfAny(file, 'work', 'order', input.order);
      const sent: Referral[] = [];
      for (const recipient of recipients) {
        const referral = await this.letters.send(looker, file, recipient, { input, enclosed });
        const line = sentLine(looker, referral, sent.length === 0 ? order : null);
        if (file.status === 'sorted') await this.cases.move(file, 'refer', line);
        else await this.cases.tell(file, line);
        if (recipient.kind === 'self') await this.takeOn(looker, file, referral);
        sent.push(referral);
      }
      return { file, referrals: sent };
    });
  }

  private async takeBack(looker: Looker, file: CaseFile, { reason }: ReferralsInput): Promise<void> {
    const itemId = await this.vault.sealIfAny(file, 'work', 'reasons', reason);
    await this.cases.move(file, 'sendBack', { kind: 'sentBack', by: officer(looker), itemId });
  }

  /** ดำเนินการเอง: the desk has accepted what it gives itself. */
  private async takeOn(looker: Looker, file: CaseFile, referral: Referral): Promise<void> {
    await this.referrals.settle(referral, 'accepted');
    const data = { referralId: referral.id, agencyCode: referral.agencyCode };
    await this.cases.tell(file, { kind: 'referralAccepted', by: officer(looker), data });
  }
}

const sentLine = (looker: Looker, { id, agencyCode, purpose }: Referral, itemId: string | null): NewLine => ({
  kind: 'referralSent',
  by: officer(looker),
  data: { referralId: id, agencyCode, purpose },
  itemId,
});
