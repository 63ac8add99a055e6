import { Injectable } from '@nestjs/common';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { may, reach } from '../access/matrix';
import { actorOf } from '../access/officers.service';
import { Audit } from '../audit/audit';
import { Approvals } from '../cases/approvals';
import { Cases } from '../cases/cases';
import type { Status } from '../cases/moves.rules';
import { Vault } from '../vault/vault';
import type { Keeping } from './case-retention';
import { CaseRetention } from './case-retention';
import type { Obstacle } from './disposal.rules';
import { Disposals } from './disposals';
import { Holds } from './holds';
import type { HoldKind } from './legal-hold.entity';

export interface HoldCard {
  readonly kind: HoldKind;
  readonly placedAt: string;
  readonly placedBy: string | null;
  /** Null: not this looker's to read. */
  readonly reason: string | null;
  readonly liftedAt: string | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
}

/** How long one case is kept, what holds it back, and whether its disposal waits; cleared for one looker. */
export interface CaseRecords {
  readonly number: string;
  readonly status: Status;
  readonly keeping: Keeping | null;
  readonly obstacle: Obstacle | null;
  readonly holds: readonly HoldCard[];
  readonly proposal: {
    readonly askedAt: string;
    readonly askedBy: string | null;
    readonly reason: string | null;
    readonly mayDecide: boolean;
  } | null;
  readonly mayHold: boolean;
  readonly mayPropose: boolean;
}

/** Reads a case's records side. */
@Injectable()
export class CaseRecordsDesk {
  constructor(
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly retention: CaseRetention,
    private readonly holds: Holds,
    private readonly disposals: Disposals,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<CaseRecords> {
    const file = await this.cases.find(looker, number);
    const holds = await this.holds.of(file.id);
    const proposal = (await this.approvals.waiting(file.id)).find(({ kind }) => kind === 'disposal');
    const items = [proposal?.reasonItem, ...holds.flatMap(({ reasonItem, liftItem }) => [reasonItem, liftItem])];
    const handles = reach(looker, 'case.content').includes('unit');
    const texts = handles ? await this.vault.read(looker, file, items) : new Map<string, string>();
    const people = holds.flatMap(({ placedBy, liftedBy }) => [placedBy, liftedBy ?? '']);
    const names = await this.directory.names([...people, proposal?.askedBy ?? '']);
    const named = (id: string | null): string | null => names.get(id ?? '') ?? null;
    const text = (id: string | null): string | null => texts.get(id ?? '') ?? null;
    const subject = { subjectKind: 'case', subjectId: file.id };
    await this.audit.record({ actor: actorOf(looker), act: 'records.case', ...subject, data: {} });
    return {
      ...{ number: file.number, status: file.status },
      keeping: await this.retention.of(file),
      obstacle: await this.disposals.obstacle(file),
      holds: holds.map(({ kind, placedAt, placedBy, reasonItem, liftedAt, liftedBy, liftItem }) => ({
        ...{ kind, placedAt, placedBy: named(placedBy), reason: text(reasonItem) },
        ...{ liftedAt, liftedBy: named(liftedBy), liftReason: text(liftItem) },
      })),
      proposal: proposal
        ? {
            ...{ askedAt: proposal.askedAt, askedBy: named(proposal.askedBy), reason: text(proposal.reasonItem) },
            mayDecide: proposal.askedBy !== looker.officerId && this.disposals.mayGrant(looker, proposal),
          }
        : null,
      mayHold: may(looker, 'records.hold') !== null,
      mayPropose: may(looker, 'records.dispose.propose') !== null,
    };
  }
}
