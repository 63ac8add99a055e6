import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { Looker } from '../access/looker';
import type { Actor, NewLine } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { CaseClocks } from '../deadlines/case-clocks';
import { Clock } from '../platform/clock';
import { newClaimDigits, newReceiptDigits } from '../platform/crypto/codes';
import type { ReceivedFile } from '../platform/http/multipart';
import { Submissions } from '../reporters/submissions';
import type { DeskComplaintInput, PublicComplaintInput } from './complaint-input';
import { NewFiles } from './new-files';
import type { Opening } from './opening';
import { openingFromDesk, openingFromPublic } from './opening';

/** What a reporter who files herself is handed, once. */
export interface Filed {
  readonly number: string;
  readonly receipt: string;
  /** By when a person will have answered her. */
  readonly acknowledgeBy: string;
  /** How many files were taken, and the names of those the virus scanner kept out; absent when none came. */
  readonly files?: number;
  readonly leftOut?: readonly string[];
}

/** What the desk hands out for a report it typed: never a receipt. */
export interface Entered {
  readonly number: string;
  readonly ticket?: string;
  readonly claimCode: string;
  readonly acknowledgeBy: string;
}

const CLAIM_DAYS = 30;
/** Channels by which the reporter is there, or on the line, and takes the code with her. */
const HANDED_OVER: readonly string[] = ['walk_in', 'telephone', 'hotline', 'information_centre', 'mobile_unit'];

/** Step 1: a complaint arrives. Case, receipt, sealed words, clocks and first line come about together or not at all. */
@Injectable()
export class ReceiveService {
  constructor(
    private readonly files: NewFiles,
    private readonly submissions: Submissions,
    private readonly clocks: CaseClocks,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** From the reporter herself. @throws WrongFields FilesTooLarge Busy AlreadyReceived */
  async receive(input: PublicComplaintInput, files: readonly ReceivedFile[] = []): Promise<Filed> {
    const opening = openingFromPublic(input, this.province, this.clock.now());
    const line = receivedLine(opening, { kind: 'reporter', id: null }, true);
    let told: Pick<Filed, 'files' | 'leftOut'> = {};
    const { number, receipt } = await this.submissions.once(input.submissionKey, async (submission) => {
      const code = newReceiptDigits();
      const made = await this.files.make(
        input,
        opening,
        line,
        { purpose: 'receipt', digits: code, days: null },
        submission,
        { files, infected: 'leave_out', noticesTo: input.noticeEmail ?? null },
      );
      if (files.length > 0) told = { files: made.files, leftOut: made.leftOut };
      return { number: made.file.number, receipt: code };
    });
    return { number, receipt, ...told, acknowledgeBy: await this.acknowledgeBy(number) };
  }

  /** Typed by an officer, from whatever channel. @throws WrongFields FilesTooLarge Busy */
  async enter(looker: Looker, input: DeskComplaintInput, files: readonly ReceivedFile[] = []): Promise<Entered> {
    const opening = openingFromDesk(input, this.province, this.clock.now(), looker.officerId);
    const line = receivedLine(opening, officer(looker), HANDED_OVER.includes(opening.channel));
    const claimCode = newClaimDigits();
    const behind = { purpose: 'claim', digits: claimCode, days: CLAIM_DAYS } as const;
    const enclosed = { files, infected: 'refuse', noticesTo: null } as const;
    const { file } = await this.files.make(input, opening, line, behind, null, enclosed);
    const { number, queueTicket } = file;
    const ticket = queueTicket ? { ticket: queueTicket } : {};
    return { number, ...ticket, claimCode, acknowledgeBy: await this.acknowledgeBy(number) };
  }

  private async acknowledgeBy(number: string): Promise<string> {
    return (await this.clocks.dueOf(number, 'personal_ack')) ?? this.clock.now();
  }
}

const receivedLine = (opening: Opening, by: Actor, handedOut: boolean): NewLine => ({
  kind: 'received',
  by,
  at: opening.receivedAt,
  data: { channel: opening.channel, type: opening.type, handedOut },
});
