import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { mayGrantReopening } from './grants.rules';

/** A closed case is taken up again: counted, sorted anew, with new clocks; the old breaches stay. */
@Injectable()
export class Reopening implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('reopening', {
      act: 'case.reopen',
      mayGrant: mayGrantReopening,
      grant: (file, approval, looker) => this.grant(file, approval, looker),
    });
  }

  /** @throws CaseNotFound StepOutOfOrder AlreadyAsked */
  async propose(looker: Looker, number: string, reason: string): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayMove(file.status, 'reopen')) throw new StepOutOfOrder(file.status, 'reopen');
      const reasonItem = await this.vault.seal(file, 'work', 'reasons', reason);
      await this.approvals.ask(file, looker, { kind: 'reopening', reasonItem });
      await this.cases.tell(file, { kind: 'reopeningProposed', by: officer(looker), itemId: reasonItem });
      return file;
    });
  }

  private async grant(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    const reopenedCount = file.reopenedCount + 1;
    const line = {
      kind: 'reopened',
      by: officer(looker),
      data: { count: reopenedCount, askedBy: approval.askedBy },
      itemId: approval.reasonItem,
    } as const;
    await this.cases.move(file, 'reopen', line, {
      reopenedCount,
      finding: null,
      outcome: null,
      waitingReporter: false,
    });
  }
}
