import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../cases/case-event.entity';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { Alarm } from '../platform/http/alarm';
import type { ToldOfNoCase } from '../proceedings/limit-watch';
import { newId } from '../platform/ids';
import { JobPort } from '../platform/jobs/job-port';
import { bangkokDay, instantAt } from '../platform/thai/dates';
import { Notice } from './notice.entity';
import { Outbox } from './outbox';
import { SENDING_JOB } from './sending';

/** Writes a notice, once for an event, a kind and a person, and wakes whoever posts it. */
@Injectable()
export class NoticeRows {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly jobs: JobPort,
    private readonly clock: Clock,
    private readonly alarm: Alarm,
  ) {}

  /** @param recipient officer's id, alias of a reporter's address, or empty: nobody. Inside a write. */
  async add(em: EntityManager, line: CaseEvent, kind: string, recipient: string): Promise<void> {
    const { id: eventId, province, caseId, data } = line;
    const dueAt = typeof data.due === 'string' ? data.due : null;
    const clock = typeof data.clock === 'string' ? data.clock : null;
    await this.write(em, { province, eventId, caseId, proceedingId: null, dueAt, clock, kind, recipient });
  }

  /** Of a proceeding without a case. @param recipient officer's id, or empty: nobody. Inside a write. */
  async addOfProceeding(em: EntityManager, told: ToldOfNoCase, recipient: string): Promise<void> {
    const { province, proceedingId, notice: kind, dueAt } = told;
    await this.write(em, { province, eventId: null, caseId: null, proceedingId, dueAt, clock: null, kind, recipient });
  }

  private async write(em: EntityManager, about: About): Promise<void> {
    const { kind, recipient, province } = about;
    if (recipient === '') await this.callForSomebody(em, province);
    const nextAt = recipient === '' ? null : this.outbox.timeFor(kind);
    const row: Notice = {
      id: newId(),
      ...about,
      state: recipient === '' ? 'nobody' : 'queued',
      at: this.clock.now(),
      attempts: null,
      nextAt,
      leasedUntil: null,
      giveUpAt: null,
      error: null,
    };
    await em.createQueryBuilder().insert().into(Notice).values(row).orIgnore().execute();
    if (nextAt !== null) this.database.afterCommit(() => this.jobs.wake({ job: SENDING_JOB, notBefore: nextAt }));
  }

  /**
   * No office that should know of a case has anybody who may. Whoever reads the trail is told that this happened today,
   * never of which case or how often: she might be the one it is about.
   */
  private async callForSomebody(em: EntityManager, province: string): Promise<void> {
    const since = instantAt(bangkokDay(this.clock.now()), '00:00');
    const text = `SELECT id FROM notice WHERE province = $1 AND state = 'nobody' AND at >= $2 LIMIT 1`;
    if ((await sql(em, text, [province, since])).length === 0) await this.alarm.raise('notice.toNobody');
  }
}

type About = Pick<
  Notice,
  'province' | 'eventId' | 'caseId' | 'proceedingId' | 'dueAt' | 'clock' | 'kind' | 'recipient'
>;
