import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { NewLine } from '../cases/story-line';
import { Evidence } from '../evidence/evidence';
import type { WhenInfected } from '../evidence/admissions';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { ReceivedFile } from '../platform/http/multipart';
import { Addresses } from '../reporters/addresses';
import type { Derived } from '../reporters/receipts';
import { Receipts } from '../reporters/receipts';
import { Submissions } from '../reporters/submissions';
import { Compartments } from '../vault/compartments';
import { Vault } from '../vault/vault';
import { Conflicts } from './conflicts';
import type { ComplaintInput } from './complaint-input';
import type { Opening } from './opening';
import { allegationOf, identityOf } from './sealed-words';

/** The secret behind which the reporter's key is put, and for how many days. */
export interface Behind {
  readonly purpose: 'receipt' | 'claim';
  readonly digits: string;
  readonly days: number | null;
}

/** What came with it. */
export interface Enclosed {
  readonly files: readonly ReceivedFile[];
  readonly infected: WhenInfected;
  /** The reporter's address for notices. */
  readonly noticesTo: string | null;
}

export interface Made {
  readonly file: CaseFile;
  readonly files: number;
  /** Names of files the scanner kept out. */
  readonly leftOut: readonly string[];
}

/** Opens a case with everything that belongs to it, in one write. */
@Injectable()
export class NewFiles {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly compartments: Compartments,
    private readonly vault: Vault,
    private readonly receipts: Receipts,
    private readonly submissions: Submissions,
    private readonly conflicts: Conflicts,
    private readonly evidence: Evidence,
    private readonly addresses: Addresses,
    private readonly clock: Clock,
  ) {}

  /** Files and the slow derivation come first, outside the write. @throws WrongFields FilesTooLarge Busy NotNow */
  async make(
    input: ComplaintInput,
    opening: Opening,
    line: NewLine,
    { purpose, digits, days }: Behind,
    submission: Derived | null,
    { files, infected, noticesTo }: Enclosed,
  ): Promise<Made> {
    const admission = await this.evidence.admit(files, infected);
    const derived = await this.receipts.derive(purpose, digits, 'filing');
    const until = days === null ? null : new Date(this.clock.date().getTime() + days * 86_400_000).toISOString();
    const pair = this.receipts.newPair();
    const conflict = await this.conflicts.in(input);
    const made = await this.database.write(() =>
      this.cases.open({ ...opening, handledBy: conflict.handledBy }, line, async (file) => {
        await this.conflicts.wallIn(file, conflict);
        await this.compartments.openCase(file, pair);
        await this.receipts.put(file, purpose, derived, pair, until);
        if (noticesTo !== null) await this.addresses.leave(file, noticesTo);
        if (submission) await this.submissions.note(file, submission, pair);
        await this.evidence.enter(file, admission, 'filing', line.by);
        return this.sealWords(file, input);
      }),
    );
    return { file: made, files: admission.taken.length, leftOut: admission.leftOut };
  }

  private async sealWords(file: CaseFile, input: ComplaintInput) {
    const identity = identityOf(input);
    return {
      allegationItem: await this.vault.seal(file, 'dialogue', 'allegation', JSON.stringify(allegationOf(input))),
      identityItem: identity ? await this.vault.seal(file, 'identity', 'identity', JSON.stringify(identity)) : null,
    };
  }
}
