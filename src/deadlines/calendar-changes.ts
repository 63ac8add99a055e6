import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import type { EntityManager } from 'typeorm';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import { SYSTEM } from '../audit/entry';
import { NeedsSecondPerson } from '../cases/errors';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres } from '../platform/database/sql';
import { newId } from '../platform/ids';
import type { MayGoOn } from '../platform/jobs/job-port';
import { JobPort } from '../platform/jobs/job-port';
import { instantAt } from '../platform/thai/dates';
import { changeBetween, changed, differsFrom } from './calendar-change.rules';
import type { CalendarChange } from './calendar-change.rules';
import { CalendarCarrier } from './calendar-carrier';
import { CalendarVersion } from './calendar-version.entity';
import type { CalendarSource } from './calendar.rules';
import { Calendars } from './calendars';
import { Deadline } from './deadline.entity';
import { AlreadyDecided, CalendarNotFound, CalendarUnchanged, CalendarWaits, NotTheNewest } from './errors';

/** As long as an officer waits for her answer; the clockwork goes on with the rest. */
const WHILE_WAITING_MS = 3_000;

export interface Announcement extends CalendarChange {
  /** The letter or resolution. */
  readonly letterNo: string;
}

/**
 * The calendar changes by two persons: one proposes, the other sees whom it moves and approves; the newest can be undone.
 * A new edition of the file is proposed by the program itself, and taken over at once when no open clock reaches it.
 */
@Injectable()
export class CalendarChanges {
  /** What this process has seen to be taken over or proposed already. */
  private settled = '';

  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly carrier: CalendarCarrier,
    private readonly audit: Audit,
    private readonly jobs: JobPort,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(): Promise<CalendarVersion[]> {
    const where = { province: this.province.code };
    return this.database.reader.find(CalendarVersion, { where, order: { no: 'DESC' } });
  }

  /** @throws CalendarNotFound */
  async find(no: number): Promise<CalendarVersion> {
    const version = (await this.list()).find((one) => one.no === no);
    if (!version) throw new CalendarNotFound();
    return version;
  }

  /** @throws CalendarUnchanged, CalendarWaits */
  propose(looker: Looker, { letterNo, ...change }: Announcement): Promise<CalendarVersion> {
    return this.database.write(async (em) => {
      const versions = await this.lock(em);
      if (versions.some(({ state }) => state === 'proposed')) throw new CalendarWaits();
      const { source } = await this.calendars.look();
      const by = { proposedBy: looker.officerId, letterNo, origin: 'announced' as const };
      const proposed = this.versionAfter(versions, source, changed(source, change), by);
      if (!proposed) throw new CalendarUnchanged();
      await em.insert(CalendarVersion, proposed);
      await this.record(actorOf(looker), 'calendar.proposed', proposed);
      return proposed;
    });
  }

  /** @throws CalendarNotFound, AlreadyDecided, NeedsSecondPerson */
  async decide(looker: Looker, no: number, approve: boolean): Promise<void> {
    await this.database.write(async (em) => {
      const version = (await this.lock(em)).find((one) => one.no === no);
      if (!version) throw new CalendarNotFound();
      if (version.state !== 'proposed') throw new AlreadyDecided();
      if (version.proposedBy === looker.officerId) throw new NeedsSecondPerson();
      const decided = { decidedBy: looker.officerId, decidedAt: this.clock.now() };
      await em.update(CalendarVersion, { id: version.id }, { state: approve ? 'in_force' : 'refused', ...decided });
      await this.record(actorOf(looker), approve ? 'calendar.approved' : 'calendar.refused', version);
    });
    await this.carryOver();
  }

  /** The newest in force alone: those before it were built upon. @throws CalendarNotFound, NotTheNewest, CalendarWaits */
  async undo(looker: Looker, no: number): Promise<void> {
    await this.database.write(async (em) => {
      const versions = await this.lock(em);
      const version = versions.find((one) => one.no === no);
      if (!version) throw new CalendarNotFound();
      if (versions.some(({ state }) => state === 'proposed')) throw new CalendarWaits();
      if (!isUndoable(versions, version)) throw new NotTheNewest();
      const undone = { undoneBy: looker.officerId, undoneAt: this.clock.now(), carriedAt: null };
      await em.update(CalendarVersion, { id: version.id }, { state: 'undone', ...undone });
      await this.record(actorOf(looker), 'calendar.undone', version);
    });
    await this.carryOver();
  }

  /** Before every round of the clockwork: the file's edition is looked at, and what is unfinished goes on. */
  async turn(mayGoOn: MayGoOn): Promise<void> {
    await this.calendars.look();
    await this.takeOverFile();
    await this.carrier.carryOn(mayGoOn);
  }

  /** At once as far as it is soon done; the clockwork finishes it. */
  private async carryOver(): Promise<void> {
    await this.calendars.look();
    const until = performance.now() + WHILE_WAITING_MS;
    await this.carrier.carryOn(() => performance.now() < until);
    this.jobs.wake({ job: 'deadlines.sweep', notBefore: this.clock.now() });
  }

  private async takeOverFile(): Promise<void> {
    const { version } = this.calendars.inForce;
    if (this.settled === version) return;
    await this.database.write(async (em) => {
      const versions = await this.lock(em);
      if (versions.some(({ state }) => state === 'proposed')) return;
      const before = await this.calendars.look();
      const file = this.fileWith(versions);
      const taken = this.versionAfter(versions, before.source, file, { origin: 'file' });
      const isRefused = versions.some(({ state, ...one }) => state !== 'in_force' && one.version === file.version);
      if (!taken || isRefused) return;
      const reached = await this.isReached(taken);
      const now = this.clock.now();
      const state = reached ? ({ state: 'proposed' } as const) : ({ state: 'in_force', carriedAt: now } as const);
      await em
        .createQueryBuilder()
        .insert()
        .into(CalendarVersion)
        .values({ ...taken, ...state })
        .orIgnore()
        .execute();
      await this.record(SYSTEM, reached ? 'calendar.proposed' : 'calendar.approved', taken);
    });
    this.settled = (await this.calendars.look()).version;
  }

  /** The file's edition with every announcement in force that it does not know yet. */
  private fileWith(versions: readonly CalendarVersion[]): CalendarSource {
    const announced = versions.filter(({ state, origin }) => state === 'in_force' && origin === 'announced');
    return announced.reduce((source, { change }) => changed(source, change), this.calendars.ofFile.source);
  }

  private versionAfter(
    versions: readonly CalendarVersion[],
    before: CalendarSource,
    after: CalendarSource,
    by: Pick<CalendarVersion, 'origin'> & Partial<CalendarVersion>,
  ): CalendarVersion | null {
    const fromDay = differsFrom(before, after);
    if (fromDay === null) return null;
    const no = Math.max(...versions.map((one) => one.no)) + 1;
    return this.version({ no, source: after, change: changeBetween(before, after), fromDay, ...by });
  }

  private version(
    parts: Pick<CalendarVersion, 'no' | 'origin' | 'source' | 'change' | 'fromDay'> & Partial<CalendarVersion>,
  ): CalendarVersion {
    return {
      id: newId(),
      province: this.province.code,
      version: parts.source.version,
      letterNo: null,
      state: 'proposed',
      proposedBy: null,
      proposedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
      undoneBy: null,
      undoneAt: null,
      carriedAt: null,
      ...parts,
    };
  }

  private isReached({ fromDay }: CalendarVersion): Promise<boolean> {
    const from = instantAt(fromDay, '00:00');
    return this.database.reader
      .createQueryBuilder(Deadline, 'd')
      .where('d.province = :province', { province: this.province.code })
      .andWhere(`d.state <> 'stopped' AND (d.due_at >= :from OR d.next_rung_at >= :from)`, { from })
      .getExists();
  }

  /** All of them, oldest first, and one at least: the file's. Nobody else decides until this write ends. */
  private async lock(em: EntityManager): Promise<CalendarVersion[]> {
    const versions = await this.locked(em);
    if (versions.length > 0) return versions;
    const first = { no: 1, origin: 'file', source: this.calendars.ofFile.source, fromDay: '0001-01-01' } as const;
    const at = this.clock.now();
    const row = this.version({ ...first, change: { closes: [], opens: [] }, state: 'in_force', carriedAt: at });
    await em.createQueryBuilder().insert().into(CalendarVersion).values(row).orIgnore().execute();
    return this.locked(em);
  }

  private locked(em: EntityManager): Promise<CalendarVersion[]> {
    const query = em
      .createQueryBuilder(CalendarVersion, 'v')
      .where('v.province = :province', { province: this.province.code })
      .orderBy('v.no', 'ASC');
    return (isPostgres(em) ? query.setLock('pessimistic_write') : query).getMany();
  }

  private record(actor: AuditActor, act: string, { no, version }: CalendarVersion): Promise<void> {
    return this.audit.record({ actor, act, subjectKind: 'calendar', data: { no, version } });
  }
}

/** In force, the newest of those, and not the first. */
export function isUndoable(versions: readonly CalendarVersion[], { no, state }: CalendarVersion): boolean {
  const inForce = versions.filter((one) => one.state === 'in_force').map((one) => one.no);
  return state === 'in_force' && no === Math.max(...inForce) && inForce.length > 1;
}
