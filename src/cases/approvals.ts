import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Act } from '../access/matrix';
import { may } from '../access/matrix';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { Conflict, Forbidden, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import type { ApprovalKind } from './approval.entity';
import { Approval } from './approval.entity';
import type { CaseFile } from './case-file.entity';
import { Cases } from './cases';
import { NeedsSecondPerson } from './errors';
import type { LineData } from './story-line';

/** What a room does once the second person has agreed; runs in the same write, the case locked. */
export interface Decision {
  /** Who may grant, by the matrix. */
  readonly act: Act;
  /** Whether this looker's reach for that act covers this case; all reaches by default. */
  readonly mayGrant?: (looker: Looker, approval: Approval) => boolean;
  readonly grant: (file: CaseFile, approval: Approval, looker: Looker) => Promise<void>;
  readonly refuse?: (file: CaseFile, approval: Approval, looker: Looker) => Promise<void>;
}

export interface Request {
  readonly kind: ApprovalKind;
  readonly subjectId?: string;
  readonly data?: LineData;
  readonly reasonItem?: string | null;
}

export class AlreadyAsked extends Conflict {
  constructor() {
    super(say('เสนอไว้แล้ว รอผู้อนุมัติ', 'This has been asked already and waits for a second person.'));
  }
}

export class NothingToDecide extends Conflict {
  constructor() {
    super(say('ไม่มีเรื่องรออนุมัติ', 'Nothing waits for a decision here.'));
  }
}

/** 409: several things wait; `kind` says which is meant. */
export class WhichDecision extends Conflict {
  constructor() {
    super(say('มีหลายเรื่องรออนุมัติ กรุณาเลือกว่าอนุมัติเรื่องใด', 'Several decisions wait here: say which.'));
  }
}

/** Two persons: who asks is never who grants. Rooms above say at start what a grant does. */
@Injectable()
export class Approvals {
  private readonly decisions = new Map<ApprovalKind, Decision>();

  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** At start only. */
  decides(kind: ApprovalKind, decision: Decision): void {
    this.decisions.set(kind, decision);
  }

  /** Inside a write. @throws AlreadyAsked */
  async ask(file: CaseFile, looker: Looker, request: Request): Promise<Approval> {
    const approval: Approval = {
      id: newId(),
      province: file.province,
      caseId: file.id,
      kind: request.kind,
      subjectId: request.subjectId ?? '',
      data: request.data ?? {},
      askedBy: looker.officerId,
      askedAt: this.clock.now(),
      reasonItem: request.reasonItem ?? null,
      state: 'asked',
      decidedBy: null,
      decidedAt: null,
      decisionItem: null,
    };
    try {
      await this.database.write((em) => em.insert(Approval, approval));
    } catch (error) {
      throw isAlreadyThere(error) ? new AlreadyAsked() : error;
    }
    return approval;
  }

  waiting(caseId: string): Promise<Approval[]> {
    return this.database.reader.find(Approval, { where: { caseId, state: 'asked' }, order: { askedAt: 'ASC' } });
  }

  of(caseId: string): Promise<Approval[]> {
    return this.database.reader.find(Approval, { where: { caseId }, order: { askedAt: 'ASC' } });
  }

  /**
   * Grants or refuses what waits on this case.
   * @throws NothingToDecide, NeedsSecondPerson, Forbidden, and whatever the act itself refuses.
   */
  async decide(
    looker: Looker,
    number: string,
    verdict: { grant: boolean; kind?: ApprovalKind; subjectId?: string; reason?: string },
  ): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const asked = (await this.waiting(file.id)).filter(
        ({ kind, subjectId }) =>
          (verdict.kind === undefined || kind === verdict.kind) &&
          (verdict.subjectId === undefined || subjectId === verdict.subjectId),
      );
      if (asked.length > 1) throw new WhichDecision();
      const approval = asked[0];
      const decision = approval && this.decisions.get(approval.kind);
      if (!approval || !decision) throw new NothingToDecide();
      if (!may(looker, decision.act) || decision.mayGrant?.(looker, approval) === false) throw new Forbidden();
      if (approval.askedBy === looker.officerId) throw new NeedsSecondPerson();
      const decisionItem = await this.vault.sealIfAny(file, 'work', 'decision', verdict.reason);
      const decided = {
        state: verdict.grant ? 'granted' : 'refused',
        decidedBy: looker.officerId,
        decidedAt: this.clock.now(),
        decisionItem,
      } as const;
      await em.update(Approval, { id: approval.id }, decided);
      if (verdict.grant) await decision.grant(file, Object.assign(approval, decided), looker);
      else await this.refuse(file, approval, decision, looker, decisionItem);
      return file;
    });
  }

  /** The case has moved on: what was asked for it no longer makes sense. Inside a write. */
  async supersede(caseId: string, kinds: readonly ApprovalKind[]): Promise<void> {
    await this.database.write(async (em) => {
      for (const kind of kinds) await em.update(Approval, { caseId, kind, state: 'asked' }, { state: 'superseded' });
    });
  }

  private async refuse(
    file: CaseFile,
    approval: Approval,
    decision: Decision,
    looker: Looker,
    itemId: string | null,
  ): Promise<void> {
    await decision.refuse?.(file, approval, looker);
    await this.cases.tell(file, {
      kind: 'approvalRefused',
      by: { kind: 'officer', id: looker.officerId },
      data: { approval: approval.kind },
      itemId,
    });
  }
}
