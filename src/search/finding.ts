import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import { chunks } from '../platform/database/sql';
import { GramIndex } from '../vault/gram-index';
import type { IndexRing } from '../vault/index-keys';
import { HANDLERS, unitsOf } from '../vault/units';
import { WholeTexts } from '../vault/whole-texts';
import type { Asked } from './grams.rules';
import { answers, isTooShort, readQuestion, wordGrams } from './grams.rules';
import type { Seen } from './seeing';
import { Seeing } from './seeing';
import { wordsOf } from './texts.rules';

/** Shown at most. */
export const MOST_HITS = 50;
/** Opened at most for one question, false hits of the index included. */
const MOST_OPENED = 200;
const AT_ONCE = 25;

/** What a search over texts came to. */
export interface Found {
  /** Ids, newest first by receipt. */
  readonly cases: readonly string[];
  /** There may be more: ask with more words. */
  readonly hasMore: boolean;
  /** Every word was shorter than the index can find. */
  readonly isTooShort: boolean;
}

const NOTHING: Found = { cases: [], hasMore: false, isTooShort: false };

/** Finds words in the texts of cases, in the session of somebody who may read them (KEYS K10). */
@Injectable()
export class Finding {
  constructor(
    private readonly index: GramIndex,
    private readonly seeing: Seeing,
    private readonly texts: WholeTexts,
    private readonly audit: Audit,
  ) {}

  /** How many cases this looker may read are not yet searchable; null for whom there is no index at all. */
  async waiting(looker: Looker): Promise<number | null> {
    return handles(looker) ? this.seeing.notYetIndexed(looker, await this.index.rings(looker)) : null;
  }

  /** All words of the question, anywhere in a case's texts; null for whom there is no index. The words are kept nowhere. */
  async find(looker: Looker, question: string): Promise<Found | null> {
    if (!handles(looker)) return null;
    const rings = await this.index.rings(looker);
    const asked = readQuestion(question);
    if (asked.words.length === 0) return { ...NOTHING, isTooShort: isTooShort(asked) };
    const seen = await this.seeing.of(looker, await this.candidates(rings, asked));
    const { hits, opened } = await this.compare(looker, seen, asked);
    await this.audit.record({
      actor: { kind: 'officer', id: looker.officerId },
      act: 'cases.searched',
      subjectKind: 'case',
      data: { hits: hits.length, opened },
    });
    return { ...NOTHING, cases: hits.slice(0, MOST_HITS), hasMore: opened < seen.length || hits.length > MOST_HITS };
  }

  /** Cases that may hold every word, each word wholly in one epoch. */
  private async candidates(rings: readonly IndexRing[], { words }: Asked): Promise<readonly string[]> {
    let left: readonly string[] | null = null;
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      const here = await this.index.casesWith(rings, wordGrams(word));
      left = left ? left.filter((id) => here.has(id)) : [...here];
      if (left.length === 0) break;
    }
    return left ?? [];
  }

  /** The index may be wrong, the text is not. */
  private async compare(looker: Looker, seen: readonly Seen[], asked: Asked) {
    const hits: string[] = [];
    let opened = 0;
    for (const piece of chunks(seen.slice(0, MOST_OPENED), AT_ONCE)) {
      const texts = await this.texts.of(looker, piece);
      opened += piece.length;
      for (const { id } of piece) {
        const words = (texts.get(id) ?? []).map(({ field, text }) => wordsOf(field, text));
        if (answers(asked, words)) hits.push(id);
      }
      if (hits.length > MOST_HITS) break;
    }
    return { hits, opened };
  }
}

/**
 * By her roles, not by the keys that are there: whether a unit has a key yet may tell that a case exists which is hidden
 * from her.
 */
const handles = (looker: Looker): boolean => unitsOf(looker).some((unit) => HANDLERS.includes(unit));
