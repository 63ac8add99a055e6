import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import { Database } from '../platform/database/database';
import { Compartments } from '../vault/compartments';
import { Vault } from '../vault/vault';
import { ReferralAnswer } from './referral-answer.entity';

/** What is answered is sealed where the pack is: for that agency and the handling units. */
@Injectable()
export class AnswerTexts {
  constructor(
    private readonly database: Database,
    private readonly compartments: Compartments,
    private readonly vault: Vault,
  ) {}

  /** Inside a write. An imported referral has no compartment before its first words. */
  async seal(file: CaseFile, referral: Referral, text: string | undefined): Promise<string | null> {
    if (text === undefined) return null;
    if (referral.imported && !(await this.hasWords(referral))) {
      const reader = referral.recipientKind === 'self' ? null : referral.agencyCode;
      await this.compartments.openReferral(file, referral.id, reader);
    }
    return this.vault.seal(file, 'referral', 'answer', text, referral.id);
  }

  private hasWords({ id, packItem }: Referral): Promise<boolean> {
    if (packItem !== null) return Promise.resolve(true);
    return this.database.reader.existsBy(ReferralAnswer, { referralId: id, itemId: Not(IsNull()) });
  }
}
