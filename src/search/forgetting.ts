import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { GramIndex } from '../vault/gram-index';
import { WholeTexts } from '../vault/whole-texts';
import { keysOf } from './texts.rules';

/**
 * Disposal's door into the index. A number that is left in the blocks would let a member try word after word and learn
 * what a destroyed case said, so whoever disposes takes it out while the texts still open.
 */
@Injectable()
export class Forgetting {
  constructor(
    private readonly index: GramIndex,
    private readonly texts: WholeTexts,
  ) {}

  /** Out of every index this looker's units can open, then forgotten by all. Before the keys of the case are destroyed. */
  async erase(looker: Looker, file: CaseFile): Promise<void> {
    const keys = keysOf((await this.texts.of(looker, [file])).get(file.id) ?? []);
    for (const ring of await this.index.rings(looker)) await this.index.remove(ring, file.id, keys);
    await this.index.forget(file.id);
  }

  /** The case is found by nobody any more; inside the disposal's write, before its row goes. Done twice changes nothing. */
  forget(caseId: string): Promise<void> {
    return this.index.forget(caseId);
  }
}
