import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Province } from '../agencies/agencies';
import type { RefusalGround } from '../agencies/profile';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { mayMove } from '../cases/moves.rules';
import type { AlikeCase } from '../search/alike';
import { Alike } from '../search/alike';
import { Indexing } from '../search/indexing';
import { Vault } from '../vault/vault';
import { Classifications } from './classifications';
import type { Classification } from './classification.entity';
import type { SortingSheet } from './sorting-sheet.entity';
import { SortingSheets } from './sorting-sheets';

/** A sheet with its words opened for whoever is looking. */
export interface OpenSheet {
  readonly sheet: SortingSheet;
  readonly reasons: string;
  readonly word: string | null;
}

/** Everything an officer needs in front of him to sort. */
export interface SortingView {
  readonly file: CaseFile;
  readonly allegation: string | null;
  readonly sheets: readonly OpenSheet[];
  /** Cases that may be about the same thing; empty once it is sorted. */
  readonly alike: readonly AlikeCase[];
  readonly endingWaits: boolean;
  readonly canSort: boolean;
  /** Those this province's profile lists. */
  readonly grounds: readonly RefusalGround[];
}

export interface ClassificationView {
  readonly file: CaseFile;
  readonly history: readonly Classification[];
}

/** Lays the papers of step 2 before an officer; every opening leaves an audit row. */
@Injectable()
export class SortingDesk {
  constructor(
    private readonly cases: Cases,
    private readonly sheets: SortingSheets,
    private readonly classifications: Classifications,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
    private readonly indexing: Indexing,
    private readonly alike: Alike,
    private readonly province: Province,
  ) {}

  /** @throws CaseNotFound */
  async sorting(looker: Looker, number: string): Promise<SortingView> {
    const file = await this.cases.find(looker, number);
    const sheets = await this.sheets.of(file.id);
    const items = sheets.flatMap(({ reasonsItem, wordItem }) => [reasonsItem, wordItem]);
    const texts = await this.vault.read(looker, file, [file.allegationItem, ...items]);
    const text = (item: string | null): string | null => (item === null ? null : (texts.get(item) ?? null));
    const allegation = text(file.allegationItem);
    const canSort = mayMove(file.status, 'sort');
    await this.indexing.keepUp(looker, file);
    return {
      file,
      allegation,
      alike: canSort ? await this.alike.to(looker, file, allegation) : [],
      sheets: sheets.map((sheet) => ({ sheet, reasons: text(sheet.reasonsItem) ?? '', word: text(sheet.wordItem) })),
      endingWaits: (await this.approvals.waiting(file.id)).some(({ kind }) => kind === 'end'),
      canSort,
      grounds: this.province.profile.refusalGrounds,
    };
  }

  /** @throws CaseNotFound */
  async classification(looker: Looker, number: string): Promise<ClassificationView> {
    const file = await this.cases.find(looker, number);
    return { file, history: await this.classifications.of(file.id) };
  }

  /** @throws CaseNotFound */
  merger(looker: Looker, number: string): Promise<CaseFile> {
    return this.cases.find(looker, number);
  }
}
