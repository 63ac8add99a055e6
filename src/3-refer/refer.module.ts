import type { OnModuleInit } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module';
import { JobPort } from '../platform/jobs/job-port';
import { AgencyApiController } from './agency-api.controller';
import { AgencyCodes } from './agency-codes';
import { AgencyDesk } from './agency-desk';
import { AgencyDoor } from './agency-door';
import { AgencyPagesController } from './agency-pages.controller';
import { AgencySessions } from './agency-sessions';
import { AnswerTexts } from './answer-texts';
import { Answers } from './answers';
import { CodeAllowance } from './code-allowance';
import { CodeEndings } from './code-endings';
import { Letters } from './letters';
import { Packs } from './packs';
import { Recalls } from './recalls';
import { ReferController } from './refer.controller';
import { ReferPagesController } from './refer-pages.controller';
import { ReferralDesk } from './referral-desk';
import { ReferralPapers } from './referral-papers';
import { Sending } from './sending';
import { SendingChecks } from './sending-checks';

const CODES = [AgencyCodes, CodeAllowance, CodeEndings, AgencySessions, AgencyDoor, AgencyDesk];

@Module({
  imports: [EvidenceModule],
  controllers: [ReferController, ReferPagesController, AgencyPagesController, AgencyApiController],
  providers: [
    ...CODES,
    Sending,
    SendingChecks,
    Letters,
    Packs,
    Answers,
    AnswerTexts,
    Recalls,
    ReferralDesk,
    ReferralPapers,
  ],
  exports: [Sending, Answers, Recalls],
})
export class ReferModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobPort,
    private readonly endings: CodeEndings,
    private readonly sessions: AgencySessions,
  ) {}

  /** Expired codes lose what they opened with, and sessions that are over are deleted. */
  onModuleInit(): void {
    this.jobs.repeat('agency-codes', async () => {
      await this.endings.sweep();
      await this.sessions.sweep();
    });
  }
}
