import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { withinReach } from '../cases/reach';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import type { IndexRing } from '../vault/index-keys';

/** A case that the index may have found, and that this looker may read. */
export type Seen = Pick<CaseFile, 'id' | 'province' | 'handledBy' | 'number' | 'receivedAt' | 'status'>;

/** Counted no further. */
export const MOST_WAITING = 1_000;

/** Asks the wall and the looker's reach of whatever the index found, before anything of it is opened, counted or shown. */
@Injectable()
export class Seeing {
  constructor(private readonly database: Database) {}

  /** Those of these cases whose texts she may read, newest first by receipt. */
  async of(looker: Looker, ids: Iterable<string>): Promise<readonly Seen[]> {
    const seen: CaseFile[] = [];
    for (const piece of chunks([...ids])) {
      const query = this.cases(looker).andWhere('f.id IN (:...these)', { these: piece });
      seen.push(...(await query.getMany()));
    }
    return seen.sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id));
  }

  /** How many cases with a text she may read are not in an index that she can search; counted just beyond the most. */
  async notYetIndexed(looker: Looker, rings: readonly IndexRing[]): Promise<number> {
    const query = this.cases(looker)
      .select('f.id', 'id')
      .andWhere('f.allegation_item IS NOT NULL')
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM index_mark m WHERE m.case_id = f.id
           AND m.unit || '#' || CAST(m.epoch AS varchar(12)) IN (:...rings))`,
        { rings: ['', ...rings.map(({ unit, epoch }) => `${unit}#${epoch}`)] },
      );
    return (await query.limit(MOST_WAITING + 1).getRawMany()).length;
  }

  private cases(looker: Looker) {
    return withinReach(
      this.database.reader.createQueryBuilder<CaseFile>('CaseFile', 'f').where('1 = 1'),
      looker,
      'case.content',
    );
  }
}
