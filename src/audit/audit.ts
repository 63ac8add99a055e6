import { Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import { AuditHead } from './audit-head.entity';
import { AuditRow } from './audit-row.entity';
import { BEFORE_ALL, macOf } from './chain.rules';
import type { AuditEntry } from './entry';
import { assertCodesOnly } from './entry';
import { AuditTriggers } from './triggers';

/** Whose trail this process writes: the province's code. Given by a room that knows the profile. */
export abstract class AuditedProvince {
  abstract readonly code: string;
}

interface Pending extends AuditEntry {
  readonly at: string;
}

/** The append-only record of every write and every sensitive read. */
@Injectable()
export class Audit {
  private readonly pending = new WeakMap<EntityManager, Pending[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
    private readonly province: AuditedProvince,
    @Optional() private readonly triggers?: AuditTriggers,
  ) {}

  /**
   * Inside a unit of work: written just before it commits, and gone with it if it rolls back. Outside: at once.
   * @throws WordsInAudit when the entry holds anything but codes, ids, dates and numbers.
   * @throws AuditUnprotected when it commits, while the triggers are not as they were made; an alarm is written all the same.
   */
  async record(entry: AuditEntry): Promise<void> {
    assertCodesOnly(entry);
    await this.database.write((em) => {
      const waiting = this.pending.get(em);
      const row = { ...entry, at: this.clock.now() };
      if (waiting) waiting.push(row);
      else {
        const first = [row];
        this.pending.set(em, first);
        this.database.beforeCommit(() => this.append(em, first));
      }
      return Promise.resolve();
    });
  }

  private async append(em: EntityManager, entries: readonly Pending[]): Promise<void> {
    this.pending.delete(em);
    if (entries.some(({ subjectKind }) => subjectKind !== 'alarm')) await this.triggers?.mustStillStand();
    const head = await this.lockHead(em);
    const rows: AuditRow[] = [];
    let last = head;
    for (const entry of entries) {
      const row = this.row(entry, last.no + 1);
      last = { ...head, no: row.no, mac: macOf(this.secret.subkey('audit'), last.mac, row) };
      rows.push({ ...row, mac: last.mac });
    }
    for (const row of rows) await em.insert(AuditRow, row);
    await em.update(AuditHead, { province: head.province }, { no: last.no, mac: last.mac });
  }

  private row(entry: Pending, no: number): Omit<AuditRow, 'mac'> {
    return {
      province: this.province.code,
      no,
      at: entry.at,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      act: entry.act,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId ?? null,
      data: entry.data ?? {},
    };
  }

  /** One writer of the trail at a time: on SQLite the write itself, on PostgreSQL the head's row. */
  private async lockHead(em: EntityManager): Promise<AuditHead> {
    const province = this.province.code;
    const locked = async (): Promise<AuditHead | undefined> => {
      const lock = isPostgres(em) ? ' FOR UPDATE' : '';
      const text = `SELECT province, no, mac FROM audit_head WHERE province = $1${lock}`;
      return (await sql<AuditHead>(em, text, [province]))[0];
    };
    const head = await locked();
    if (head) return head;
    const first = 'INSERT INTO audit_head (province, no, mac) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    await sql(em, first, [province, 0, BEFORE_ALL]);
    const made = await locked();
    if (!made) throw new Error('The head of the audit trail cannot be read.');
    return made;
  }
}
