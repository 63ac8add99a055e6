import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases';
import type { CaseFile } from '../cases/case-file.entity';
import { Story } from '../cases/story';
import { Clock } from '../platform/clock';
import { bangkokDay } from '../platform/thai/dates';
import { Vault } from '../vault/vault';
import type { Disclosure, Openings } from './openings.rules';
import { disclosuresIn, openingsIn } from './openings.rules';
import type { OpenedReceipt } from './receipts';
import { Receipts } from './receipts';
import type { ExplainedStanding } from './standings';
import { Standings } from './standings';
import { sideOf } from './thread.rules';

/** A word from the desk, as the reporter reads it. */
export interface Word {
  readonly at: string;
  readonly text: string;
  readonly final: boolean;
}

export interface ReporterView {
  readonly file: Pick<CaseFile, 'number' | 'status' | 'receivedAt' | 'identityKind'>;
  readonly standing: ExplainedStanding;
  readonly words: readonly Word[];
  readonly openings: Openings | null;
  readonly disclosures: readonly Disclosure[];
}

/** How a case stands, for whoever holds its receipt. */
@Injectable()
export class ReporterStatus {
  constructor(
    private readonly receipts: Receipts,
    private readonly cases: Cases,
    private readonly story: Story,
    private readonly standings: Standings,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws CodeUnknown for malformed, unknown, used and of another purpose alike; each costs the same derivation. */
  async look(receipt: string): Promise<ReporterView> {
    return this.view(await this.receipts.open(receipt));
  }

  private async view(opened: OpenedReceipt): Promise<ReporterView> {
    const file = await this.cases.byId(opened.caseId);
    const lines = await this.story.of(file.id);
    const told = lines.filter((line) => sideOf(line) === 'desk');
    const texts = await this.vault.readAsReporter(
      opened.key,
      file,
      told.map(({ itemId }) => itemId),
    );
    const standing = await this.standings.of(file, lines);
    const words = told.map(({ at, itemId, kind }) => ({
      at,
      text: texts.get(itemId ?? '') ?? '',
      final: kind !== 'wordSent',
    }));
    const today = bangkokDay(this.clock.now());
    return { file, standing, words, openings: openingsIn(lines, today), disclosures: disclosuresIn(lines, today) };
  }
}
