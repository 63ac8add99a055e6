import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import { Story } from '../cases/story';
import { Database } from '../platform/database/database';
import type { AnswerKind } from './answer.rules';
import type { EnclosedCopy } from './packs';
import { Packs } from './packs';
import { ReferralAnswer } from './referral-answer.entity';

export interface AnswerView {
  readonly kind: AnswerKind;
  readonly at: string;
  readonly text: string | null;
  readonly toAgencyCode: string | null;
}

/** One referral with its words opened for whoever is looking. */
export interface ReferralPaper {
  readonly referral: Referral;
  readonly pack: string | null;
  /** Cleaned copies that went along. */
  readonly copies: readonly EnclosedCopy[];
  readonly answers: readonly AnswerView[];
  /** Rungs of the agency's ladder that were fired: หนังสือติดตาม, oldest first. */
  readonly reminders: readonly { readonly rung: number; readonly at: string }[];
}

/** Opens sealed items for whoever is looking: an officer's keys, or a code's. */
export type Reading = (items: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;

/** Lays out what was sent, how it was followed up and what was answered. */
@Injectable()
export class ReferralPapers {
  constructor(
    private readonly database: Database,
    private readonly story: Story,
    private readonly packs: Packs,
  ) {}

  async of(file: CaseFile, seen: readonly Referral[], read: Reading): Promise<readonly ReferralPaper[]> {
    const answers = await this.answersOf(file, seen);
    const texts = await read([...seen.map(({ packItem }) => packItem), ...answers.map(({ itemId }) => itemId)]);
    const text = (item: string | null): string | null => (item === null ? null : (texts.get(item) ?? null));
    const reminders = await this.remindersOf(file);
    const copies = await this.packs.of(
      file.id,
      seen.map(({ id }) => id),
    );
    return seen.map((referral) => ({
      referral,
      pack: text(referral.packItem),
      copies: copies.get(referral.id) ?? [],
      answers: answers
        .filter(({ referralId }) => referralId === referral.id)
        .map(({ kind, at, itemId, toAgencyCode }) => ({ kind, at, text: text(itemId), toAgencyCode })),
      reminders: reminders.filter(({ referralId }) => referralId === referral.id),
    }));
  }

  private async answersOf(file: CaseFile, seen: readonly Referral[]): Promise<readonly ReferralAnswer[]> {
    const ids = new Set(seen.map(({ id }) => id));
    const all = await this.database.reader.find(ReferralAnswer, {
      where: { caseId: file.id },
      order: { at: 'ASC', id: 'ASC' },
    });
    return all.filter(({ referralId }) => ids.has(referralId));
  }

  private async remindersOf(file: CaseFile) {
    const lines = (await this.story.of(file.id)).filter(({ kind }) => kind === 'rungFired');
    return lines.flatMap(({ at, data: { referralId, rung } }) =>
      typeof referralId === 'string' && typeof rung === 'number' ? [{ referralId, rung, at }] : [],
    );
  }
}
