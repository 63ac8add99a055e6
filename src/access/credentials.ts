import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Attempts } from './attempts';
import { Codes } from './codes';
import type { Keyring, OpenKeyring } from './keyring';
import { Keyrings } from './keyrings';
import type { Officer } from './officer.entity';

/** What somebody types to show who she is, and from where. */
export interface Shown {
  readonly passphrase: string;
  /** Of the second factor; empty when none was typed. */
  readonly code: string;
  /** Of the network. Kept in memory only. */
  readonly address: string;
}

/** A code that another request used in the same moment. */
class CodeSpent extends Error {}

/** The passphrase and the second factor, asked at sign-in and again before what matters most. */
@Injectable()
export class Credentials {
  constructor(
    private readonly keyrings: Keyrings,
    private readonly codes: Codes,
    private readonly attempts: Attempts,
    private readonly settings: Settings,
  ) {}

  /**
   * The opened keyring, or null: wrong name, closed account, wrong passphrase, wrong, used or missing code, all after
   * the same derivation. A code that was taken is spent.
   * @param username as it was read, also when nobody has it.
   * @throws TooManyTries Busy
   */
  async check(officer: Officer | null, username: string, shown: Shown): Promise<OpenKeyring | null> {
    return this.slowed(username, shown, async () => {
      const opened = await this.keyrings.open(officer, username, shown.passphrase);
      if (!opened || !officer?.active) return null;
      if (!opened.held.totp || !this.settings.twoFactor) return opened;
      const held = await this.spent(officer, opened, shown.code);
      return held && { ...opened, held };
    });
  }

  /** The passphrase alone, for who has a session already. @throws TooManyTries Busy */
  async passphrase(officer: Officer, shown: Omit<Shown, 'code'>): Promise<OpenKeyring | null> {
    return this.slowed(officer.username, shown, () => this.keyrings.open(officer, officer.username, shown.passphrase));
  }

  /** One count for whatever was wrong: nobody is to learn that only the code was. */
  private async slowed(
    username: string,
    { address }: Pick<Shown, 'address'>,
    open: () => Promise<OpenKeyring | null>,
  ): Promise<OpenKeyring | null> {
    const key = `${username}|${address}`;
    this.attempts.mustWait(key);
    const opened = await open();
    if (opened) this.attempts.succeeded(key);
    else this.attempts.failed(key);
    return opened;
  }

  /**
   * Takes the code out of the stored keyring: who comes second with it, in whatever process, finds it gone. Guessing
   * codes is slowed for the officer wherever it comes from: only who has her passphrase gets this far.
   */
  private async spent(officer: Officer, { key, held }: OpenKeyring, typed: string): Promise<Keyring | null> {
    const guessing = `code|${officer.id}`;
    const left = (now: Keyring) => (now.totp ? this.codes.spend(officer.id, now.totp, typed) : null);
    if (this.attempts.isWaiting(guessing) || !left(held)) {
      if (typed !== '') this.attempts.failed(guessing);
      return null;
    }
    try {
      const next = await this.keyrings.update(officer, key, (now) => {
        const totp = left(now);
        if (!totp) throw new CodeSpent();
        return { ...now, totp };
      });
      this.attempts.succeeded(guessing);
      return next;
    } catch (error) {
      if (error instanceof CodeSpent) return null;
      throw error;
    }
  }
}
