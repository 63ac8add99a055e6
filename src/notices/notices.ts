import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Cases } from '../cases/cases';
import { Story } from '../cases/story';
import type { CaseEvent } from '../cases/case-event.entity';
import { SYSTEM } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import { JobPort } from '../platform/jobs/job-port';
import { NoticeCursor } from './notice.entity';
import { NoticeRows } from './notice-rows';
import type { HeardLine } from './notice.rules';
import { tellingsOf } from './notice.rules';
import type { ReportersLine } from './post.rules';
import { Recipients } from './recipients';
import { ReporterNotices } from './reporter-notices';

export const NOTICES_JOB = 'notices.read';
const LOOK_AHEAD = 50;

/** Reads the story from its cursor after commit and writes a row per person; a line read twice tells nobody twice. */
@Injectable()
export class Notices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly story: Story,
    private readonly cases: Cases,
    private readonly recipients: Recipients,
    private readonly rows: NoticeRows,
    private readonly reporters: ReporterNotices,
    private readonly jobs: JobPort,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(NOTICES_JOB, (mayGoOn) => this.read(mayGoOn));
    this.story.listen((_em, _file, line) => {
      const heard = { ...line, byKind: line.by.kind, toStatus: line.to };
      if (this.isTold(heard)) {
        this.database.afterCommit(() => this.jobs.wake({ job: NOTICES_JOB, notBefore: this.clock.now() }));
      }
      return Promise.resolve();
    });
  }

  /** Until the story is read to its end. */
  async read(mayGoOn = () => true): Promise<void> {
    while (mayGoOn() && (await this.database.write((em) => this.readOn(em))));
  }

  /** Skips lines that tell nobody, then tells one: a write never holds two cases, so it cannot block an officer's. */
  private async readOn(em: EntityManager): Promise<boolean> {
    const seq = await this.lockCursor(em);
    const lines = await this.story.after(this.province.code, seq, LOOK_AHEAD);
    const telling = lines.find((line) => this.isTold(line));
    const last = telling ?? lines.at(-1);
    if (!last) return false;
    if (telling) await this.tell(em, telling);
    await em.update(NoticeCursor, { province: this.province.code }, { seq: last.seq });
    return true;
  }

  private isTold(line: HeardLine & ReportersLine): boolean {
    return tellingsOf(line).length > 0 || this.reporters.hears(line);
  }

  private async tell(em: EntityManager, line: CaseEvent): Promise<void> {
    const file = await this.cases.lockById(line.caseId);
    for (const { who, kind } of tellingsOf(line)) {
      const ids = await this.recipients.of(who, file, line);
      for (const recipient of ids.length > 0 ? ids : ['']) await this.rows.add(em, line, kind, recipient);
    }
    await this.reporters.tell(em, line);
    if (line.kind === 'received') await this.cases.tell(file, { kind: 'superiorTold', by: SYSTEM });
  }

  /** One reader at a time, however many workers run. */
  private async lockCursor(em: EntityManager): Promise<number> {
    const province = this.province.code;
    await sql(em, 'INSERT INTO notice_cursor (province, seq) VALUES ($1, 0) ON CONFLICT (province) DO NOTHING', [
      province,
    ]);
    const lock = isPostgres(em) ? ' FOR UPDATE' : '';
    const [row] = await sql<{ seq: number }>(em, `SELECT seq FROM notice_cursor WHERE province = $1${lock}`, [
      province,
    ]);
    return row?.seq ?? 0;
  }
}
