import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Cases } from '../cases/cases';
import { Story } from '../cases/story';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { SYSTEM } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { shortWrite } from '../platform/database/short-write';
import { isPostgres, sql } from '../platform/database/sql';
import type { MayGoOn } from '../platform/jobs/job-port';
import { JobPort } from '../platform/jobs/job-port';
import type { ToldOfNoCase } from '../proceedings/limit-watch';
import { LimitWatch } from '../proceedings/limit-watch';
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
    private readonly limits: LimitWatch,
    private readonly jobs: JobPort,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(NOTICES_JOB, (mayGoOn) => this.read(mayGoOn));
    const wake = (): void => this.jobs.wake({ job: NOTICES_JOB, notBefore: this.clock.now() });
    this.story.listen((_em, _file, line) => {
      const heard = { ...line, byKind: line.by.kind, toStatus: line.to };
      if (this.isTold(heard)) this.database.afterCommit(wake);
      return Promise.resolve();
    });
    this.limits.listen((em, told) => this.tellOfNoCase(em, told));
  }

  /** Beside the story, in the write of the rung: each rung speaks once, so each head is told once. */
  private async tellOfNoCase(em: EntityManager, told: ToldOfNoCase): Promise<void> {
    const heads = await this.recipients.headsOfDesk();
    for (const recipient of heads.length > 0 ? heads : ['']) await this.rows.addOfProceeding(em, told, recipient);
  }

  /** Until the story is read to its end. Where a line cannot be told, those before it are all the same. */
  async read(mayGoOn: MayGoOn = () => true): Promise<void> {
    const readOn = (most: number): Promise<boolean> => this.database.write((em) => this.readOn(em, most));
    try {
      while (mayGoOn() && (await readOn(LOOK_AHEAD)));
    } catch {
      while (mayGoOn() && (await readOn(1)));
    }
  }

  /** Skips lines that tell nobody, then tells as many as a short write holds, `most` at most. */
  private async readOn(em: EntityManager, most: number): Promise<boolean> {
    const seq = await this.lockCursor(em);
    const lines = await this.story.after(this.province.code, seq, LOOK_AHEAD);
    const telling = lines.filter((line) => this.isTold(line)).slice(0, most);
    const last = (await this.tellSome(em, telling)) ?? lines.at(-1);
    if (!last) return false;
    await em.update(NoticeCursor, { province: this.province.code }, { seq: last.seq });
    return true;
  }

  /**
   * The first one's case is waited for; the rest are told as long as nobody else is at work on theirs: who holds several
   * cases must not wait for one. @returns the last that was told
   */
  private async tellSome(em: EntityManager, lines: readonly CaseEvent[]): Promise<CaseEvent | undefined> {
    const [first, ...others] = new Set(lines.map(({ caseId }) => caseId));
    if (first === undefined) return undefined;
    const locked = [await this.cases.lockById(first), ...(await this.cases.lockFree(others))];
    const files = new Map(locked.map((file) => [file.id, file]));
    const mayGoOn = shortWrite();
    let last: CaseEvent | undefined;
    for (const line of lines) {
      const file = files.get(line.caseId);
      if (!file || (last && !mayGoOn())) break;
      await this.tell(em, file, line);
      last = line;
    }
    return last;
  }

  private isTold(line: HeardLine & ReportersLine): boolean {
    return tellingsOf(line).length > 0 || this.reporters.hears(line);
  }

  private async tell(em: EntityManager, file: CaseFile, line: CaseEvent): Promise<void> {
    for (const { recipient, kind } of await this.recipients.of(file, line)) {
      await this.rows.add(em, line, kind, recipient);
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
