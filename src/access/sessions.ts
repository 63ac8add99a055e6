import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { Audit } from '../audit/audit';
import { Clock } from '../platform/clock';
import { SealBroken, open, seal } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import type { OpenKeyring } from './keyring';
import { Keyrings } from './keyrings';
import type { Looker } from './looker';
import { Officer, passphraseIsOwn } from './officer.entity';
import { actorOf, lookerOf } from './officers.service';
import { Session } from './session.entity';
import type { Ticket } from './ticket';
import { newTicketCookie, readTicket, ticketKey } from './ticket';
import { Wall } from './wall';

const MINUTE = 60_000;
const IDLE_MS = 30 * MINUTE;
const LONGEST_MS = 600 * MINUTE;
const FRESH_MS = 5 * MINUTE;

/** One of an officer's own sessions, as she may see it: when, never where from. */
export interface OwnSession {
  readonly begunAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
}

/** Sessions live in the database, sealed under their cookies; a process keeps nothing between two requests. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
    private readonly keyrings: Keyrings,
    private readonly audit: Audit,
    private readonly wall: Wall,
  ) {}

  /**
   * The value of the new cookie, base64url of id ‖ secret. Sessions that are over are swept out by the way.
   * @param key opens the officer's keyring.
   * @param before the session of the same browser, which ends.
   */
  async begin(officer: Officer, key: Buffer, before: Looker | null = null): Promise<string> {
    const cookie = newTicketCookie();
    const ticket = readTicket(cookie) as Ticket;
    const { idHash } = ticket;
    const now = this.clock.date().getTime();
    const session: Session = {
      idHash,
      officerId: officer.id,
      keyring: seal(this.keyOf(ticket), contextOf(idHash, officer), key).toString('base64'),
      freshUntil: iso(now + FRESH_MS),
      seenAt: iso(now),
      idleAt: iso(now + IDLE_MS),
      endsAt: iso(now + LONGEST_MS),
    };
    await this.database.write(async (em) => {
      if (before) await this.end(before);
      await em.delete(Session, { idleAt: LessThan(iso(now)) });
      await em.insert(Session, session);
      await this.tell('session.begin', officer.id);
    });
    return cookie;
  }

  /** Who holds this cookie; null when the session is unknown, over, or its officer no longer active. */
  async looker(cookie: string): Promise<Looker | null> {
    const ticket = readTicket(cookie);
    const session = ticket && (await this.running(ticket.idHash));
    if (!session) return null;
    const officer = await this.database.reader.findOneBy(Officer, { id: session.officerId });
    const opened = officer?.active ? this.unseal(ticket, session, officer) : null;
    if (!officer || !opened) return null;
    await this.touch(session);
    const hidden = await this.wall.hiddenFrom(officer);
    return { ...lookerOf(officer, hidden, session.idHash, opened.pair), ...this.own(officer, session, opened) };
  }

  /** The officer has shown again who she is: it counts for five minutes. */
  async confirm(looker: Looker): Promise<string> {
    const freshUntil = iso(this.clock.date().getTime() + FRESH_MS);
    await this.database.write(async (em) => {
      await em.update(Session, { idHash: looker.sessionId }, { freshUntil });
      await this.tell('session.confirm', looker.officerId);
    });
    return freshUntil;
  }

  /** Those that still run: this one, then the others, the latest first. */
  async listOf({ officerId, sessionId }: Looker): Promise<readonly OwnSession[]> {
    const order = { seenAt: 'DESC' as const };
    const running = { officerId, idleAt: MoreThan(this.clock.now()), endsAt: MoreThan(this.clock.now()) };
    const sessions = await this.database.reader.find(Session, { where: running, order });
    const own = sessions.map(({ idHash, seenAt, endsAt }) => ({
      begunAt: iso(Date.parse(endsAt) - LONGEST_MS),
      seenAt,
      isThis: idHash === sessionId,
    }));
    return own.sort((one, other) => Number(other.isThis) - Number(one.isThis));
  }

  /** All of the officer's but this one. */
  async endOthers({ officerId, sessionId }: Looker): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(Session, { officerId, idHash: Not(sessionId) });
      await this.tell('session.end_others', officerId);
    });
  }

  async end(looker: Looker): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(Session, { idHash: looker.sessionId });
      await this.tell('session.end', looker.officerId);
    });
  }

  private async running(idHash: string): Promise<Session | null> {
    const session = await this.database.reader.findOneBy(Session, { idHash });
    const now = this.clock.now();
    return session && session.idleAt > now && session.endsAt > now ? session : null;
  }

  private unseal(ticket: Ticket, session: Session, officer: Officer): OpenKeyring | null {
    try {
      const envelope = Buffer.from(session.keyring, 'base64');
      return this.keyrings.openWith(officer, open(this.keyOf(ticket), contextOf(ticket.idHash, officer), envelope));
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  private own(officer: Officer, { freshUntil }: Session, { key, held }: OpenKeyring): Pick<Looker, 'pins' | 'account'> {
    const account = {
      key,
      passphraseIsOwn: passphraseIsOwn(officer),
      hasSecondFactor: held.totp !== undefined,
      recoveryCodesLeft: held.totp?.recovery.length ?? 0,
      isFresh: freshUntil !== null && freshUntil > this.clock.now(),
    };
    return { account, pins: held.pins ?? {} };
  }

  /** Written down at most once a minute: a page with ten requests is one write. */
  private async touch({ idHash, seenAt }: Session): Promise<void> {
    const now = this.clock.date().getTime();
    if (now - Date.parse(seenAt) < MINUTE) return;
    const later = { seenAt: iso(now), idleAt: iso(now + IDLE_MS) };
    await this.database.write((em) => em.update(Session, { idHash }, later));
  }

  private tell(act: string, officerId: string): Promise<void> {
    return this.audit.record({ actor: actorOf({ officerId }), act, subjectKind: 'officer', subjectId: officerId });
  }

  private keyOf(ticket: Ticket): Buffer {
    return ticketKey(this.secret, ticket, 'phitak/v1/session-keyring');
  }
}

const contextOf = (idHash: string, { id, province, keyEpoch }: Officer): string =>
  `phitak/v1/session-keyring|${province}|${id}|${keyEpoch}|${idHash}`;

const iso = (ms: number): string => new Date(ms).toISOString();
