import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { Conflict, say } from '../platform/errors';
import { Receipts } from '../reporters/receipts';
import { CaseHandover } from '../vault/case-handover';
import { Vault } from '../vault/vault';

export class HandedOverAlready extends Conflict {
  constructor() {
    super(say('หน่วยสำรองดูแลเรื่องนี้อยู่แล้ว', 'The alternative unit handles this case already.'));
  }
}

/** The desk gives a case to the alternative unit, and does not see it any more. */
@Injectable()
export class Handovers {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly handover: CaseHandover,
    private readonly receipts: Receipts,
  ) {}

  /** @throws CaseNotFound HandedOverAlready */
  async handOver(looker: Looker, number: string, reason: string): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      if (file.handledBy !== null) throw new HandedOverAlready();
      await this.give(looker, file, await this.sealReason(file, reason));
      return file;
    });
  }

  /** Inside a write, the case locked. */
  async give(looker: Looker, file: CaseFile, itemId: string | null = null): Promise<void> {
    await this.cases.tell(file, { kind: 'handedOver', by: officer(looker), itemId });
    await this.handover.toAlternative(looker, file, async (keyId) => {
      const publicKey = await this.receipts.readerOf(keyId);
      return publicKey && { name: `reporter:${keyId}`, epoch: 1, publicKey };
    });
    await this.cases.change(file, { handledBy: 'alternative', assignee: null });
  }

  sealReason(file: CaseFile, reason: string): Promise<string> {
    return this.vault.seal(file, 'work', 'conflict', reason);
  }
}
