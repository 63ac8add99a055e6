import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module';
import { JobPort } from '../platform/jobs/job-port';
import { Addresses } from './addresses';
import { Afterwards } from './afterwards';
import { CheckIns } from './check-ins';
import { Claims } from './claims';
import { GroupCheck } from './group-check';
import { Mailbox } from './mailbox';
import { Marks } from './marks';
import { Messages } from './messages';
import { MyReport } from './my-report';
import { MyReportController } from './my-report.controller';
import { Ratings } from './ratings';
import { Receipts } from './receipts';
import { ReporterActs } from './reporter-acts';
import { ReporterApiController } from './reporter-api.controller';
import { ReporterDoor } from './reporter-door';
import { ReporterPagesController } from './reporter-pages.controller';
import { ReporterSessions } from './reporter-sessions';
import { ReportersController } from './reporters.controller';
import { Requests } from './requests';
import { Slips } from './slips';
import { SlipsController } from './slips.controller';
import { Standings } from './standings';
import { ReporterStatus } from './status';
import { Submissions } from './submissions';
import { WordsController } from './words.controller';
import { Words } from './words.service';

const CODES = [Receipts, Claims, Submissions, GroupCheck, Slips];
const OWN_PAGE = [
  ReporterSessions,
  ReporterDoor,
  MyReport,
  Mailbox,
  Marks,
  Messages,
  Requests,
  Ratings,
  CheckIns,
  Afterwards,
  Addresses,
  ReporterActs,
];

@Global()
@Module({
  imports: [EvidenceModule],
  controllers: [
    ReportersController,
    ReporterPagesController,
    SlipsController,
    MyReportController,
    ReporterApiController,
    WordsController,
  ],
  providers: [...CODES, ...OWN_PAGE, ReporterStatus, Standings, Words],
  exports: [Receipts, Claims, Submissions, Slips, Mailbox, CheckIns, Addresses],
})
export class ReportersModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobPort,
    private readonly receipts: Receipts,
    private readonly sessions: ReporterSessions,
    private readonly addresses: Addresses,
  ) {}

  /** Expired claim codes, submission keys, sessions and addresses are deleted. */
  onModuleInit(): void {
    this.jobs.repeat('receipts', async () => {
      await this.receipts.sweep();
      await this.sessions.sweep();
    });
    this.jobs.repeat('addresses', () => this.addresses.sweep());
  }
}
