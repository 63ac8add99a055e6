import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ArgonQueue, PASSPHRASE_COST } from '../platform/crypto/argon';
import { hkdf, hmac, sameBytes } from '../platform/crypto/kdf';
import type { KeyPair } from '../platform/crypto/sealing';
import { SealBroken, newKeyPair, open, padText, publicKeyOf, seal, unpadText } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { SignInNeeded } from '../platform/errors';
import { ChangedMeanwhile } from './access.errors';
import type { Keyring, OpenKeyring } from './keyring';
import { Officer } from './officer.entity';
import { canonicalPassphrase } from './passphrase.rules';

/** The columns of an officer that hold the keyring. */
export type KeyColumns = Pick<Officer, 'salt' | 'keyring' | 'keyEpoch' | 'publicKey' | 'publicKeyMac'>;
type Owner = Pick<Officer, 'id' | 'province'>;

/** A keyring just sealed: what is stored, and the key that opens it. */
export interface Sealed {
  readonly columns: KeyColumns;
  readonly key: Buffer;
}

const TRIES = 5;

/** Makes and opens keyrings. Opening one is the password check (KEYS K5). */
@Injectable()
export class Keyrings {
  /** Opened for who is not there, so that a wrong name takes as long as a wrong passphrase. */
  private readonly decoy = seal(Buffer.alloc(32, 1), 'decoy', padText('decoy'));

  constructor(
    private readonly argon: ArgonQueue,
    private readonly secret: ServerSecret,
    private readonly database: Database,
  ) {}

  /** A new pair under this passphrase, and nothing else with it. Not inside a write: it derives. @throws Busy */
  async make(owner: Owner, keyEpoch: number, passphrase: string): Promise<Sealed> {
    const { publicKey, privateKey } = newKeyPair();
    const hex = publicKey.toString('hex');
    const key = { keyEpoch, publicKey: hex, publicKeyMac: this.macOf(owner, keyEpoch, hex) };
    return this.seal({ ...owner, ...key }, passphrase, { privateKey: privateKey.toString('base64') });
  }

  /** The same keyring under another passphrase. Not inside a write: it derives. @throws Busy */
  async reseal(officer: Officer, held: Keyring, passphrase: string): Promise<Sealed> {
    return this.seal(officer, passphrase, held);
  }

  /** Null when the passphrase is not the one. The same work for `null`, who has no account. @throws Busy */
  async open(officer: Officer | null, username: string, passphrase: string): Promise<OpenKeyring | null> {
    const salt = officer ? Buffer.from(officer.salt, 'hex') : this.saltOfNobody(username);
    const key = await this.keyOf(passphrase, salt);
    if (officer) return this.openWith(officer, key);
    try {
      open(key, '', this.decoy);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
    return null;
  }

  /** The keyring as it is stored now; null when this is not its key or the public key beside it not its own. */
  openWith(officer: Officer, key: Buffer): OpenKeyring | null {
    try {
      const plain = unpadText(open(key, contextOf(officer, officer.keyEpoch), Buffer.from(officer.keyring, 'base64')));
      const held = JSON.parse(plain) as Keyring;
      return { key, held, pair: this.pairOf(officer, Buffer.from(held.privateKey, 'base64')) };
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /**
   * Changes what an officer's keyring holds, without her passphrase: her session keeps the key. Two changes at the same
   * moment both count, in some order: `change` is asked again with what the other one left. What it throws ends it.
   * @param sessionKey `looker.account.key`
   * @throws SignInNeeded when the keyring got another key meanwhile. @throws ChangedMeanwhile when it never comes to rest.
   */
  async update(officer: Pick<Officer, 'id'>, sessionKey: Buffer, change: (held: Keyring) => Keyring): Promise<Keyring> {
    return this.database.write(async (em) => {
      for (let tries = 0; tries < TRIES; tries++) {
        const stored = await em.findOneByOrFail(Officer, { id: officer.id });
        const opened = this.openWith(stored, sessionKey);
        if (!opened) throw new SignInNeeded();
        const next: Keyring = { ...change(opened.held), privateKey: opened.held.privateKey };
        const keyring = this.envelope(stored, sessionKey, next);
        const { affected } = await em.update(Officer, { id: stored.id, keyring: stored.keyring }, { keyring });
        if (affected === 1) return next;
      }
      throw new ChangedMeanwhile();
    });
  }

  /** Asked before anything is sealed to an officer's public key. */
  isOurs(officer: Officer): boolean {
    const mac = this.macOf(officer, officer.keyEpoch, officer.publicKey);
    return sameBytes(Buffer.from(mac), Buffer.from(officer.publicKeyMac));
  }

  /** @throws SealBroken when the public key beside the private one is not its own or not one we wrote (KEYS K3, K4). */
  private pairOf(officer: Officer, privateKey: Buffer): KeyPair {
    const publicKey = publicKeyOf(privateKey);
    if (publicKey.toString('hex') !== officer.publicKey || !this.isOurs(officer)) throw new SealBroken();
    return { publicKey, privateKey };
  }

  private async seal(
    of: Owner & Pick<Officer, 'keyEpoch' | 'publicKey' | 'publicKeyMac'>,
    passphrase: string,
    held: Keyring,
  ): Promise<Sealed> {
    const salt = randomBytes(16);
    const key = await this.keyOf(passphrase, salt);
    const { keyEpoch, publicKey, publicKeyMac } = of;
    const keyring = this.envelope(of, key, held);
    return { key, columns: { salt: salt.toString('hex'), keyring, keyEpoch, publicKey, publicKeyMac } };
  }

  private envelope(of: Owner & Pick<Officer, 'keyEpoch'>, key: Buffer, held: Keyring): string {
    return seal(key, contextOf(of, of.keyEpoch), padText(JSON.stringify(held))).toString('base64');
  }

  private async keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
    const stretched = await this.argon.derive('signIn', canonicalPassphrase(passphrase), salt, PASSPHRASE_COST);
    return hkdf(hmac(this.secret.subkey('member'), stretched), 'phitak/v1/member-keyring');
  }

  private saltOfNobody(username: string): Buffer {
    return hmac(this.secret.subkey('member'), `phitak/v1/salt-of-nobody|${username}`).subarray(0, 16);
  }

  private macOf(owner: Owner, keyEpoch: number, publicKey: string): string {
    const message = `phitak/v1/officer-key|${owner.province}|${owner.id}|${keyEpoch}|${publicKey}`;
    return hmac(this.secret.subkey('directory'), message).toString('hex');
  }
}

const contextOf = (owner: Owner, keyEpoch: number): string =>
  `phitak/v1/officer-keyring|${owner.province}|${owner.id}|${keyEpoch}`;
