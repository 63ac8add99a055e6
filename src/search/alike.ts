import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { Audit } from '../audit/audit';
import type { CaseFile } from '../cases/case-file.entity';
import { GramIndex } from '../vault/gram-index';
import { WholeTexts } from '../vault/whole-texts';
import { bandsOf, likeness } from './bands.rules';
import { gramsOf } from './grams.rules';
import type { Seen } from './seeing';
import { Seeing } from './seeing';
import { allegationText } from './texts.rules';

/** Another case that may be about the same thing. */
export interface AlikeCase extends Pick<CaseFile, 'number' | 'receivedAt' | 'status'> {
  /** How much of both allegations is the same, 0 to 1. */
  readonly likeness: number;
}

const MOST_SHOWN = 5;
const MOST_OPENED = 20;
/** Below this two reports of different things look no less alike. */
const LEAST = 0.3;

/** Suggests to the sorter which reports may be the same (KEYS K10, DOMAIN §3); she decides, and nobody else is told. */
@Injectable()
export class Alike {
  constructor(
    private readonly index: GramIndex,
    private readonly seeing: Seeing,
    private readonly texts: WholeTexts,
    private readonly audit: Audit,
  ) {}

  /** @param allegation as it was sealed. The most alike first; only cases this looker may read. */
  async to(looker: Looker, file: CaseFile, allegation: string | null): Promise<readonly AlikeCase[]> {
    const text = allegation === null ? '' : allegationText(allegation);
    const bands = bandsOf(text);
    const rings = bands.length === 0 ? [] : await this.index.rings(looker);
    if (rings.length === 0) return [];
    const shared = new Map(await this.index.shared(rings, bands));
    shared.delete(file.id);
    const seen = [...(await this.seeing.of(looker, shared.keys()))];
    seen.sort((a, b) => (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0));
    return this.compare(looker, file, text, seen.slice(0, MOST_OPENED));
  }

  private async compare(looker: Looker, file: CaseFile, text: string, seen: readonly Seen[]) {
    if (seen.length === 0) return [];
    const texts = await this.texts.of(looker, seen, 'allegation');
    const grams = gramsOf(text);
    const alike = seen.flatMap(({ id, number, receivedAt, status }): readonly AlikeCase[] => {
      const [other] = texts.get(id) ?? [];
      return other
        ? [{ number, receivedAt, status, likeness: likeness(grams, gramsOf(allegationText(other.text))) }]
        : [];
    });
    const shown = alike
      .filter((one) => one.likeness >= LEAST)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_SHOWN);
    await this.audit.record({
      actor: { kind: 'officer', id: looker.officerId },
      act: 'case.compared',
      subjectKind: 'case',
      subjectId: file.id,
      data: { alike: shown.length, opened: seen.length },
    });
    return shown;
  }
}
