import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import type { AuditData } from '../audit/entry';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { readNumber } from '../cases/case-number.rules';
import { Cases } from '../cases/cases';
import { CaseNotFound } from '../cases/errors';
import { withinReach } from '../cases/reach';
import { officer } from '../cases/story-line';
import type { Day } from '../deadlines/calendar.rules';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere, isPostgres, sql } from '../platform/database/sql';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { bangkokDay } from '../platform/thai/dates';
import { isId, readDay } from '../platform/http/letters';
import { Facts } from '../statistics/facts';
import { ProceedingAlreadyEntered, ProceedingNotFound } from './errors';
import { LimitSheets } from './limit-sheets';
import { readLimit } from './limit-reading';
import { blankLimit } from './limit-writing';
import { usualStage } from './limit.rules';
import { Proceeding } from './proceeding.entity';
import type { ProceedingChange, ProceedingInput } from './proceeding.inputs';

/** A proceeding that is being written to, its case locked before it. */
export interface LockedProceeding {
  readonly proceeding: Proceeding;
  readonly file: CaseFile | null;
}

/** Proceedings of other bodies as their letters tell; their legal limits are `LegalLimits`. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly facts: Facts,
    private readonly sheets: LimitSheets,
    private readonly audit: Audit,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** A page of them, the newest first. @param page from 1 */
  async list(looker: Looker, page: number, size: number): Promise<readonly [readonly Proceeding[], number]> {
    return this.within(looker)
      .orderBy('p.openedOn', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .skip((page - 1) * size)
      .take(size)
      .getManyAndCount();
  }

  /** @throws ProceedingNotFound */
  async find(looker: Looker, id: string): Promise<Proceeding> {
    const found = isId(id) ? await this.within(looker).andWhere('p.id = :id', { id }).getOne() : null;
    if (!found) throw new ProceedingNotFound();
    return found;
  }

  /** Those of no case, and those of cases in her reach: a proceeding tells that its case is there. */
  within(looker: Looker): SelectQueryBuilder<Proceeding> {
    const em = this.database.reader;
    const reached = withinReach(
      em.createQueryBuilder().select('f.id').from<CaseFile>('case_file', 'f'),
      looker,
      'case.list',
    );
    return em
      .createQueryBuilder(Proceeding, 'p')
      .where('p.province = :province', { province: looker.province })
      .andWhere(`(p.caseId IS NULL OR p.caseId IN (${reached.getQuery()}))`)
      .setParameters(reached.getParameters());
  }

  /** @throws WrongFields ProceedingAlreadyEntered */
  async enter(looker: Looker, input: ProceedingInput): Promise<Proceeding> {
    const openedOn = readDay('openedOn', input.openedOn, { notAfter: this.today() });
    return this.database.write(async (em) => {
      const file = input.caseNumber === undefined ? null : await this.caseOf(looker, input.caseNumber);
      const proceeding: Proceeding = {
        id: newId(),
        province: looker.province,
        caseId: file?.id ?? null,
        body: input.body,
        reference: input.reference,
        openedOn,
        endedOn: null,
        counterSuit: input.counterSuit ?? false,
        enteredBy: looker.officerId,
        enteredAt: this.clock.now(),
      };
      await em.insert(Proceeding, proceeding).catch((error: unknown) => {
        throw isAlreadyThere(error) ? new ProceedingAlreadyEntered() : error;
      });
      await this.count(proceeding);
      await this.openFirst(em, looker, proceeding, input);
      const data = { proceedingId: proceeding.id, body: proceeding.body };
      if (file) await this.cases.tell(file, { kind: 'proceedingEntered', by: officer(looker), data });
      await this.note(looker, 'proceeding.enter', proceeding, standingData(proceeding));
      return proceeding;
    });
  }

  private async openFirst(
    em: EntityManager,
    looker: Looker,
    proceeding: Proceeding,
    input: ProceedingInput,
  ): Promise<void> {
    const { openedOn } = proceeding;
    const blank = blankLimit(proceeding, 1, usualStage(proceeding.body), {
      by: looker.officerId,
      at: this.clock.now(),
    });
    const bounds = { openedOn, today: this.today() };
    const read = readLimit(input, blank, (stage) => this.sheets.ruleOf(stage), bounds);
    await this.sheets.save(em, { limit: { ...blank, ...read }, extensions: [] });
  }

  /** @throws ProceedingNotFound WrongFields */
  async change(looker: Looker, id: string, input: ProceedingChange): Promise<Proceeding> {
    return this.database.write(async (em) => {
      const { proceeding: before } = await this.lock(em, looker, id);
      const today = this.today();
      const openedOn = input.openedOn ? readDay('openedOn', input.openedOn, { notAfter: today }) : before.openedOn;
      const endedOn = input.endedOn
        ? readDay('endedOn', input.endedOn, { notBefore: openedOn, notAfter: today })
        : before.endedOn;
      const after: Proceeding = {
        ...before,
        openedOn,
        endedOn,
        counterSuit: input.counterSuit ?? before.counterSuit,
      };
      await em.update(Proceeding, { id }, { openedOn, endedOn, counterSuit: after.counterSuit });
      if (endedOn !== null && endedOn !== before.endedOn) await this.endLimits(em, id, endedOn);
      await this.count(after);
      await this.note(looker, 'proceeding.change', after, standingData(after));
      return after;
    });
  }

  /** The end of the whole ends what still runs; a corrected end moves what had ended with it. */
  private async endLimits(em: EntityManager, id: string, endedOn: Day): Promise<void> {
    for (const sheet of await this.sheets.of([id])) {
      const { limit } = sheet;
      if (limit.state !== 'running' && limit.endReason !== 'proceeding') continue;
      Object.assign(limit, { state: 'ended', endedOn, endReason: 'proceeding' });
      await this.sheets.save(em, sheet);
    }
  }

  /**
   * The case before the proceeding, as everywhere; whoever may not see it does not wait for it either. Two letters typed
   * in at once must not lose one. Inside a write. @throws ProceedingNotFound
   */
  async lock(em: EntityManager, looker: Looker, id: string): Promise<LockedProceeding> {
    const { caseId } = await this.find(looker, id);
    const file = caseId === null ? null : await this.cases.lockById(caseId);
    if (isPostgres(em)) await sql(em, 'SELECT id FROM proceeding WHERE id = $1 FOR UPDATE', [id]);
    return { proceeding: await this.find(looker, id), file };
  }

  /** Ids, codes and dates for the trail. */
  note(looker: Looker, act: string, { id }: Pick<Proceeding, 'id'>, data: AuditData): Promise<void> {
    return this.audit.record({ actor: actorOf(looker), act, subjectKind: 'proceeding', subjectId: id, data });
  }

  private async caseOf(looker: Looker, text: string): Promise<CaseFile> {
    const { code, profile } = this.province;
    const number = readNumber({ code, short: profile.numberPrefix }, text);
    try {
      return await this.cases.findForUpdate(looker, number ?? '');
    } catch (error) {
      throw error instanceof CaseNotFound ? WrongFields.one('caseNumber', SAY_NO_CASE) : error;
    }
  }

  private count({ id: proceedingId, caseId, province, body, counterSuit }: Proceeding): Promise<void> {
    return this.facts.proceeding({ proceedingId, caseId, province, body, counterSuit });
  }

  private today(): Day {
    return bangkokDay(this.clock.now());
  }
}

const standingData = ({ openedOn, endedOn, counterSuit }: Proceeding) => ({ openedOn, endedOn, counterSuit });

const SAY_NO_CASE = say('ไม่พบเรื่องเลขนี้', 'There is no case with this number.');
