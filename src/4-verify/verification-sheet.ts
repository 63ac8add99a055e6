import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { OfficersService } from '../access/officers.service';
import { Cases } from '../cases/cases';
import type { CaseFile } from '../cases/case-file.entity';
import type { Finding } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import { Database } from '../platform/database/database';
import type { Say } from '../platform/errors';
import { Vault } from '../vault/vault';
import { FindingPaper } from './finding.entity';
import { Readiness } from './readiness';
import { VerificationOrder } from './verification-order.entity';
import { VerificationRecord } from './verification-record.entity';
import type { VerificationMode } from './verify.rules';
import { mayVerify } from './verify.rules';

/** Step 4 of one case as its page shows it: the papers with their texts, and what this looker can do now. */
export interface VerificationSheet {
  readonly number: string;
  readonly status: Status;
  readonly accusation: boolean;
  readonly orders: readonly { mode: VerificationMode; at: string; reason: string; cover: string | null }[];
  readonly visits: readonly { mode: VerificationMode; on: string; text: string }[];
  readonly findings: readonly { finding: Finding; at: string; text: string }[];
  readonly can: 'order' | 'find' | null;
  /** What stands in the way of `can`. */
  readonly obstacle: Say | null;
  /** Whom the order may name. */
  readonly verifiers: readonly { username: string; name: string }[];
}

@Injectable()
export class VerificationSheets {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly readiness: Readiness,
    private readonly officers: OfficersService,
    private readonly vault: Vault,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<VerificationSheet> {
    const file = await this.cases.find(looker, number);
    const can = canDo(looker, file);
    const act = can === 'order' ? 'verify' : can;
    return {
      number: file.number,
      status: file.status,
      accusation: this.readiness.accuses(file),
      ...(await this.papers(looker, file)),
      can,
      obstacle: act && (await this.readiness.obstacle(file, act)),
      verifiers: can === 'order' ? await this.verifiers() : [],
    };
  }

  private async papers(
    looker: Looker,
    file: CaseFile,
  ): Promise<Pick<VerificationSheet, 'orders' | 'visits' | 'findings'>> {
    const em = this.database.reader;
    const caseId = file.id;
    const orders = await em.find(VerificationOrder, { where: { caseId }, order: { orderedAt: 'ASC' } });
    const visits = await em.find(VerificationRecord, { where: { caseId }, order: { doneOn: 'ASC', id: 'ASC' } });
    const findings = await em.find(FindingPaper, { where: { caseId }, order: { foundAt: 'ASC' } });
    const texts = await this.vault.read(looker, file, [
      ...orders.flatMap(({ reasonItem, coverItem }) => [reasonItem, coverItem]),
      ...[...visits, ...findings].map(({ textItem }) => textItem),
    ]);
    const text = (item: string): string => texts.get(item) ?? '';
    return {
      orders: orders.map(({ mode, orderedAt, reasonItem, coverItem }) => ({
        mode,
        at: orderedAt,
        reason: text(reasonItem),
        cover: coverItem && text(coverItem),
      })),
      visits: visits.map(({ mode, doneOn, textItem }) => ({ mode, on: doneOn, text: text(textItem) })),
      findings: findings.map(({ finding, foundAt, textItem }) => ({ finding, at: foundAt, text: text(textItem) })),
    };
  }

  private async verifiers(): Promise<VerificationSheet['verifiers']> {
    const people = await this.officers.list();
    return people
      .filter((person) => person.active && may(person, 'case.verify') !== null)
      .map(({ username, name }) => ({ username, name }));
  }
}

function canDo(looker: Looker, file: CaseFile): VerificationSheet['can'] {
  if (file.status === 'referred' && may(looker, 'case.verify.order')) return 'order';
  const isHis = may(looker, 'case.verify') !== null && mayVerify(looker.officerId, file);
  return file.status === 'verifying' && isHis ? 'find' : null;
}
