import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import { Accusations } from '../cases/accusations';
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
import { mayGrantWithdrawal } from './grants.rules';
import { OpenReferrals } from './open-referrals';
import type { WithdrawalInput } from './record.inputs';
import type { WithdrawalState } from './withdrawal.entity';
import { Withdrawal } from './withdrawal.entity';

/**
 * The reporter wants the case to end. A grievance ends with her wish; an accusation goes on unless the desk head agrees
 * with a reason, after the reporter was asked whether somebody presses her (DOMAIN §3).
 */
@Injectable()
export class Withdrawals implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly referrals: OpenReferrals,
    private readonly vault: Vault,
    private readonly accusations: Accusations,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('withdrawal', {
      act: 'case.withdraw',
      mayGrant: mayGrantWithdrawal,
      grant: (file, approval, looker) => this.grant(file, approval, looker),
      refuse: (_file, approval) => this.settle(approval, 'refused'),
    });
  }

  /** @throws CaseNotFound StepOutOfOrder WrongFields AlreadyAsked */
  async take(looker: Looker, number: string, input: WithdrawalInput): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayMove(file.status, 'withdraw')) throw new StepOutOfOrder(file.status, 'withdraw');
      const accusation = await this.accusations.everHeld(file, 'filed');
      if (accusation && input.pressureAsked !== true) throw WrongFields.one('pressureAsked', SAY_ASK);
      const withdrawal: Withdrawal = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        state: accusation ? 'asked' : 'taken',
        reasonItem: await this.vault.seal(file, 'work', 'reasons', input.reason),
        pressureAsked: input.pressureAsked ?? null,
        askedBy: looker.officerId,
        askedAt: this.clock.now(),
      };
      if (accusation) await this.ask(file, looker, withdrawal);
      await em.insert(Withdrawal, withdrawal);
      if (!accusation) await this.end(file, looker, withdrawal.id, withdrawal.reasonItem);
      return file;
    });
  }

  private async ask(file: CaseFile, looker: Looker, { id, reasonItem, pressureAsked }: Withdrawal): Promise<void> {
    const data = { withdrawalId: id, pressureAsked };
    await this.approvals.ask(file, looker, { kind: 'withdrawal', data, reasonItem });
    await this.cases.tell(file, { kind: 'withdrawalAsked', by: officer(looker), data, itemId: reasonItem });
  }

  private async grant(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    if (approval.decisionItem === null) throw WrongFields.one('reason', SAY_WHY);
    await this.settle(approval, 'taken');
    await this.end(file, looker, String(approval.data.withdrawalId), approval.decisionItem);
  }

  private async settle(approval: Approval, state: WithdrawalState): Promise<void> {
    const id = String(approval.data.withdrawalId);
    await this.database.write((em) => em.update(Withdrawal, { id }, { state }));
  }

  private async end(file: CaseFile, looker: Looker, withdrawalId: string, itemId: string): Promise<void> {
    await this.approvals.supersede(file.id, ['end']);
    await this.referrals.callBack(file, looker);
    const line = { kind: 'withdrawn', by: officer(looker), data: { withdrawalId }, itemId } as const;
    await this.cases.move(file, 'withdraw', line, { outcome: 'withdrawn', waitingReporter: false });
  }
}

const SAY_ASK = say(
  'เรื่องกล่าวหา: กรุณาถามผู้ร้องก่อนว่ามีใครกดดันหรือไม่ แล้วบันทึกว่าถามแล้ว',
  'An accusation: first ask the reporter whether anybody presses them, and note that it was asked.',
);
const SAY_WHY = say('กรุณาบอกเหตุผลที่ให้ถอนเรื่องกล่าวหา', 'Say why the accusation may be withdrawn.');
