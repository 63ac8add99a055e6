import type { KeyPair } from '../platform/crypto/sealing';
import type { Pins } from './keyring';
import type { Role } from './roles';

/** Why a session opens the account's own pages only. */
export type Lock = 'passphrase' | 'secondFactor';

/** What the session knows of the officer's own account. */
export interface OwnAccount {
  /** Seals her keyring again: for `Keyrings.update` alone. */
  readonly key: Buffer;
  readonly passphraseIsOwn: boolean;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
  /** She has shown passphrase and code within the last five minutes. */
  readonly isFresh: boolean;
}

/** Who is looking. Every look-up of a case takes one, so that "not yours" is part of the query. */
export interface Looker {
  readonly officerId: string;
  /** The province's code, `NWT`. */
  readonly province: string;
  readonly username: string;
  readonly name: string;
  /** Those of her roles that open the door she came through. */
  readonly roles: readonly Role[];
  /** Every role of hers, for the menu; left out where no door narrowed them. */
  readonly offices?: readonly Role[];
  /** Of an agency contact, `NWT-LAND`. */
  readonly agencyCode: string | null;
  /** Of someone at the desk: `alternative` takes only what concerns the desk's own people (KEYS K9). */
  readonly deskUnit: 'alternative' | null;
  /** Counts the pairs this person has had. */
  readonly keyEpoch: number;
  /** Cases that are hidden from her (KEYS K11): no query, count or reading of hers reaches them. */
  readonly hidden: readonly string[];
  /** Names the session in the audit trail; it opens nothing. Empty when there is none (command line, demo). */
  readonly sessionId: string;
  /** The officer's own key pair, as far as this session may use it (KEYS K5). */
  readonly keyring: KeyPair | null;
  /** Unit fingerprints her keyring holds, by unit; left out where there is no session. */
  readonly pins?: Pins;
  /** Left out where there is no session. */
  readonly account?: OwnAccount;
  /** Set by the guard: this session opens the account's own pages only. */
  readonly lock?: Lock;
}

export const hasRole = (looker: Pick<Looker, 'roles'>, ...roles: readonly Role[]): boolean =>
  roles.some((role) => looker.roles.includes(role));
