import { Injectable } from '@nestjs/common';
import { words } from '../layout/words/words';
import type { FieldError } from '../platform/errors';
import type { HandedReceipt } from './claims';
import type { PublicFrame } from './frame';
import { numberIn, provinceName } from './frame';
import type { GroupAnswer } from './group-check';
import { GroupCheck } from './group-check';
import { notedPage, overPage, receiptPage } from './receipt-page';
import type { ConfirmationInput, SlipFileInput } from './slip-input';
import { Standings } from './standings';
import { reportersWords } from './words';

/** A page with the status it is answered with. */
export interface Answer {
  readonly status: number;
  readonly html: string;
}

/** What is known already when a slip is handed out. */
interface Known {
  /** When she will be answered. */
  readonly by?: string;
  /** What else came of the form. */
  readonly notes?: readonly string[];
}

/** The slip in the reporter's hands: on a page, in a file, and looked at once more before she goes. */
@Injectable()
export class Slips {
  constructor(
    private readonly check: GroupCheck,
    private readonly standings: Standings,
  ) {}

  async handOut(
    frame: PublicFrame,
    { number, receipt }: HandedReceipt,
    { by, notes = [] }: Known = {},
  ): Promise<string> {
    const slip = { number, receipt, by: by ?? (await this.standings.acknowledgedBy(number)), notes };
    return receiptPage({ frame, slip, asked: this.check.ask(receipt), errors: [] });
  }

  /** One group typed back, or a tick. The code stands on the page again only where the browser sent it back. */
  confirm(frame: PublicFrame, input: ConfirmationInput): Answer {
    const { number, by = null, receipt = null, digits = '', noted = false } = input;
    if (noted) return { status: 200, html: notedPage(frame, { number, by }) };
    const answer = digits ? this.check.answer(input, digits) : 'none';
    if (answer === 'right') return { status: 200, html: notedPage(frame, { number, by }) };
    if (answer === 'over') return { status: 410, html: overPage(frame) };
    const errors = [faultOf(frame, answer, input.group)];
    return { status: 400, html: receiptPage({ frame, slip: { number, receipt, by }, asked: input, errors }) };
  }

  /** For a text file; made from what her own page sent, written nowhere. */
  text(frame: PublicFrame, { number, receipt, by }: SlipFileInput): string {
    const w = words(frame.lang);
    const { where, keep, notedBy } = reportersWords(frame.lang).slip;
    const groups = (receipt.match(/\d{4}/g) ?? []).join(' ');
    const lines = [
      `${w.app.name} · ${w.app.of(provinceName(frame))}`,
      `${w.receipt.code}: ${groups}`,
      `${w.receipt.number}: ${numberIn(frame, number)}`,
      ...(by ? [notedBy(by)] : []),
      `${where} /status`,
      keep,
    ];
    return `${lines.join('\r\n')}\r\n`;
  }
}

function faultOf({ lang }: PublicFrame, answer: GroupAnswer | 'none', group: number): FieldError {
  const { wrong, choose } = reportersWords(lang).slip;
  return { field: 'digits', message: answer === 'none' ? choose(group) : wrong(group) };
}
