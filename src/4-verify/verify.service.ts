import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Approvals } from '../cases/approvals';
import { Cases } from '../cases/cases';
import type { Finding } from '../cases/codes';
import { StepNotReady } from '../cases/errors';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Forbidden, WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { bangkokDay, parseDay } from '../platform/thai/dates';
import { Vault } from '../vault/vault';
import { FindingPaper } from './finding.entity';
import { Readiness } from './readiness';
import { VerificationRecord } from './verification-record.entity';
import type { VisitInput } from './verify.inputs';
import { mayVerify } from './verify.rules';

/** Step 4: the facts are checked until there is a finding. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly readiness: Readiness,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** A visit or another enquiry; moves nothing. @throws CaseNotFound Forbidden StepNotReady WrongFields */
  async visit(looker: Looker, number: string, input: VisitInput): Promise<VerificationRecord> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      if (file.status !== 'verifying') throw new StepNotReady(SAY_NOT_VERIFYING.th, SAY_NOT_VERIFYING.en, file.status);
      if (!mayVerify(looker.officerId, file)) throw new Forbidden(SAY_NOT_HIS);
      const record: VerificationRecord = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        mode: input.mode,
        doneOn: this.pastDay(input.date),
        textItem: await this.vault.seal(file, 'work', 'visit', input.text),
        recordedBy: looker.officerId,
        recordedAt: this.clock.now(),
      };
      await em.insert(VerificationRecord, record);
      await this.cases.tell(file, {
        kind: 'visitRecorded',
        by: officer(looker),
        data: { recordId: record.id, mode: record.mode, date: record.doneOn },
        itemId: record.textItem,
      });
      return record;
    });
  }

  /** @throws CaseNotFound Forbidden StepOutOfOrder StepNotReady */
  async find(looker: Looker, number: string, input: { finding: Finding; text: string }): Promise<FindingPaper> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      await this.readiness.mustTake(file, 'find');
      if (!mayVerify(looker.officerId, file)) throw new Forbidden(SAY_NOT_HIS);
      const paper: FindingPaper = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        finding: input.finding,
        textItem: await this.vault.seal(file, 'work', 'finding', input.text),
        foundBy: looker.officerId,
        foundAt: this.clock.now(),
      };
      await em.insert(FindingPaper, paper);
      // Once there is a finding the case can no longer be withdrawn (PROCESS §1).
      await this.approvals.supersede(file.id, ['withdrawal']);
      const line = {
        kind: 'findingRecorded',
        by: officer(looker),
        data: { findingId: paper.id, finding: paper.finding },
        itemId: paper.textItem,
      } as const;
      await this.cases.move(file, 'find', line, { finding: paper.finding });
      return paper;
    });
  }

  private pastDay(text: string): string {
    const day = parseDay(text);
    if (!day || day > bangkokDay(this.clock.now())) throw WrongFields.one('date', SAY_DAY);
    return day;
  }
}

const SAY_NOT_VERIFYING = say('เรื่องนี้ไม่ได้อยู่ระหว่างตรวจสอบข้อเท็จจริง', 'The facts of this case are not being verified now.');
const SAY_NOT_HIS = say('เรื่องนี้มอบให้ผู้อื่นตรวจสอบ', 'The verification of this case was given to somebody else.');
const SAY_DAY = say('กรุณากรอกวันที่ที่ผ่านมาแล้ว เช่น 3 ธ.ค. 2567', 'Give a day that has passed, e.g. 3 Dec 2024.');
