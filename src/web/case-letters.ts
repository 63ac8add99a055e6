import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { CheckIns } from '../reporters/check-ins';
import { Mailbox } from '../reporters/mailbox';
import type { CaseSheet } from './case-sheet';
import type { OpenTexts } from './case-texts';
import type { Sight } from './sight.rules';

interface Seen {
  readonly looker: Looker;
  readonly file: CaseFile;
  readonly sight: Sight;
  readonly story: readonly CaseEvent[];
}

/** What goes back and forth with the reporter: for those who handle the case, and for nobody else. */
@Injectable()
export class CaseLetters {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly checkIns: CheckIns,
  ) {}

  /** Opening them here is what the reporter sees as "opened". */
  async of({ looker, file, sight, story }: Seen, texts: OpenTexts): Promise<Pick<CaseSheet, 'letters' | 'checkIns'>> {
    if (sight !== 'handling') return { letters: null, checkIns: [] };
    return {
      letters: await this.mailbox.asOfficer(looker, file, story, (itemId) => texts.of(itemId)),
      checkIns: await this.checkIns.of(file, story),
    };
  }
}
