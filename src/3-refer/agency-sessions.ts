import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Ticket } from '../access/ticket';
import { newTicketCookie, readTicket, ticketKey } from '../access/ticket';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock';
import { SealBroken, open, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import type { OpenCompartment } from '../vault/compartments';
import type { KeptKeys, Loan } from '../vault/lent-keys';
import { LentKeys, keptOf } from '../vault/lent-keys';
import type { OpenedCode } from './agency-codes';
import { AgencyCodes, loanOf } from './agency-codes';
import { AgencySession } from './agency-session.entity';
import type { Asked } from './answers';

const MINUTE = 60_000;
/** As the reporter's (KEYS K5): fifteen minutes without a request, and no longer than two hours in all. */
const IDLE_MS = 15 * MINUTE;
const LONGEST_MS = 120 * MINUTE;

/** An agency that is at its referral now. */
export interface OpenAgencySession extends Asked {
  readonly idHash: string;
  readonly codeId: string;
  readonly codeUntil: string;
  readonly keys: readonly OpenCompartment[];
}

/** A code opens a session; the cookie alone opens what the database keeps of it. Nothing stays in memory. */
@Injectable()
export class AgencySessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
    private readonly codes: AgencyCodes,
    private readonly lentKeys: LentKeys,
    private readonly audit: Audit,
  ) {}

  /** The value of the new cookie. */
  async begin({ row, keys }: OpenedCode): Promise<string> {
    const cookie = newTicketCookie();
    const ticket = readTicket(cookie) as Ticket;
    const now = this.clock.date().getTime();
    const names = { idHash: ticket.idHash, province: row.province, codeId: row.id };
    const kept = Buffer.from(JSON.stringify(keptOf(keys)));
    const session: AgencySession = {
      ...names,
      sealed: seal(this.keyOf(ticket), contextOf(names), kept).toString('base64'),
      seenAt: iso(now),
      idleAt: iso(now + IDLE_MS),
      endsAt: iso(now + LONGEST_MS),
    };
    await this.database.write(async (em) => {
      await em.insert(AgencySession, session);
      await this.tell('agency.session.begin', row.id);
    });
    return cookie;
  }

  /** Null when the session is unknown or over, or its code opens nothing any more. */
  async find(cookie: string | null): Promise<OpenAgencySession | null> {
    const ticket = cookie === null ? null : readTicket(cookie);
    const session = ticket && (await this.running(ticket.idHash));
    if (!session) return null;
    const standing = await this.codes.standing(session.codeId);
    const keys = standing && (await this.unseal(ticket, session, loanOf(standing.row)));
    if (!standing || !keys) return null;
    await this.touch(session);
    const { file, referral, row } = standing;
    return { file, referral, keys, idHash: session.idHash, codeId: row.id, codeUntil: row.untilAt };
  }

  async end({ idHash, codeId }: OpenAgencySession): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(AgencySession, { idHash });
      await this.tell('agency.session.end', codeId);
    });
  }

  async sweep(): Promise<void> {
    const idleAt = LessThan(this.clock.now());
    await this.database.write((em) => em.delete(AgencySession, { idleAt }));
  }

  private async running(idHash: string): Promise<AgencySession | null> {
    const session = await this.database.reader.findOneBy(AgencySession, { idHash });
    const now = this.clock.now();
    return session && session.idleAt > now && session.endsAt > now ? session : null;
  }

  private async unseal(ticket: Ticket, session: AgencySession, loan: Loan): Promise<readonly OpenCompartment[] | null> {
    try {
      const kept = open(this.keyOf(ticket), contextOf(session), Buffer.from(session.sealed, 'base64'));
      return await this.lentKeys.again(loan, JSON.parse(kept.toString('utf8')) as KeptKeys);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /** Written down at most once a minute. */
  private async touch({ idHash, seenAt, endsAt }: AgencySession): Promise<void> {
    const now = this.clock.date().getTime();
    if (now - Date.parse(seenAt) < MINUTE) return;
    const later = { seenAt: iso(now), idleAt: iso(Math.min(now + IDLE_MS, Date.parse(endsAt))) };
    await this.database.write((em) => em.update(AgencySession, { idHash }, later));
  }

  private tell(act: string, codeId: string): Promise<void> {
    return this.audit.record({ actor: { kind: 'agency', id: codeId }, act, subjectKind: 'code', subjectId: codeId });
  }

  private keyOf(ticket: Ticket): Buffer {
    return ticketKey(this.secret, ticket, 'phitak/v1/agency-session');
  }
}

type Named = Pick<AgencySession, 'idHash' | 'province' | 'codeId'>;

const contextOf = ({ idHash, province, codeId }: Named): string =>
  `phitak/v1/agency-session|${province}|${codeId}|${idHash}`;

const iso = (ms: number): string => new Date(ms).toISOString();
