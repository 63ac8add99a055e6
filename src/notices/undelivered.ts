import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { And, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import { Certificates } from '../deadlines/certificates';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { JobPort } from '../platform/jobs/job-port';
import { Notice } from './notice.entity';
import { Outbox } from './outbox';
import { Post } from './post';
import { REPORTERS_KINDS } from './post.rules';
import { SENDING_JOB } from './sending';

/** A notice that was given up. */
export interface UndeliveredNotice extends Pick<Notice, 'id' | 'at' | 'kind' | 'clock' | 'attempts' | 'error'> {
  /** Null: it is about a proceeding that has no case. */
  readonly number: string | null;
  readonly proceedingId: string | null;
  /** The officer's name. */
  readonly to: string;
}

interface Row {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly clock: string | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly recipient: string;
  readonly number: string | null;
  readonly proceedingId: string | null;
}

const MOST = 200;

/**
 * What could not be posted to officers, of the cases a desk head sees. A reporter's is not among them: that she left an
 * address is nobody's business here, and she reads on her own page that it failed.
 */
@Injectable()
export class Undelivered implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
    private readonly post: Post,
    private readonly audit: Audit,
    private readonly jobs: JobPort,
    private readonly clock: Clock,
    private readonly certificates: Certificates,
    private readonly province: Province,
  ) {}

  onModuleInit(): void {
    this.certificates.countFailedNoticesBy((from, until) => this.givenUpBetween(from, until));
  }

  /** Newest first, the newest two hundred. */
  async list(looker: Looker): Promise<readonly UndeliveredNotice[]> {
    const rows = await this.rows(looker);
    const names = await this.directory.names(rows.map(({ recipient }) => recipient));
    return rows.map(({ recipient, ...row }) => ({ ...row, to: names.get(recipient) ?? '-' }));
  }

  /** To be tried anew, this one or all of them; how many. What is not in the list is not there. */
  async tryAgain(looker: Looker, id: string | null): Promise<number> {
    if (!this.post.isOn) return 0;
    const again = await this.database.write(async (em) => {
      const rows = (await this.rows(looker)).filter((row) => id === null || row.id === id);
      let n = 0;
      for (const row of rows) {
        const nextAt = this.outbox.timeFor(row.kind);
        const anew = { state: 'queued' as const, attempts: 0, nextAt, giveUpAt: null, error: null };
        n += (await em.update(Notice, { id: row.id, state: 'given_up' }, anew)).affected ?? 0;
      }
      const data = { notices: n };
      if (n > 0) await this.audit.record({ actor: actorOf(looker), act: 'notice.again', subjectKind: 'notice', data });
      return n;
    });
    if (again > 0) this.jobs.wake({ job: SENDING_JOB, notBefore: this.clock.now() });
    return again;
  }

  /** For the certificate of a day: officers' and reporters' alike. UTC instants. */
  private givenUpBetween(from: string, until: string): Promise<number> {
    const where = {
      province: this.province.code,
      state: 'given_up',
      giveUpAt: And(MoreThanOrEqual(from), LessThan(until)),
    } as const;
    return this.database.reader.countBy(Notice, where);
  }

  private async rows(looker: Looker): Promise<readonly Row[]> {
    const rows = [...(await this.within(looker).getRawMany<Row>()), ...(await this.ofNoCase(looker))];
    return rows.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id)).slice(0, MOST);
  }

  /** Limits of proceedings without a case: everybody's at the desk. */
  private async ofNoCase({ province }: Looker): Promise<readonly Row[]> {
    const where = { province, state: 'given_up', caseId: IsNull() } as const;
    const found = await this.database.reader.find(Notice, { where, order: { at: 'DESC', id: 'DESC' }, take: MOST });
    return found.map(({ id, at, kind, clock, attempts, error, recipient, proceedingId }) => ({
      ...{ id, at, kind, clock, error, recipient, proceedingId },
      attempts: attempts ?? 0,
      number: null,
    }));
  }

  private within(looker: Looker): SelectQueryBuilder<CaseFile> {
    const query = this.database.reader
      .createQueryBuilder<CaseFile>('CaseFile', 'f')
      .select('n.id', 'id')
      .addSelect('n.at', 'at')
      .addSelect('n.kind', 'kind')
      .addSelect('n.clock', 'clock')
      .addSelect('n.attempts', 'attempts')
      .addSelect('n.error', 'error')
      .addSelect('n.recipient', 'recipient')
      .addSelect('f.number', 'number')
      .addSelect('n.proceedingId', 'proceedingId')
      .innerJoin(Notice, 'n', 'n.caseId = f.id')
      .where(`n.state = 'given_up' AND n.kind NOT LIKE :reporters`, { reporters: REPORTERS_KINDS })
      .orderBy('n.at', 'DESC')
      .addOrderBy('n.id', 'DESC')
      .limit(MOST);
    return withinReach(query, looker, 'notices.resend');
  }
}
