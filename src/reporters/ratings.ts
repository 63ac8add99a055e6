import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import { Facts } from '../statistics/facts';
import { Vault } from '../vault/vault';
import { mayChangeRating, mayRate } from './afterwards.rules';
import { NotNow } from './errors';
import { BY_REPORTER } from './messages';
import { Rating } from './rating.entity';
import type { OpenSession } from './reporter-sessions';

/** What she gave, as she reads it again. */
export interface RatingGiven {
  readonly score: number;
  readonly words: string;
  readonly ratedAt: string;
  readonly changeable: boolean;
}

/** What a reporter thought of the work, once for each closing, changeable for 30 days; sealed, and counted without case. */
@Injectable()
export class Ratings {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Of the closing that counts now; null when she has given none. */
  async of(key: OpenSession['key'], file: CaseFile): Promise<RatingGiven | null> {
    const rating = await this.find(file);
    if (!rating) return null;
    const texts = await this.vault.readAsReporter(key, file, [rating.itemId]);
    const { ratedAt } = rating;
    return { ...readRating(texts.get(rating.itemId) ?? ''), ratedAt, changeable: this.isChangeable(rating) };
  }

  /** @param score 1–5. @throws NotNow while the case is open, and after the 30 days. */
  async give({ caseId, key }: OpenSession, score: number, words: string | undefined): Promise<void> {
    await this.database.write(async (em) => {
      const file = await this.cases.lockById(caseId);
      if (!mayRate(file.status)) throw new NotNow('ให้คะแนนได้เมื่อเรื่องยุติแล้ว', 'You can rate once the case is closed.');
      const before = await this.find(file);
      if (before && !this.isChangeable(before))
        throw new NotNow('พ้น ๓๐ วันแล้ว แก้คะแนนไม่ได้', 'Thirty days are over: the rating stays.');
      const was = before ? ((await this.of(key, file))?.score ?? null) : null;
      const itemId = await this.vault.seal(file, 'dialogue', 'rating', ratingText(score, words));
      const ratedAt = before?.ratedAt ?? this.clock.now();
      if (before) await em.update(Rating, { id: before.id }, { itemId });
      else await em.insert(Rating, { id: newId(), caseId, closing: file.reopenedCount, itemId, ratedAt });
      await this.facts.rated(file.province, fiscalYearOf(bangkokDay(ratedAt)), score, was);
      await this.cases.tell(file, { kind: 'rated', by: BY_REPORTER, data: { changed: before !== null }, itemId });
    });
  }

  private find({ id: caseId, reopenedCount: closing }: CaseFile): Promise<Rating | null> {
    return this.database.reader.findOneBy(Rating, { caseId, closing });
  }

  private isChangeable({ ratedAt }: Rating): boolean {
    return mayChangeRating(ratedAt, this.clock.now());
  }
}

/** One text for both: `4/5`, then the words. */
const ratingText = (score: number, words = ''): string => `${score}/5${words ? `\n${words}` : ''}`;

function readRating(text: string): { readonly score: number; readonly words: string } {
  const [, score = '0', words = ''] = /^(\d)\/5\n?([\s\S]*)$/.exec(text) ?? [];
  return { score: Number(score), words };
}
