import { Injectable } from '@nestjs/common';
import { GramIndex } from '../vault/gram-index';

/** Disposal's door into the index. */
@Injectable()
export class Forgetting {
  constructor(private readonly index: GramIndex) {}

  /** The case is found by nobody any more; inside the disposal's write, before its row goes. Done twice changes nothing. */
  forget(caseId: string): Promise<void> {
    return this.index.forget(caseId);
  }
}
