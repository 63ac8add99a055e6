import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import { FigureSnapshots } from './figure-snapshots';
import { ReportOrder } from './report-order.entity';
import { ReportPaper } from './report.entity';
import type { ReportInput, ReportOrderInput } from './report.inputs';
import { needsText } from './report.rules';

/** Step 5: the desk reports, the executive orders. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly snapshots: FigureSnapshots,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound StepOutOfOrder */
  async report(looker: Looker, number: string, input: ReportInput): Promise<ReportPaper> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayMove(file.status, 'report')) throw new StepOutOfOrder(file.status, 'report');
      const paper: ReportPaper = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        version: (await em.countBy(ReportPaper, { caseId: file.id })) + 1,
        summaryItem: await this.vault.seal(file, 'report', 'summary', input.summary),
        proposalItem: await this.vault.sealIfAny(file, 'report', 'proposal', input.proposal),
        figures: await this.snapshots.of(file),
        draftedBy: looker.officerId,
        reportedAt: this.clock.now(),
      };
      await em.insert(ReportPaper, paper);
      await this.cases.move(file, 'report', {
        kind: 'reported',
        by: officer(looker),
        data: { reportId: paper.id, version: paper.version, finding: file.finding },
        itemId: paper.summaryItem,
      });
      return paper;
    });
  }

  /** @throws CaseNotFound StepOutOfOrder WrongFields */
  async order(
    looker: Looker,
    number: string,
    input: ReportOrderInput,
  ): Promise<{ order: ReportOrder; file: CaseFile }> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const act = input.order === 'look_again' ? 'lookAgain' : 'order';
      if (!mayMove(file.status, act)) throw new StepOutOfOrder(file.status, act);
      if (needsText(input.order) && !input.text) throw WrongFields.one('text', SAY_TEXT);
      const order: ReportOrder = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        reportId: (await this.lastReport(file.id)).id,
        kind: input.order,
        textItem: await this.vault.sealIfAny(file, 'report', 'order', input.text),
        orderedBy: looker.officerId,
        signedAs: input.capacity ?? 'self',
        orderedAt: this.clock.now(),
      };
      await em.insert(ReportOrder, order);
      const line = {
        kind: 'orderGiven',
        by: officer(looker),
        data: { orderId: order.id, order: order.kind, signedAs: order.signedAs },
        itemId: order.textItem,
      } as const;
      // Looked at again, the old finding no longer stands; the next one does.
      await this.cases.move(file, act, line, act === 'lookAgain' ? { finding: null } : {});
      return { order, file };
    });
  }

  private async lastReport(caseId: string): Promise<ReportPaper> {
    const found = await this.database.reader.findOne(ReportPaper, { where: { caseId }, order: { version: 'DESC' } });
    if (!found) throw new Error('a reported case has a report');
    return found;
  }
}

const SAY_TEXT = say('กรุณาเขียนคำสั่ง หรือประเด็นที่ให้ตรวจสอบเพิ่ม', 'Write what is ordered, or what is to be looked at again.');
