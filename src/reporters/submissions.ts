import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere } from '../platform/database/sql';
import { Conflict, say } from '../platform/errors';
import type { CaseRef, ReporterKey } from '../vault/compartments';
import type { HandedReceipt } from './claims';
import { Claims } from './claims';
import { CodeUnknown } from './errors';
import type { Derived } from './receipts';
import { Receipts } from './receipts';
import { Submission } from './submission.entity';

/** 409: this form was sent before, and the hour in which a lost answer could be given again is over. */
export class AlreadyReceived extends Conflict {
  constructor() {
    super(
      say(
        'เราได้รับเรื่องนี้ไว้แล้ว และออกรหัสให้ไปแล้ว หากไม่ได้จดรหัสไว้ กรุณาเปิดแบบฟอร์มใหม่แล้วแจ้งอีกครั้ง',
        'We have this report already and gave a code for it. If you have no code, open the form anew and report again.',
      ),
    );
  }
}

const HOUR_MS = 3_600_000;

/** A form sent twice makes one case; within an hour its lost answer is given again with a fresh receipt (PROCESS §4). */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly claims: Claims,
    private readonly clock: Clock,
  ) {}

  /** @throws AlreadyReceived */
  async once(
    key: string | undefined,
    file: (submission: Derived | null) => Promise<HandedReceipt>,
  ): Promise<HandedReceipt> {
    if (key === undefined) return file(null);
    const derived = this.receipts.deriveSubmission(key);
    if (await this.seen(derived)) return this.again(derived);
    try {
      return await file(derived);
    } catch (error) {
      if (isAlreadyThere(error) && (await this.seen(derived))) return this.again(derived);
      throw error;
    }
  }

  /** Inside the write that makes the case. */
  async note(ref: CaseRef, derived: Derived, pair: ReporterKey): Promise<void> {
    const until = new Date(this.clock.date().getTime() + HOUR_MS).toISOString();
    await this.database.write((em) => em.insert(Submission, { tag: derived.tag, caseId: ref.id }));
    await this.receipts.put(ref, 'submission', derived, pair, until);
  }

  private async renew(derived: Derived): Promise<HandedReceipt> {
    const opened = await this.receipts.find('submission', derived);
    if (!opened?.row.until) throw new AlreadyReceived();
    return this.claims.renew(opened, 'receiptRenewed', { derived, until: opened.row.until });
  }

  private async seen({ tag }: Derived): Promise<boolean> {
    return this.database.reader.existsBy(Submission, { tag });
  }

  private async again(derived: Derived): Promise<HandedReceipt> {
    try {
      return await this.renew(derived);
    } catch (error) {
      // Sent twice at the same moment: the faster one has renewed the receipt, this one renews it once more.
      if (error instanceof CodeUnknown) return this.renew(derived);
      throw error;
    }
  }
}
