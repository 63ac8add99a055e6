import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { LineData } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import { Classification } from './classification.entity';
import type { ClassificationInput } from './classification-input';
import type { Classified } from './classification.rules';
import { classifiedOf, classify, differences, isBelow, leastSecrecy } from './classification.rules';
import { refuse, tooOpen, unknownCodes } from './wrong-fields';

/** What a case is held to be, dated and kept each time. */
@Injectable()
export class Classifications {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** A later look: any status, no move. @throws CaseNotFound, WrongFields when nothing would change. */
  async change(looker: Looker, number: string, input: ClassificationInput): Promise<CaseFile> {
    refuse(unknownCodes(input, this.province));
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const was = classifiedOf(file);
      const now = this.raised(file, classify(was, input), input.secrecy !== undefined);
      if (differences(was, now).length === 0) {
        throw WrongFields.one('type', say('ไม่มีอะไรต่างจากเดิม', 'Nothing differs from how it stands.'));
      }
      const itemId = await this.vault.sealIfAny(file, 'work', 'reasons', input.reason);
      await this.note(file, now, looker.officerId);
      await this.cases.tell(file, { kind: 'classified', by: officer(looker), data: changeOf(was, now), itemId });
      return file;
    });
  }

  /** Writes the row and the case's columns; inside a write. */
  async note(file: CaseFile, now: Classified, by: string): Promise<void> {
    const row: Classification = { ...classifiedOf(now), id: newId(), caseId: file.id, at: this.clock.now(), by };
    await this.database.write((em) => em.insert(Classification, row));
    await this.cases.change(file, classifiedOf(now));
  }

  /** Oldest first. */
  of(caseId: string): Promise<Classification[]> {
    return this.database.reader.find(Classification, { where: { caseId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Never below what the report needs: told when an officer asked for less, raised when he did not speak of it. */
  private raised(file: CaseFile, now: Classified, said: boolean): Classified {
    const least = leastSecrecy({
      identityKind: file.identityKind,
      accusation: this.province.isAccusation(now.type),
      corruptionAlleged: now.corruptionAlleged,
      sorted: file.status !== 'received',
    });
    if (!isBelow(now.secrecy, least)) return now;
    if (said) refuse([tooOpen]);
    return { ...now, secrecy: least };
  }
}

/** Only what became different, from and to. */
function changeOf(was: Classified, now: Classified): LineData {
  const changed = differences(was, now);
  const ends = changed.flatMap((field) => [
    [`${field}.from`, was[field]],
    [`${field}.to`, now[field]],
  ]);
  return { changed, ...(Object.fromEntries(ends) as Record<string, string | null>) };
}
