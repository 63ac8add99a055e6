import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Ticket } from '../access/ticket';
import { newTicketCookie, readTicket, ticketKey } from '../access/ticket';
import { Audit } from '../audit/audit';
import { REPORTER } from '../audit/entry';
import { Clock } from '../platform/clock';
import { SealBroken, open, publicKeyOf, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import type { ReporterKey } from '../vault/compartments';
import type { OpenedReceipt } from './receipts';
import { Receipts } from './receipts';
import { ReporterSession } from './reporter-session.entity';

const MINUTE = 60_000;
/** KEYS K5: fifteen minutes without a request, and no longer than two hours in all. */
const IDLE_MS = 15 * MINUTE;
const LONGEST_MS = 120 * MINUTE;

/** A reporter who is at her case now. */
export interface OpenSession {
  readonly idHash: string;
  readonly caseId: string;
  readonly key: ReporterKey;
  /** Over at this instant unless something is asked before. */
  readonly until: string;
}

/** A receipt opens a session; the cookie alone opens what the database keeps of it. Nothing stays in memory. */
@Injectable()
export class ReporterSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
    private readonly receipts: Receipts,
    private readonly audit: Audit,
  ) {}

  /** The value of the new cookie. Sessions that are over are swept out by the way. */
  async begin({ caseId, key, row }: OpenedReceipt): Promise<string> {
    const cookie = newTicketCookie();
    const ticket = readTicket(cookie) as Ticket;
    const now = this.clock.date().getTime();
    const names = { idHash: ticket.idHash, province: row.province, caseId, keyId: key.keyId };
    const session: ReporterSession = {
      ...names,
      sealed: seal(this.keyOf(ticket), contextOf(names), key.privateKey).toString('base64'),
      seenAt: iso(now),
      idleAt: iso(now + IDLE_MS),
      endsAt: iso(now + LONGEST_MS),
    };
    await this.database.write(async (em) => {
      await em.delete(ReporterSession, { idleAt: LessThan(iso(now)) });
      await em.insert(ReporterSession, session);
      await this.tell('reporter.session.begin', caseId);
    });
    return cookie;
  }

  /** Null when the session is unknown or over, or its receipt was replaced by another. */
  async find(cookie: string | null): Promise<OpenSession | null> {
    const ticket = cookie === null ? null : readTicket(cookie);
    const session = ticket && (await this.running(ticket.idHash));
    const key = session && (await this.unseal(ticket, session));
    if (!session || !key) return null;
    const until = await this.touch(session);
    return { idHash: session.idHash, caseId: session.caseId, key, until };
  }

  async end({ idHash, caseId }: OpenSession): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(ReporterSession, { idHash });
      await this.tell('reporter.session.end', caseId);
    });
  }

  async sweep(): Promise<void> {
    const idleAt = LessThan(this.clock.now());
    await this.database.write((em) => em.delete(ReporterSession, { idleAt }));
  }

  private async running(idHash: string): Promise<ReporterSession | null> {
    const session = await this.database.reader.findOneBy(ReporterSession, { idHash });
    const now = this.clock.now();
    return session && session.idleAt > now && session.endsAt > now ? session : null;
  }

  private async unseal(ticket: Ticket, session: ReporterSession): Promise<ReporterKey | null> {
    if (!(await this.receipts.stands(session.caseId, session.keyId))) return null;
    try {
      const privateKey = open(this.keyOf(ticket), contextOf(session), Buffer.from(session.sealed, 'base64'));
      return { keyId: session.keyId, privateKey, publicKey: publicKeyOf(privateKey) };
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /** Written down at most once a minute. */
  private async touch({ idHash, seenAt, idleAt, endsAt }: ReporterSession): Promise<string> {
    const now = this.clock.date().getTime();
    if (now - Date.parse(seenAt) < MINUTE) return idleAt;
    const later = { seenAt: iso(now), idleAt: iso(Math.min(now + IDLE_MS, Date.parse(endsAt))) };
    await this.database.write((em) => em.update(ReporterSession, { idHash }, later));
    return later.idleAt;
  }

  private tell(act: string, caseId: string): Promise<void> {
    return this.audit.record({ actor: REPORTER, act, subjectKind: 'case', subjectId: caseId });
  }

  private keyOf(ticket: Ticket): Buffer {
    return ticketKey(this.secret, ticket, 'phitak/v1/reporter-session');
  }
}

type Named = Pick<ReporterSession, 'idHash' | 'province' | 'caseId' | 'keyId'>;

const contextOf = ({ idHash, province, caseId, keyId }: Named): string =>
  `phitak/v1/reporter-session|${province}|${caseId}|${keyId}|${idHash}`;

const iso = (ms: number): string => new Date(ms).toISOString();
