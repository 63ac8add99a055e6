import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { hmac } from '../platform/crypto/kdf';
import { SealBroken, open, padText, seal, unpadText } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import type { SecondFactor } from './second-factor.rules';
import { newRecoveryCodes, newSecret, spend, stepOf } from './second-factor.rules';

/** A secret that was shown and waits for its first code. */
export interface Offer {
  readonly secret: string;
  /** Base64 envelope of the secret under the officer's own keyring key: the page keeps it, the server does not. */
  readonly sealed: string;
}

interface Offered {
  readonly secret: string;
  readonly until: number;
}

const OFFER_MS = 15 * 60_000;

/** Codes of the second factor, at this moment and under this server's secret. */
@Injectable()
export class Codes {
  constructor(
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
  ) {}

  /** @returns what is left of the factor, or null when the code does not open. */
  spend(officerId: string, factor: SecondFactor, typed: string): SecondFactor | null {
    return spend(factor, typed, this.now(), (code) => this.macOf(officerId, code));
  }

  /** A new secret, good for a quarter of an hour. */
  offer(officerId: string, key: Buffer): Offer {
    const offered: Offered = { secret: newSecret(), until: this.now() + OFFER_MS };
    const envelope = seal(key, contextOf(officerId), padText(JSON.stringify(offered)));
    return { secret: offered.secret, sealed: envelope.toString('base64') };
  }

  /** The secret that was offered to this officer; null when it is too old or not ours. */
  offered(officerId: string, key: Buffer, sealed: string): string | null {
    try {
      const plain = unpadText(open(key, contextOf(officerId), Buffer.from(sealed, 'base64')));
      const { secret, until } = JSON.parse(plain) as Offered;
      return until > this.now() ? secret : null;
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /** The factor that this first code confirms, without recovery codes yet; null when the code is wrong. */
  confirmed(secret: string, typed: string): SecondFactor | null {
    const step = stepOf(secret, typed, this.now());
    return step === null ? null : { secret, step, recovery: [] };
  }

  /** Ten codes, and what is kept of them. */
  recovery(officerId: string): { readonly codes: readonly string[]; readonly macs: readonly string[] } {
    const codes = newRecoveryCodes();
    return { codes, macs: codes.map((code) => this.macOf(officerId, code)) };
  }

  private macOf(officerId: string, code: string): string {
    return hmac(this.secret.subkey('member'), `phitak/v1/recovery-code|${officerId}|${code}`).toString('hex');
  }

  private now(): number {
    return this.clock.date().getTime();
  }
}

const contextOf = (officerId: string): string => `phitak/v1/second-factor-offer|${officerId}`;
