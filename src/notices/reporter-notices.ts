import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../cases/case-event.entity';
import { Cases } from '../cases/cases';
import { Story } from '../cases/story';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { JobPort } from '../platform/jobs/job-port';
import { closedAt } from '../reporters/afterwards.rules';
import type { LeftAddress } from '../reporters/addresses';
import { Addresses } from '../reporters/addresses';
import { CheckIns } from '../reporters/check-ins';
import { NoticeRows } from './notice-rows';
import { Post } from './post';
import type { ReportersLine } from './post.rules';
import { REPORTER_NEWS, checkInKind, tellsReporter } from './post.rules';

export const CHECK_IN_JOB = 'notices.check-ins';

/**
 * What a reporter is told who left an address (KEYS K13): that there is something new. The mail is the same for
 * everything, so one that still waits to be posted speaks for what came after it.
 */
@Injectable()
export class ReporterNotices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly checkIns: CheckIns,
    private readonly cases: Cases,
    private readonly story: Story,
    private readonly rows: NoticeRows,
    private readonly post: Post,
    private readonly jobs: JobPort,
  ) {}

  onModuleInit(): void {
    if (this.post.isOn) this.jobs.repeat(CHECK_IN_JOB, () => this.askWhoIsDue());
  }

  /** Whether the line may tell somebody: an address is looked for only then. */
  hears(line: ReportersLine): boolean {
    return this.post.isOn && tellsReporter(line);
  }

  /** Inside the write that reads the line. */
  async tell(em: EntityManager, line: CaseEvent): Promise<void> {
    if (!this.hears(line)) return;
    const left = await this.addresses.leftFor(line.caseId);
    if (left && !(await this.oneWaits(em, left))) await this.rows.add(em, line, REPORTER_NEWS, left.alias);
  }

  /** "Are you safe?" waits on her page: told once for each of its days that came after she left the address. */
  async askWhoIsDue(): Promise<void> {
    for (const left of await this.addresses.leftInClosedCases()) {
      await this.database.write((em) => this.ask(em, left));
    }
  }

  private async ask(em: EntityManager, left: LeftAddress): Promise<void> {
    const file = await this.cases.lockById(left.caseId);
    const story = await this.story.of(file.id);
    const due = (await this.checkIns.of(file, story)).find(({ state }) => state === 'due');
    const closing = story.findLast(({ at, toStatus }) => toStatus !== null && at === closedAt(file.status, story));
    if (!due || !closing || due.dueAt < left.leftAt) return;
    await this.rows.add(em, closing, checkInKind(due.day), left.alias);
  }

  private async oneWaits(em: EntityManager, { alias }: LeftAddress): Promise<boolean> {
    const text = `SELECT id FROM notice WHERE recipient = $1 AND state IN ('queued', 'failed') AND leased_until IS NULL`;
    return (await sql(em, text, [alias])).length > 0;
  }
}
