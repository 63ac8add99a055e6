import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import { Wall } from '../access/wall';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import { COMMAND } from '../audit/entry';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isPostgres, sql } from '../platform/database/sql';
import { newId } from '../platform/ids';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import { Facts } from '../statistics/facts';
import { accuses } from './accusations';
import { CaseFile } from './case-file.entity';
import { CaseNumbers } from './case-numbers';
import { CaseNotFound, StepOutOfOrder } from './errors';
import type { MovingAct, Status } from './moves.rules';
import { MOVES, isClosed, mayMove, stepOf } from './moves.rules';
import type { NewCase } from './new-case';
import { blankCase } from './new-case';
import { withinReach } from './reach';
import { Story } from './story';
import type { Actor, Line, NewLine } from './story-line';

/** What a move changes beside the status. */
export type Change = Partial<Omit<CaseFile, 'id' | 'province' | 'number' | 'status' | 'statusSince' | 'open' | 'step'>>;

/** The case file: opened once, found by whoever may, moved along the table, told line by line. Nothing else sets a status. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: Database,
    private readonly story: Story,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly wall: Wall,
    private readonly numbers: CaseNumbers,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a case with number, register number, facts and first line; inside a write.
   * `sealed` runs once the row stands, so that its texts can be sealed to it before the line is told.
   */
  async open(opening: NewCase, line: NewLine, sealed: (file: CaseFile) => Promise<Change>): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const fiscalYear = fiscalYearOf(bangkokDay(opening.receivedAt));
      const file = blankCase(opening, {
        id: newId(),
        province: this.province.code,
        fiscalYear,
        number: await this.numbers.draw(em, fiscalYear),
        registerNo: await this.numbers.register(em, fiscalYear, opening),
        enteredAt: this.clock.now(),
      });
      await em.insert(CaseFile, file);
      if (this.accusedAgency(file)) await this.wallAgency(file);
      const change = await sealed(file);
      Object.assign(file, change);
      if (Object.keys(change).length > 0) await em.update(CaseFile, { id: file.id }, change);
      await this.facts.openCase({
        caseId: file.id,
        province: file.province,
        receivedOn: file.receivedOn,
        channel: file.channel,
        type: file.type,
        corruptionAlleged: file.corruptionAlleged,
        accusedKind: file.accusedKind,
        agencyCode: file.agencyCode,
        district: file.district,
        imported: file.imported,
        status: file.status,
        step: file.step,
      });
      await this.write(file, null, file.status, line);
      return file;
    });
  }

  /** @throws CaseNotFound when it is not there or not this looker's to see. */
  async find(looker: Looker, number: string): Promise<CaseFile> {
    const query = this.database.reader.createQueryBuilder(CaseFile, 'f').where('f.number = :number', { number });
    const file = await withinReach(query, looker, 'case.read').getOne();
    if (!file) throw new CaseNotFound();
    return file;
  }

  /** As `find`, with the row locked until the write ends. Inside a write only. */
  async findForUpdate(looker: Looker, number: string): Promise<CaseFile> {
    return this.database.write(async (em) => {
      // Who may not see the case does not wait for it either: a wait would tell that it is there.
      if (isPostgres(em)) await this.find(looker, number);
      await this.lock(em, number);
      return this.find(looker, number);
    });
  }

  /** For a reporter who has opened her receipt, and for the clocks: no looker is asked. @throws CaseNotFound */
  async byId(id: string): Promise<CaseFile> {
    const file = await this.database.reader.findOneBy(CaseFile, { id });
    if (!file) throw new CaseNotFound();
    return file;
  }

  /** For the command line, where the machine's keeper asks for codes and dates alone. @throws CaseNotFound */
  async byNumber(number: string): Promise<CaseFile> {
    const file = await this.database.reader.findOneBy(CaseFile, { number });
    if (!file) throw new CaseNotFound();
    return file;
  }

  /** For rooms that act without a looker (claims, sweep): by id, locked. Inside a write only. */
  async lockById(id: string): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const query = em.createQueryBuilder(CaseFile, 'f').where('f.id = :id', { id });
      const file = await (isPostgres(em) ? query.setLock('pessimistic_write') : query).getOne();
      if (!file) throw new CaseNotFound();
      return file;
    });
  }

  /** As `lockById` for those of these that nobody else is at work on: it never waits. Inside a write only. */
  async lockFree(ids: readonly string[]): Promise<CaseFile[]> {
    if (ids.length === 0) return [];
    return this.database.write((em) => {
      const query = em.createQueryBuilder(CaseFile, 'f').where({ id: In([...ids]) });
      if (isPostgres(em)) query.orderBy('f.id').setLock('pessimistic_write').setOnLocked('skip_locked');
      return query.getMany();
    });
  }

  /**
   * Takes one arrow of the table and tells it. The file must be locked (`findForUpdate`).
   * @throws StepOutOfOrder with what is allowed.
   */
  async move(file: CaseFile, act: MovingAct, line: NewLine, change: Change = {}): Promise<Line> {
    if (!mayMove(file.status, act)) throw new StepOutOfOrder(file.status, act);
    const from = file.status;
    const to = MOVES[act].to;
    const at = this.clock.now();
    const moved = { ...change, status: to, statusSince: at, open: !isClosed(to), step: stepOf(to) };
    return this.database.write(async (em) => {
      const result = await em.update(CaseFile, { id: file.id, status: from }, moved);
      if (result.affected === 0) throw new StepOutOfOrder(from, act);
      Object.assign(file, moved);
      await this.facts.move(file.id, {
        on: bangkokDay(at),
        status: to,
        step: file.step,
        completed: !file.open,
        ...(act === 'sort' ? { accepted: true } : act === 'end' ? { accepted: false } : {}),
        ...(file.outcome ? { outcome: file.outcome } : {}),
      });
      return this.write(file, from, to, line);
    });
  }

  /** Something happened that moves nothing. */
  tell(file: CaseFile, line: NewLine): Promise<Line> {
    return this.write(file, null, null, line);
  }

  /** Columns that are no status; figures follow the classification. Inside a write. */
  async change(file: CaseFile, change: Change): Promise<void> {
    if (Object.keys(change).length === 0) return;
    await this.database.write(async (em) => {
      await em.update(CaseFile, { id: file.id }, change);
      Object.assign(file, change);
      await this.wallAgency(file);
      await this.facts.classify(file.id, {
        type: file.type,
        corruptionAlleged: file.corruptionAlleged,
        accusedKind: file.accusedKind,
        agencyCode: file.agencyCode,
        district: file.district,
      });
    });
  }

  /**
   * What names, places or hints is taken out of the file; number, register, type and dates stay, so that no number comes
   * again and no old register is taken over twice. Inside a write, the file locked.
   */
  async dispose(file: CaseFile): Promise<void> {
    const left = { ...BLANK, disposedAt: this.clock.now() };
    await this.database.write((em) => em.update(CaseFile, { id: file.id }, left));
    Object.assign(file, left);
  }

  /** From the deadlines room: the earliest due instant among the running clocks, and whether one waits for the reporter. */
  async noteClocks(file: CaseFile, clocks: Pick<CaseFile, 'nextDueAt' | 'waitingReporter'>): Promise<void> {
    const { nextDueAt, waitingReporter } = clocks;
    if (file.nextDueAt === nextDueAt && file.waitingReporter === waitingReporter) return;
    await this.database.write((em) => em.update(CaseFile, { id: file.id }, { nextDueAt, waitingReporter }));
    if (file.nextDueAt !== nextDueAt) await this.facts.due(file.id, nextDueAt);
    Object.assign(file, { nextDueAt, waitingReporter });
  }

  private async write(file: CaseFile, from: Status | null, to: Status | null, line: NewLine): Promise<Line> {
    const told = await this.story.write(file, from, to, line);
    await this.audit.record({
      actor: auditActor(line.by),
      act: `case.${line.kind}`,
      subjectKind: 'case',
      subjectId: file.id,
      data: { line: told.id },
    });
    return told;
  }

  /** The accused's own agency neither sees an accusation nor learns that it is there (DOMAIN §5). */
  private wallAgency(file: CaseFile): Promise<void> {
    return this.wall.followAgency(file, this.accusedAgency(file));
  }

  private accusedAgency(file: CaseFile): string | null {
    return accuses(file, this.province) ? file.agencyCode : null;
  }

  private async lock(em: EntityManager, number: string): Promise<void> {
    if (isPostgres(em)) await sql(em, 'SELECT id FROM case_file WHERE number = $1 FOR UPDATE', [number]);
  }
}

/** A disposed case as far as its columns go. */
const BLANK = {
  ...{ registryNo: null, queueTicket: null, enteredBy: null, assignee: null, investigator: null },
  ...{ identityKind: 'anonymous', reporterKind: null, reprisalFeared: false, protectionAsked: false },
  ...{ corruptionAlleged: null, riskArea: null, accusedKind: null, agencyCode: null, district: 'unknown' },
  ...{ occurredOn: null, severity: null, urgent: false, finding: null, outcome: null },
  ...{ nextDueAt: null, waitingReporter: false, oldDueOn: null, takenUpAt: null },
  ...{ allegationItem: null, identityItem: null },
} as const satisfies Partial<CaseFile>;

const auditActor = ({ kind, id }: Actor): AuditActor => (kind === 'import' ? COMMAND : { kind, id });
