import { Injectable } from '@nestjs/common';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import type { ClockCode, Unit } from '../agencies/codes';
import type { Grantor } from '../agencies/profile.clocks';
import type { Approval, ApprovalKind } from '../cases/approval.entity';
import { mayDecide as mayDecideExtension } from '../deadlines/extension.rules';
import { Database } from '../platform/database/database';
import { chunks, sql } from '../platform/database/sql';
import { mayDecide } from './sight.rules';
import { casesOf, filesOf } from './worklist-query';

/** Something one person asked and this looker may decide. */
export interface Decision {
  /** Number and type of the case. */
  readonly number: string;
  readonly type: string;
  readonly what:
    | { readonly kind: ApprovalKind }
    | { readonly kind: 'extension'; readonly clock: ClockCode; readonly unit: Unit; readonly amount: number };
  readonly askedAt: string;
  readonly askedBy: string | null;
}

interface Asked {
  readonly caseId: string;
  readonly what: Decision['what'];
  readonly askedAt: string;
  readonly askedBy: string;
}

interface ExtensionRow {
  readonly case_id: string;
  readonly clock: ClockCode;
  readonly unit: Unit;
  readonly amount: number;
  readonly asked_at: string;
  readonly asked_by: string;
  readonly grantor: Grantor;
}

const MOST = 200;

/** Everything that waits for a second person, for whoever may be that person; oldest first. */
@Injectable()
export class Decisions {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async waitingFor(looker: Looker): Promise<readonly Decision[]> {
    const asked = [...(await this.approvals(looker)), ...(await this.extensions(looker))];
    if (asked.length === 0) return [];
    const cases = await this.within(looker, asked);
    const names = await this.directory.names(asked.map(({ askedBy }) => askedBy));
    return asked
      .sort((a, b) => a.askedAt.localeCompare(b.askedAt))
      .flatMap(({ caseId, what, askedAt, askedBy }) => {
        const file = cases.get(caseId);
        return file ? [{ ...file, what, askedAt, askedBy: names.get(askedBy) ?? null }] : [];
      });
  }

  private async approvals(looker: Looker): Promise<Asked[]> {
    const waiting = await this.database.reader.find<Approval>('Approval', {
      where: { province: looker.province, state: 'asked' },
      order: { askedAt: 'ASC' },
      take: MOST,
    });
    return waiting
      .filter((one) => mayDecide(looker, one))
      .map(({ caseId, kind, askedAt, askedBy }) => ({ caseId, what: { kind }, askedAt, askedBy }));
  }

  private async extensions(looker: Looker): Promise<Asked[]> {
    const rows = await sql<ExtensionRow>(
      this.database.reader,
      `SELECT d.case_id, d.clock, e.unit, e.amount, e.asked_at, e.asked_by, e.grantor
       FROM deadline_extension e JOIN deadline d ON d.id = e.deadline_id
       WHERE e.state = 'asked' AND d.province = $1 ORDER BY e.asked_at LIMIT ${MOST}`,
      [looker.province],
    );
    return rows
      .filter((row) => row.asked_by !== looker.officerId && mayDecideExtension(looker.roles, row.grantor))
      .map(({ case_id: caseId, clock, unit, amount, asked_at: askedAt, asked_by: askedBy }) => {
        return { caseId, what: { kind: 'extension', clock, unit, amount }, askedAt, askedBy };
      });
  }

  private async within(looker: Looker, asked: readonly Asked[]) {
    const found = new Map<string, { readonly number: string; readonly type: string }>();
    for (const ids of chunks([...new Set(asked.map(({ caseId }) => caseId))])) {
      const reached = await casesOf(this.database, looker, ids).getRawMany<{ id: string }>();
      const files = await filesOf(this.database, reached);
      for (const { id, number, type } of files) found.set(id, { number, type });
    }
    return found;
  }
}
