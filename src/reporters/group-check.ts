import { Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { Clock } from '../platform/clock';
import { hkdfExpand, hmac, sameBytes } from '../platform/crypto/kdf';
import { ServerSecret } from '../platform/crypto/server-secret';
import { toArabic } from '../platform/thai/digits';

const HOUR_MS = 3_600_000;
const GROUP = 4;
const GROUPS = 5;

/** What the slip's page carries instead of anything the server would have to remember. */
export interface GroupAsked {
  /** 1–5. */
  readonly group: number;
  readonly nonce: string;
  /** UTC ISO. */
  readonly until: string;
  /** Keyed: the four digits cannot be found from it without S. */
  readonly mac: string;
}

export type GroupAnswer = 'right' | 'wrong' | 'over';

/** Asks for one group of a receipt to be typed back. The server keeps nothing: the page carries a salted keyed check value. */
@Injectable()
export class GroupCheck {
  constructor(
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
  ) {}

  /** @param receipt 20 digits. */
  ask(receipt: string): GroupAsked {
    const group = randomInt(GROUPS) + 1;
    const nonce = randomBytes(16).toString('base64url');
    const until = new Date(this.clock.date().getTime() + HOUR_MS).toISOString();
    const digits = receipt.slice((group - 1) * GROUP, group * GROUP);
    return { group, nonce, until, mac: this.macOf(group, nonce, until, digits).toString('base64url') };
  }

  /** `typed` may hold Thai digits and spaces. */
  answer({ group, nonce, until, mac }: GroupAsked, typed: string): GroupAnswer {
    if (until <= this.clock.now()) return 'over';
    const digits = toArabic(typed).replace(/\s/g, '');
    return sameBytes(this.macOf(group, nonce, until, digits), Buffer.from(mac, 'base64url')) ? 'right' : 'wrong';
  }

  private macOf(group: number, nonce: string, until: string, digits: string): Buffer {
    const key = hkdfExpand(this.secret.subkey('receipt'), 'phitak/v1/receipt-group');
    return hmac(key, `${group}|${nonce}|${until}|${digits}`);
  }
}
