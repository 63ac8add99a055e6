import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import { SYSTEM } from '../audit/entry';
import type { CaseFile } from '../cases/case-file.entity';
import { Referrals } from '../cases/referrals';
import { Story } from '../cases/story';
import type { LineKind } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { LentKeys } from '../vault/lent-keys';
import { ENDS_EVERY_CODE, MAY_END_A_CODE } from './agency-code.rules';
import { AgencySession } from './agency-session.entity';
import { CodeAllowance } from './code-allowance';
import { ReferralCode } from './referral-code.entity';

/** A code ends in the same write as what it was handed out for, and with it whoever is in by it. */
@Injectable()
export class CodeEndings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly story: Story,
    private readonly referrals: Referrals,
    private readonly allowance: CodeAllowance,
    private readonly lentKeys: LentKeys,
    private readonly audit: Audit,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.story.listen((_em, file, { kind }) => this.hear(file, kind));
  }

  isLive({ province, endedAt, untilAt }: ReferralCode): boolean {
    return province === this.province.code && endedAt === null && untilAt > this.clock.now();
  }

  /** The one code a referral may have. Inside a write. */
  async ofReferral(referralId: string, by: AuditActor): Promise<void> {
    for (const row of await this.live({ referralId })) await this.end(row, by);
  }

  /** Past its thirty days a code opens nothing; then what it opened with goes as well. */
  async sweep(): Promise<void> {
    const over = (await this.live({ province: this.province.code })).filter((row) => !this.isLive(row));
    for (const row of over) await this.end(row, SYSTEM);
  }

  private async hear(file: CaseFile, kind: LineKind): Promise<void> {
    if (kind !== ENDS_EVERY_CODE && !MAY_END_A_CODE.includes(kind)) return;
    for (const row of await this.live({ caseId: file.id })) {
      const referral = await this.referrals.find(file.id, row.referralId);
      const stays = kind !== ENDS_EVERY_CODE && referral && (await this.allowance.refusal({ file, referral })) === null;
      if (!stays) await this.end(row, SYSTEM);
    }
  }

  private async end(row: ReferralCode, by: AuditActor): Promise<void> {
    const { id, referralId } = row;
    await this.database.write(async (em) => {
      const { affected } = await em.update(ReferralCode, { id, endedAt: IsNull() }, { endedAt: this.clock.now() });
      // Another process was faster.
      if (affected === 0) return;
      await em.delete(AgencySession, { codeId: id });
      await this.lentKeys.end(id);
      const subject = { subjectKind: 'referral', subjectId: referralId };
      await this.audit.record({ actor: by, act: 'referral.code.ended', ...subject, data: { code: id } });
    });
  }

  private live(
    of: Partial<Pick<ReferralCode, 'province' | 'caseId' | 'referralId'>>,
  ): Promise<readonly ReferralCode[]> {
    return this.database.reader.findBy(ReferralCode, { ...of, endedAt: IsNull() });
  }
}
