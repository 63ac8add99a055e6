import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Outcome } from '../cases/codes';
import { StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import { accuses } from '../cases/accusations';
import { ClosingRecord } from './closing-record.entity';
import { askedAs, mayGrantRecord } from './grants.rules';
import { mayClose } from './outcomes.rules';
import type { RecordInput } from './record.inputs';

/** Step 6: the closing record, proposed by one and granted by another. */
@Injectable()
export class RecordService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('record', {
      act: 'case.record.grant',
      mayGrant: (looker, { data }) => mayGrantRecord(looker, data),
      grant: (file, approval, looker) => this.grant(file, approval, looker),
      refuse: (_file, approval, looker) => this.decide(approval, looker, 'refused').then(() => undefined),
    });
  }

  /** @throws CaseNotFound StepOutOfOrder WrongFields AlreadyAsked */
  async propose(looker: Looker, number: string, input: RecordInput): Promise<ClosingRecord> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayMove(file.status, 'record')) throw new StepOutOfOrder(file.status, 'record');
      this.mustFit(input.outcome, file);
      const record = await this.draft(file, looker, input);
      const { id: recordId, outcome, improvement, repeated } = record;
      await this.approvals.ask(file, looker, { kind: 'record', data: { recordId, outcome, ...askedAs(looker) } });
      await em.insert(ClosingRecord, record);
      await this.cases.tell(file, {
        kind: 'recordProposed',
        by: officer(looker),
        data: { recordId, outcome, improvement, repeated },
        itemId: record.lessonsItem,
      });
      return record;
    });
  }

  private async draft(file: CaseFile, looker: Looker, input: RecordInput): Promise<ClosingRecord> {
    return {
      id: newId(),
      province: file.province,
      caseId: file.id,
      state: 'proposed',
      outcome: input.outcome,
      improvement: input.improvement ?? false,
      improvementItem: await this.vault.sealIfAny(file, 'work', 'improvement', input.improvementText),
      repeated: input.repeated ?? null,
      lessonsItem: await this.vault.sealIfAny(file, 'work', 'lessons', input.lessons),
      answerItem: await this.vault.sealIfAny(file, 'dialogue', 'answer', input.answer),
      proposedBy: looker.officerId,
      proposedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
    };
  }

  /** The answer is told first, so that a case is never closed before its reporter knows. */
  private async grant(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    const record = await this.decide(approval, looker, 'recorded');
    const { id: recordId, outcome, improvement, repeated } = record;
    this.mustFit(outcome, file);
    const by = officer(looker);
    if (record.answerItem) {
      await this.cases.tell(file, { kind: 'answerTold', by, data: { recordId }, itemId: record.answerItem });
    }
    const data = { recordId, outcome, improvement, repeated };
    await this.cases.move(file, 'record', { kind: 'recorded', by, data, itemId: record.lessonsItem }, { outcome });
  }

  private async decide(approval: Approval, looker: Looker, state: 'recorded' | 'refused'): Promise<ClosingRecord> {
    return this.database.write(async (em) => {
      const record = await em.findOneByOrFail(ClosingRecord, { id: String(approval.data.recordId) });
      const decided = { state, decidedBy: looker.officerId, decidedAt: this.clock.now() };
      await em.update(ClosingRecord, { id: record.id }, decided);
      return { ...record, ...decided };
    });
  }

  /** Asked again at the grant: the case may have been classified anew in between. */
  private mustFit(outcome: Outcome, file: CaseFile): void {
    const closing = { accusation: accuses(file, this.province), finding: file.finding };
    if (!mayClose(outcome, closing))
      throw WrongFields.one('outcome', closing.accusation ? SAY_ACCUSATION : SAY_GRIEVANCE);
  }
}

const SAY_ACCUSATION = say(
  'เรื่องกล่าวหายุติด้วยผลนี้ไม่ได้: ต้องตรงกับผลการตรวจสอบ และไม่ใช่การแก้ไขหรือชี้แจง',
  'An accusation cannot close this way: the outcome must follow the finding, and it is never solved or explained away.',
);
const SAY_GRIEVANCE = say(
  'เรื่องร้องทุกข์ยุติด้วยผลนี้ไม่ได้ กรุณาเลือกผลที่ตรงกับผลการตรวจสอบ',
  'A grievance cannot close this way: choose an outcome that follows the finding.',
);
