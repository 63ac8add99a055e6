import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Classifications } from './classifications';
import { Ending } from './ending';
import { SortingChecks } from './sorting-checks';
import type { SortingInput } from './sorting-input';
import type { SortingSheet } from './sorting-sheet.entity';
import { SortingSheets } from './sorting-sheets';

export interface Sorted {
  readonly file: CaseFile;
  readonly sheet: SortingSheet;
  /** What waits for the second person, when an ending was proposed. */
  readonly approvalId: string | null;
}

/** Step 2: an officer reads the complaint, classifies it, and takes it on or proposes to end it. */
@Injectable()
export class Sorting {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly checks: SortingChecks,
    private readonly sheets: SortingSheets,
    private readonly classifications: Classifications,
    private readonly ending: Ending,
  ) {}

  /** @throws CaseNotFound, StepOutOfOrder, WrongFields; an ending also AlreadyAsked. */
  async sort(looker: Looker, number: string, input: SortingInput): Promise<Sorted> {
    this.checks.codes(input);
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      if (!mayMove(file.status, 'sort')) throw new StepOutOfOrder(file.status, 'sort');
      const now = this.checks.classified(file, input);
      const sheet = await this.sheets.write(looker, file, input, now);
      if (input.outcome === 'accept') {
        await this.accept(looker, file, sheet);
        return { file, sheet, approvalId: null };
      }
      const approval = await this.ending.propose(looker, file, sheet);
      return { file, sheet, approvalId: approval.id };
    });
  }

  private async accept(looker: Looker, file: CaseFile, sheet: SortingSheet): Promise<void> {
    const { id, type, corruptionAlleged, severity, urgent, reasonsItem } = sheet;
    await this.classifications.note(file, sheet, looker.officerId);
    await this.ending.drop(file);
    const data = { sheetId: id, type, corruptionAlleged, severity, urgent };
    const line = { kind: 'sorted', by: officer(looker), data, itemId: reasonsItem } as const;
    await this.cases.move(file, 'sort', line, { severity, urgent });
  }
}
