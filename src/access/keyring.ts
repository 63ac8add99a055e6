import type { KeyPair } from '../platform/crypto/sealing';
import type { SecondFactor } from './second-factor.rules';

/** What an officer's passphrase opens (KEYS K5). Keyrings of the first version hold the private key alone. */
export interface Keyring {
  /** Base64. */
  readonly privateKey: string;
  readonly totp?: SecondFactor;
  /** Fingerprints of the units she works with, by unit. */
  readonly pins?: Pins;
}

export type Pins = Readonly<Record<string, string>>;

/** A keyring that was opened, with the key that can seal it again. */
export interface OpenKeyring {
  readonly key: Buffer;
  readonly pair: KeyPair;
  readonly held: Keyring;
}
