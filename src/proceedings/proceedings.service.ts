import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Looker } from '../access/looker';
import { actorOf } from '../access/officers.service';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { readNumber } from '../cases/case-number.rules';
import { Cases } from '../cases/cases';
import { CaseNotFound } from '../cases/errors';
import { withinReach } from '../cases/reach';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere, isPostgres } from '../platform/database/sql';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { addDays, bangkokDay } from '../platform/thai/dates';
import { isId, readDay } from '../platform/http/letters';
import { Facts } from '../statistics/facts';
import { ProceedingAlreadyEntered, ProceedingNotFound } from './errors';
import { Proceeding } from './proceeding.entity';
import type { ExtensionInput, ProceedingChange, ProceedingInput } from './proceeding.inputs';
import type { LegalExtension } from './proceeding.rules';
import { isExtended, limitOf } from './proceeding.rules';

/** Proceedings of other bodies as their letters tell: legal limits, extensions, counter-suits. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** A page of them, the latest limit first. @param page from 1 */
  async list(looker: Looker, page: number, size: number): Promise<readonly [readonly Proceeding[], number]> {
    return this.within(looker)
      .orderBy('p.dueOn', 'DESC')
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
  private within(looker: Looker): SelectQueryBuilder<Proceeding> {
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
    const dueOn = readDay('dueOn', input.dueOn, { notBefore: openedOn });
    return this.database.write(async (em) => {
      const file = input.caseNumber === undefined ? null : await this.caseOf(looker, input.caseNumber);
      const proceeding: Proceeding = {
        id: newId(),
        province: looker.province,
        caseId: file?.id ?? null,
        body: input.body,
        reference: input.reference,
        openedOn,
        dueOn,
        extensions: [],
        endedOn: null,
        counterSuit: input.counterSuit ?? false,
        enteredBy: looker.officerId,
        enteredAt: this.clock.now(),
      };
      await em.insert(Proceeding, proceeding).catch((error: unknown) => {
        throw isAlreadyThere(error) ? new ProceedingAlreadyEntered() : error;
      });
      await this.count(proceeding);
      const data = { proceedingId: proceeding.id, body: proceeding.body };
      if (file) await this.cases.tell(file, { kind: 'proceedingEntered', by: officer(looker), data });
      await this.note(looker, 'proceeding.enter', proceeding);
      return proceeding;
    });
  }

  /** @throws ProceedingNotFound WrongFields */
  async change(looker: Looker, id: string, input: ProceedingChange): Promise<Proceeding> {
    return this.database.write(async (em) => {
      const before = await this.locked(em, looker, id);
      const openedOn = input.openedOn
        ? readDay('openedOn', input.openedOn, { notAfter: this.today() })
        : before.openedOn;
      const dueOn = input.dueOn ? readDay('dueOn', input.dueOn, { notBefore: openedOn }) : before.dueOn;
      const after: Proceeding = {
        ...before,
        openedOn,
        dueOn,
        extensions: this.extended({ dueOn, extensions: before.extensions }, input),
        endedOn: input.endedOn
          ? readDay('endedOn', input.endedOn, { notBefore: openedOn, notAfter: this.today() })
          : before.endedOn,
        counterSuit: input.counterSuit ?? before.counterSuit,
      };
      const { extensions, endedOn, counterSuit } = after;
      await em.update(Proceeding, { id }, { openedOn, dueOn, extensions: [...extensions], endedOn, counterSuit });
      await this.count(after);
      await this.note(looker, 'proceeding.change', after);
      return after;
    });
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

  private extended(
    before: Pick<Proceeding, 'dueOn' | 'extensions'>,
    { extension, withoutLastExtension }: ProceedingChange,
  ): readonly LegalExtension[] {
    const kept = withoutLastExtension ? before.extensions.slice(0, -1) : before.extensions;
    return extension ? [...kept, this.read(extension, limitOf({ ...before, extensions: kept }))] : kept;
  }

  private read({ until, letterNo, letterDate }: ExtensionInput, limit: string): LegalExtension {
    return {
      until: readDay('extension.until', until, { notBefore: addDays(limit, 1) }),
      letterNo,
      letterDate: readDay('extension.letterDate', letterDate, { notAfter: this.today() }),
    };
  }

  private count(proceeding: Proceeding): Promise<void> {
    const { id: proceedingId, caseId, province, body, dueOn, endedOn, counterSuit } = proceeding;
    const extended = isExtended(proceeding);
    return this.facts.proceeding({ proceedingId, caseId, province, body, dueOn, endedOn, extended, counterSuit });
  }

  private note(
    looker: Looker,
    act: string,
    { id, extensions, dueOn, endedOn, counterSuit }: Proceeding,
  ): Promise<void> {
    const data = { extensions: extensions.length, dueOn, endedOn, counterSuit };
    return this.audit.record({ actor: actorOf(looker), act, subjectKind: 'proceeding', subjectId: id, data });
  }

  /** Two letters typed in at once must not lose one extension. */
  private async locked(em: EntityManager, { province }: Looker, id: string): Promise<Proceeding> {
    const lock = isPostgres(em) ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const found = isId(id) ? await em.findOne(Proceeding, { where: { province, id }, ...lock }) : null;
    if (!found) throw new ProceedingNotFound();
    return found;
  }

  private today(): string {
    return bangkokDay(this.clock.now());
  }
}

const SAY_NO_CASE = say('ไม่พบเรื่องเลขนี้', 'There is no case with this number.');
