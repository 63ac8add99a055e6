import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/cases';
import { newReceiptDigits, readClaimDigits } from '../platform/crypto/codes';
import { Database } from '../platform/database/database';
import { Compartments } from '../vault/compartments';
import { CodeUnknown } from './errors';
import type { OpenedReceipt } from './receipts';
import { Receipts } from './receipts';

export interface HandedReceipt {
  readonly number: string;
  /** 20 digits, shown once and stored nowhere. */
  readonly receipt: string;
}

/** Gives the reporter a receipt of her own where somebody else, or a lost answer, stood between. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly compartments: Compartments,
    private readonly cases: Cases,
  ) {}

  /** A claim code, once. @throws CodeUnknown for malformed, unknown, used and expired alike. */
  async claim(code: string): Promise<HandedReceipt> {
    // A malformed code costs the same derivation and the same look as a right one.
    const digits = readClaimDigits(code);
    const derived = await this.receipts.derive('claim', digits ?? '', 'lookup');
    const opened = await this.receipts.find('claim', derived);
    if (digits === null || !opened) throw new CodeUnknown();
    return this.renew(opened, 'claimed');
  }

  /**
   * A new pair and a new receipt; whatever opened the old pair is gone, but for the submission key's remaining hour.
   * @throws CodeUnknown when somebody else was faster.
   */
  async renew(
    opened: OpenedReceipt,
    kind: 'claimed' | 'receiptRenewed',
    submission?: Submitted,
  ): Promise<HandedReceipt> {
    const receipt = newReceiptDigits();
    const derived = await this.receipts.derive('receipt', receipt, 'filing');
    const pair = this.receipts.newPair();
    return this.database.write(async () => {
      const file = await this.cases.lockById(opened.caseId);
      if (!(await this.receipts.burn(opened.key.keyId))) throw new CodeUnknown();
      await this.compartments.replaceReporter(opened.key, pair);
      await this.receipts.put(file, 'receipt', derived, pair, null);
      if (submission) await this.receipts.put(file, 'submission', submission.derived, pair, submission.until);
      await this.cases.tell(file, { kind, by: REPORTER_ACTOR });
      return { number: file.number, receipt };
    });
  }
}

interface Submitted {
  readonly derived: { readonly tag: string; readonly kek: Buffer };
  readonly until: string;
}

const REPORTER_ACTOR = { kind: 'reporter', id: null } as const;
