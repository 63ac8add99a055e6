import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { may } from '../access/matrix';
import type { RefusalGroundCode } from '../agencies/codes';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Classifications } from './classifications';
import type { SortingSheet } from './sorting-sheet.entity';
import { SortingSheets } from './sorting-sheets';
import { outcomeOf } from './sorting.rules';

/** Ending at step 2: one proposes on a listed ground, another grants, and the reporter is told why. */
@Injectable()
export class Ending implements OnModuleInit {
  constructor(
    private readonly approvals: Approvals,
    private readonly cases: Cases,
    private readonly sheets: SortingSheets,
    private readonly classifications: Classifications,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('end', {
      act: 'case.end.grant',
      mayGrant,
      grant: (file, approval, looker) => this.grant(file, approval, looker),
    });
  }

  /** Inside a write; the sheet is written, the case stays where it is. @throws AlreadyAsked */
  async propose(looker: Looker, file: CaseFile, sheet: SortingSheet): Promise<Approval> {
    const ground = groundOf(sheet);
    const data = { sheetId: sheet.id, ground, outcome: outcomeOf(ground), askedReporter: sheet.askedReporter };
    const approval = await this.approvals.ask(file, looker, {
      kind: 'end',
      data: { ...data, byHead: hasRole(looker, 'desk_head') },
      reasonItem: sheet.reasonsItem,
    });
    await this.cases.tell(file, { kind: 'endingProposed', by: officer(looker), data, itemId: sheet.reasonsItem });
    return approval;
  }

  /** The case is taken on after all: a pending proposal makes no sense any more. */
  drop(file: CaseFile): Promise<void> {
    return this.approvals.supersede(file.id, ['end']);
  }

  /** The line carries the word that was sealed for the reporter. */
  private async grant(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    const sheet = await this.sheets.find(String(approval.data.sheetId));
    const ground = groundOf(sheet);
    const outcome = outcomeOf(ground);
    await this.classifications.note(file, sheet, sheet.by);
    await this.cases.move(
      file,
      'end',
      {
        kind: 'ended',
        by: officer(looker),
        data: { sheetId: sheet.id, ground, outcome, competentBody: sheet.competentBody },
        itemId: sheet.wordItem,
      },
      { outcome, severity: sheet.severity, urgent: sheet.urgent },
    );
  }
}

/** The executive grants what the desk head asked for; her own officers' endings are the head's to grant (PROCESS §2). */
const mayGrant = (looker: Looker, { data }: Approval): boolean =>
  may(looker, 'case.end.grant') === 'yes' || data.byHead === true;

function groundOf({ ground }: SortingSheet): RefusalGroundCode {
  if (ground === null) throw new Error('a sheet that ends a case has a ground');
  return ground;
}
