import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { SignedAs } from '../cases/codes';
import type { Status } from '../cases/moves.rules';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { FigureSnapshots } from './figure-snapshots';
import type { Figures } from './figures.rules';
import { ReportOrder } from './report-order.entity';
import { ReportPaper } from './report.entity';
import type { ReportOrderKind } from './report.rules';

export interface WrittenReport {
  readonly version: number;
  readonly at: string;
  readonly summary: string;
  readonly proposal: string | null;
  readonly figures: Figures;
  readonly order: { kind: ReportOrderKind; at: string; signedAs: SignedAs; text: string | null } | null;
}

/** Step 5 of one case as its page shows it: every version with its order, the newest first. */
export interface ReportSheet {
  readonly number: string;
  readonly status: Status;
  readonly reports: readonly WrittenReport[];
  readonly can: 'report' | 'order' | null;
  /** What would be frozen now; only when a report can be written. */
  readonly figures: Figures | null;
}

@Injectable()
export class ReportSheets {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly snapshots: FigureSnapshots,
    private readonly vault: Vault,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<ReportSheet> {
    const file = await this.cases.find(looker, number);
    const can = canDo(looker, file);
    return {
      number: file.number,
      status: file.status,
      reports: await this.reports(looker, file),
      can,
      figures: can === 'report' ? await this.snapshots.of(file) : null,
    };
  }

  private async reports(looker: Looker, file: CaseFile): Promise<readonly WrittenReport[]> {
    const em = this.database.reader;
    const caseId = file.id;
    const reports = await em.find(ReportPaper, { where: { caseId }, order: { version: 'DESC' } });
    const orders = await em.findBy(ReportOrder, { caseId });
    const texts = await this.vault.read(looker, file, [
      ...reports.flatMap(({ summaryItem, proposalItem }) => [summaryItem, proposalItem]),
      ...orders.map(({ textItem }) => textItem),
    ]);
    const text = (item: string | null): string | null => (item === null ? null : (texts.get(item) ?? null));
    return reports.map(({ id, version, reportedAt, summaryItem, proposalItem, figures }) => {
      const order = orders.find(({ reportId }) => reportId === id);
      return {
        version,
        at: reportedAt,
        summary: text(summaryItem) ?? '',
        proposal: text(proposalItem),
        figures,
        order: order
          ? { kind: order.kind, at: order.orderedAt, signedAs: order.signedAs, text: text(order.textItem) }
          : null,
      };
    });
  }
}

function canDo(looker: Looker, { status }: CaseFile): ReportSheet['can'] {
  if (status === 'verified' && may(looker, 'case.report')) return 'report';
  return status === 'reported' && may(looker, 'case.order') ? 'order' : null;
}
