import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Finding } from '../search/finding';
import type { CaseRow } from './case-rows';
import type { SearchInput } from './search-input';
import type { WorklistPage } from './worklist';
import { Worklist } from './worklist';

/** Cases in whose texts every word stands, newest first. */
export interface FoundInTexts {
  readonly items: readonly CaseRow[];
  readonly hasMore: boolean;
  /** No word had the three characters that a search needs. */
  readonly isTooShort: boolean;
}

export interface SearchAnswer {
  /** By number, register data, or the name of a type, agency, district or channel. */
  readonly byNumber: WorklistPage;
  /** null for whom texts are not sealed, and beyond the first page. */
  readonly byWords: FoundInTexts | null;
  /** Cases she may read whose texts are not yet searchable; null as above. Counted just beyond a thousand. */
  readonly notYetSearchable: number | null;
}

/** One box, two searches: over what is readable, and over what only her unit's key opens. */
@Injectable()
export class SearchDesk {
  constructor(
    private readonly worklist: Worklist,
    private readonly finding: Finding,
  ) {}

  waiting(looker: Looker): Promise<number | null> {
    return this.finding.waiting(looker);
  }

  async search(looker: Looker, { q, page = 1 }: SearchInput): Promise<SearchAnswer> {
    const byNumber = await this.worklist.list(looker, { q, page });
    const found = page === 1 ? await this.finding.find(looker, q) : null;
    const byWords = found && {
      items: await this.worklist.these(looker, found.cases),
      hasMore: found.hasMore,
      isTooShort: found.isTooShort,
    };
    return { byNumber, byWords, notYetSearchable: await this.waiting(looker) };
  }
}
