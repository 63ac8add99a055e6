import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepNotReady } from '../cases/errors';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { bangkokDay } from '../platform/thai/dates';
import { isId, readDay } from '../platform/http/letters';
import { Facts } from '../statistics/facts';
import { Vault } from '../vault/vault';
import { RulingAlreadyEntered, RulingDoesNotStand, RulingNotFound } from './errors';
import { Ruling } from './ruling.entity';
import type { OverturningInput, RulingInput } from './ruling.inputs';
import { mayBeOverturned, mayBeRuled } from './ruling.rules';

/** ชี้มูล entered by two persons; it counts in the fiscal year of its day and never changes a status. */
@Injectable()
export class Rulings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly facts: Facts,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('ruling', {
      act: 'case.rule',
      grant: (file, approval, looker) => this.make(file, approval, looker),
      refuse: (file, approval) => this.settle(file, approval, 'refused').then(() => undefined),
    });
    this.approvals.decides('overturning', {
      act: 'case.rule',
      grant: (file, approval, looker) => this.overturn(file, approval, looker),
    });
  }

  /** Newest first. @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<readonly Ruling[]> {
    const { id: caseId } = await this.cases.find(looker, number);
    return this.database.reader.find(Ruling, { where: { caseId }, order: { ruledOn: 'DESC', id: 'DESC' } });
  }

  /** @throws CaseNotFound StepNotReady WrongFields RulingAlreadyEntered */
  async propose(looker: Looker, number: string, input: RulingInput): Promise<Ruling> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayBeRuled(file)) throw new StepNotReady(SAY_UNSORTED.th, SAY_UNSORTED.en, file.status);
      const ruling = await this.draft(file, looker, input);
      await em.insert(Ruling, ruling).catch((error: unknown) => {
        throw isAlreadyThere(error) ? new RulingAlreadyEntered() : error;
      });
      const { id: rulingId, body, kind, ruledOn: date } = ruling;
      const data = { rulingId, body, kind, date };
      await this.approvals.ask(file, looker, { kind: 'ruling', subjectId: rulingId, data });
      await this.cases.tell(file, { kind: 'rulingProposed', by: officer(looker), data, itemId: ruling.noteItem });
      return ruling;
    });
  }

  /** @throws CaseNotFound RulingNotFound RulingDoesNotStand WrongFields AlreadyAsked */
  async proposeOverturning(looker: Looker, number: string, id: string, input: OverturningInput): Promise<Ruling> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const ruling = await this.find(file, id);
      if (!mayBeOverturned(ruling.state)) throw new RulingDoesNotStand();
      const date = readDay('date', input.date, { notBefore: ruling.ruledOn, notAfter: this.today() });
      const reasonItem = await this.vault.sealIfAny(file, 'work', 'reasons', input.reason);
      const data = { rulingId: id, overturning: true, date };
      const request = { kind: 'overturning', subjectId: id, reasonItem } as const;
      await this.approvals.ask(file, looker, { ...request, data: { ...data, reference: input.reference } });
      await this.cases.tell(file, { kind: 'rulingProposed', by: officer(looker), data, itemId: reasonItem });
      return ruling;
    });
  }

  /** Grants or refuses what waits about this ruling. @throws as `Approvals.decide` */
  async decide(looker: Looker, number: string, id: string, grant: boolean, reason?: string): Promise<Ruling> {
    return this.database.write(async () => {
      const verdict = { grant, subjectId: id, ...(reason === undefined ? {} : { reason }) };
      return this.find(await this.approvals.decide(looker, number, verdict), id);
    });
  }

  private async make(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    const ruling = await this.settle(file, approval, 'made');
    const { id: rulingId, body, kind, ruledOn: date, agencyCode } = ruling;
    await this.facts.ruling({ rulingId, caseId: file.id, province: file.province, kind, agencyCode, on: date });
    await this.cases.tell(file, {
      kind: 'rulingMade',
      by: officer(looker),
      data: { rulingId, body, kind, date, agencyCode },
    });
  }

  private async overturn(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    const date = String(approval.data.date);
    const reference = String(approval.data.reference);
    const { id: rulingId } = await this.settle(file, approval, 'overturned', {
      overturnedOn: date,
      overturnedByReference: reference,
    });
    await this.facts.rulingOverturned(rulingId, date);
    const line = { kind: 'rulingOverturned', by: officer(looker), data: { rulingId, date } } as const;
    await this.cases.tell(file, { ...line, itemId: approval.reasonItem });
  }

  private async settle(
    file: CaseFile,
    { subjectId }: Approval,
    state: Ruling['state'],
    more: Partial<Ruling> = {},
  ): Promise<Ruling> {
    return this.database.write(async (em) => {
      const ruling = await this.find(file, subjectId);
      const decided = { ...more, state, decidedAt: this.clock.now() };
      await em.update(Ruling, { id: ruling.id }, decided);
      return { ...ruling, ...decided };
    });
  }

  private async find(file: CaseFile, id: string): Promise<Ruling> {
    const ruling = isId(id) ? await this.database.reader.findOneBy(Ruling, { caseId: file.id, id }) : null;
    if (!ruling) throw new RulingNotFound();
    return ruling;
  }

  private async draft(file: CaseFile, looker: Looker, input: RulingInput): Promise<Ruling> {
    const agencyCode = input.agencyCode ?? file.agencyCode;
    if (agencyCode !== null && !this.province.agency(agencyCode)) throw WrongFields.one('agencyCode', SAY_NO_AGENCY);
    return {
      id: newId(),
      province: file.province,
      caseId: file.id,
      state: 'proposed',
      body: input.body,
      reference: input.reference,
      ruledOn: readDay('date', input.date, { notAfter: this.today() }),
      kind: input.kind,
      agencyCode,
      accusedKind: input.accusedKind ?? file.accusedKind,
      noteItem: await this.vault.sealIfAny(file, 'work', 'note', input.note),
      proposedBy: looker.officerId,
      proposedAt: this.clock.now(),
      decidedAt: null,
      overturnedOn: null,
      overturnedByReference: null,
    };
  }

  private today(): string {
    return bangkokDay(this.clock.now());
  }
}

const SAY_UNSORTED = say(
  'บันทึกการชี้มูลได้เมื่อคัดแยกแล้ว หากรวมกับเรื่องอื่น กรุณาบันทึกที่เรื่องหลัก',
  'A ruling is entered once the case has been sorted; for a merged case, in its main case.',
);
const SAY_NO_AGENCY = say('ไม่มีหน่วยงานนี้ในทะเบียนของจังหวัด', 'The province lists no such agency.');
