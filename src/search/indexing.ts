import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { SealBroken } from '../platform/crypto/sealing';
import { Alarm } from '../platform/http/alarm';
import { errorLine, log } from '../platform/log';
import { GramIndex } from '../vault/gram-index';
import type { IndexRing } from '../vault/index-keys';
import { handlersOf } from '../vault/units';
import { WholeTexts } from '../vault/whole-texts';
import type { Known } from './marks.rules';
import { knownOf } from './marks.rules';
import { keysOf } from './texts.rules';

interface Todo {
  /** Of all texts of the case. */
  readonly ids: readonly string[];
  readonly known: Known;
}

/**
 * Brings a case into the index of the unit that opens it (KEYS K10): at the first opening all its texts, later what has
 * come since. Nothing happens when it is filed, for nobody is there then who has the key.
 */
@Injectable()
export class Indexing {
  constructor(
    private readonly index: GramIndex,
    private readonly texts: WholeTexts,
    private readonly audit: Audit,
    private readonly alarm: Alarm,
  ) {}

  /** Never throws: a case is read whether or not it can be searched; it is tried again at the next opening. */
  async keepUp(looker: Looker, file: CaseFile): Promise<void> {
    try {
      await this.bring(looker, file);
    } catch (error) {
      if (error instanceof SealBroken) await this.alarm.raise('seal.broken');
      log.warn({ ...errorLine(error), case: file.id }, 'the case was not brought into the index');
    }
  }

  private async bring(looker: Looker, file: CaseFile): Promise<void> {
    const rings = await this.index.rings(looker);
    const own = rings.filter(({ isCurrent, unit }) => isCurrent && handlersOf(file).includes(unit));
    if (own.length === 0) return;
    const ids = (await this.texts.ids(file.id)).map(({ id }) => id);
    const marks = await this.index.marks(file.id);
    for (const ring of own) {
      const known = knownOf(ring, rings, marks, ids);
      if (!known.isBehind) continue;
      for (const { unit, epoch } of known.lost) await this.index.unmark(file.id, unit, epoch);
      await this.add(looker, file, ring, { ids, known });
    }
  }

  private async add(looker: Looker, file: CaseFile, ring: IndexRing, { ids, known }: Todo): Promise<void> {
    const texts = (await this.texts.of(looker, [file])).get(file.id) ?? [];
    const before = new Set(known.sameEpoch ? keysOf(texts.filter(({ id }) => id <= known.lastItem)) : []);
    const fresh = keysOf(texts.filter(({ id }) => id > known.lastItem)).filter((key) => !before.has(key));
    await this.index.add(ring, file.id, fresh, { items: ids.length, lastItem: ids.at(-1) ?? '' });
    await this.audit.record({
      actor: { kind: 'officer', id: looker.officerId },
      act: 'case.indexed',
      subjectKind: 'case',
      subjectId: file.id,
      data: { unit: ring.unit, texts: ids.length },
    });
  }
}
