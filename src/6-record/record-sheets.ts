import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { Province } from '../agencies/agencies';
import type { Approval, ApprovalKind } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import { Accusations } from '../cases/accusations';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Outcome } from '../cases/codes';
import type { MovingAct, Status } from '../cases/moves.rules';
import { mayMove } from '../cases/moves.rules';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { accuses } from '../cases/accusations';
import type { RecordState } from './closing-record.entity';
import { ClosingRecord } from './closing-record.entity';
import { mayGrantRecord, mayGrantReopening, mayGrantWithdrawal } from './grants.rules';
import { outcomesOf } from './outcomes.rules';
import type { WithdrawalState } from './withdrawal.entity';
import { Withdrawal } from './withdrawal.entity';

/** ask: nothing waits · grant: somebody else asked and this looker decides · wait: it waits for somebody else */
export type Can = 'ask' | 'grant' | 'wait' | null;

interface Sheet {
  readonly number: string;
  readonly status: Status;
  readonly accusation: boolean;
  readonly can: Can;
}

export interface RecordSheet extends Sheet {
  readonly outcomes: readonly Outcome[];
  readonly records: readonly {
    readonly state: RecordState;
    readonly at: string;
    readonly outcome: Outcome;
    readonly improvement: boolean;
    readonly improvementText: string | null;
    readonly repeated: boolean | null;
    readonly lessons: string | null;
    readonly answer: string | null;
  }[];
}

export interface ReopeningSheet extends Sheet {
  readonly count: number;
  /** Why it was asked for, while it waits. */
  readonly reason: string | null;
}

export interface WithdrawalSheet extends Sheet {
  readonly withdrawals: readonly {
    readonly state: WithdrawalState;
    readonly at: string;
    readonly reason: string;
    readonly pressureAsked: boolean | null;
  }[];
}

/** Step 6 and its siblings as their pages show them. */
@Injectable()
export class RecordSheets {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly accusations: Accusations,
  ) {}

  /** The executive, who may grant, sees codes and no texts of the desk. @throws CaseNotFound */
  async record(looker: Looker, number: string): Promise<RecordSheet> {
    const file = await this.cases.find(looker, number);
    const order = { proposedAt: 'DESC' } as const;
    const papers = await this.database.reader.find(ClosingRecord, { where: { caseId: file.id }, order });
    const isDesk = may(looker, 'case.record.propose') !== null;
    const items = papers.flatMap((paper) => [paper.improvementItem, paper.lessonsItem, paper.answerItem]);
    const texts = isDesk ? await this.vault.read(looker, file, items) : new Map<string, string>();
    const text = (item: string | null): string | null => (item === null ? null : (texts.get(item) ?? null));
    return {
      ...(await this.sheet(file, looker, 'record', ({ data }) => mayGrantRecord(looker, data))),
      outcomes: outcomesOf({ accusation: accuses(file, this.province), finding: file.finding }),
      records: papers.map((paper) => ({
        state: paper.state,
        at: paper.decidedAt ?? paper.proposedAt,
        outcome: paper.outcome,
        improvement: paper.improvement,
        improvementText: text(paper.improvementItem),
        repeated: paper.repeated,
        lessons: text(paper.lessonsItem),
        answer: text(paper.answerItem),
      })),
    };
  }

  /** @throws CaseNotFound */
  async reopening(looker: Looker, number: string): Promise<ReopeningSheet> {
    const file = await this.cases.find(looker, number);
    const waiting = await this.waiting(file, 'reopening');
    const texts = await this.vault.read(looker, file, [waiting?.reasonItem]);
    return {
      ...(await this.sheet(file, looker, 'reopening', () => mayGrantReopening(looker))),
      count: file.reopenedCount,
      reason: waiting?.reasonItem ? (texts.get(waiting.reasonItem) ?? null) : null,
    };
  }

  /** @throws CaseNotFound */
  async withdrawal(looker: Looker, number: string): Promise<WithdrawalSheet> {
    const file = await this.cases.find(looker, number);
    const order = { askedAt: 'DESC' } as const;
    const papers = await this.database.reader.find(Withdrawal, { where: { caseId: file.id }, order });
    const reasons = papers.map(({ reasonItem }) => reasonItem);
    const texts = await this.vault.read(looker, file, reasons);
    return {
      ...(await this.sheet(file, looker, 'withdrawal', () => mayGrantWithdrawal(looker))),
      withdrawals: papers.map(({ state, askedAt, reasonItem, pressureAsked }) => ({
        state,
        at: askedAt,
        reason: texts.get(reasonItem) ?? '',
        pressureAsked,
      })),
    };
  }

  private async sheet(
    file: CaseFile,
    looker: Looker,
    kind: keyof typeof ACT_OF,
    mayGrant: (approval: Approval) => boolean,
  ): Promise<Sheet> {
    const waiting = await this.waiting(file, kind);
    const isOwn = waiting?.askedBy === looker.officerId;
    const can = waiting ? (!isOwn && mayGrant(waiting) ? 'grant' : 'wait') : 'ask';
    const accusation = await this.accusations.everHeld(file, 'filed');
    return {
      number: file.number,
      status: file.status,
      accusation,
      can: mayMove(file.status, ACT_OF[kind]) ? can : null,
    };
  }

  private async waiting(file: CaseFile, kind: ApprovalKind): Promise<Approval | undefined> {
    return (await this.approvals.waiting(file.id)).find((approval) => approval.kind === kind);
  }
}

const ACT_OF = { record: 'record', reopening: 'reopen', withdrawal: 'withdraw' } as const satisfies Partial<
  Record<ApprovalKind, MovingAct>
>;
