import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Story } from '../cases/story';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import type { Classified } from './classification.rules';
import { classifiedOf } from './classification.rules';
import { OtherCase } from './other-case';
import type { SortingInput } from './sorting-input';
import { SortingSheet } from './sorting-sheet.entity';
import { adviceOn } from './sorting.rules';

/** The papers of step 2. */
@Injectable()
export class SortingSheets {
  constructor(
    private readonly database: Database,
    private readonly story: Story,
    private readonly vault: Vault,
    private readonly others: OtherCase,
    private readonly clock: Clock,
  ) {}

  /** Inside a write, the input already checked. @throws WrongFields when `repeatOf` names no other case. */
  async write(looker: Looker, file: CaseFile, input: SortingInput, now: Classified): Promise<SortingSheet> {
    const checklist = file.identityKind === 'anonymous' && input.checklist ? [...input.checklist] : null;
    const urgentBecause = input.urgentBecause ?? [];
    const sheet: SortingSheet = {
      id: newId(),
      caseId: file.id,
      by: looker.officerId,
      at: this.clock.now(),
      outcome: input.outcome,
      ...classifiedOf(now),
      severity: input.severity ?? null,
      urgent: urgentBecause.length > 0,
      urgentBecause: [...urgentBecause],
      specificEnough: input.specificEnough ?? null,
      repeatOf: await this.repeated(looker, file, input.repeatOf),
      competentBody: input.competentBody ?? null,
      checklist,
      advice: checklist && adviceOn(checklist),
      askedReporter: await this.wasAsked(file),
      ground: input.ground ?? null,
      reasonsItem: await this.vault.seal(file, 'work', 'reasons', input.reasons),
      wordItem: await this.vault.sealIfAny(file, 'dialogue', 'ending', input.wordToReporter),
    };
    await this.database.write((em) => em.insert(SortingSheet, sheet));
    return sheet;
  }

  /** Oldest first. */
  of(caseId: string): Promise<SortingSheet[]> {
    return this.database.reader.find(SortingSheet, { where: { caseId }, order: { at: 'ASC', id: 'ASC' } });
  }

  find(id: string): Promise<SortingSheet> {
    return this.database.reader.findOneByOrFail(SortingSheet, { id });
  }

  private async repeated(looker: Looker, file: CaseFile, number: string | undefined): Promise<string | null> {
    return number === undefined ? null : (await this.others.find(looker, 'repeatOf', number, file)).id;
  }

  /** A mailbox means that someone can be asked: who grants an ending sees whether it was used (DOMAIN §3). */
  private async wasAsked(file: CaseFile): Promise<boolean> {
    return (await this.story.of(file.id)).some(({ kind, byKind }) => kind === 'wordSent' && byKind === 'officer');
  }
}
