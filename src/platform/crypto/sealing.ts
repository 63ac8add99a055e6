import sodium from 'sodium-native';

declare module 'sodium-native' {
  /** Missing in the types. */
  const crypto_secretstream_xchacha20poly1305_STATEBYTES: number;
}

/** An envelope, key or context did not fit: refuse and alarm (KEYS K3). The message never says more. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed value does not belong where it stands.');
  }
}

export interface KeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

const VERSION = 1;
const XCHACHA20_POLY1305 = 1;
const HEADER = 2;
const NONCE = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
const TAG = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;

export function randomKey(): Buffer {
  const key = Buffer.alloc(32);
  sodium.randombytes_buf(key);
  return key;
}

export function newKeyPair(): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const privateKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, privateKey);
  return { publicKey, privateKey };
}

/** X25519 public key of a private key. */
export function publicKeyOf(privateKey: Buffer): Buffer {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  sodium.crypto_scalarmult_base(publicKey, privateKey);
  return publicKey;
}

/** Envelope `version ‖ algorithm ‖ nonce ‖ ciphertext`, XChaCha20-Poly1305-IETF, random nonce (KEYS K0). `context` is the mandatory AAD. */
export function seal(key: Buffer, context: string, plain: Buffer): Buffer {
  const envelope = Buffer.alloc(HEADER + NONCE + plain.length + TAG);
  envelope[0] = VERSION;
  envelope[1] = XCHACHA20_POLY1305;
  const nonce = envelope.subarray(HEADER, HEADER + NONCE);
  sodium.randombytes_buf(nonce);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    envelope.subarray(HEADER + NONCE),
    plain,
    Buffer.from(context),
    null,
    nonce,
    key,
  );
  return envelope;
}

/** @throws SealBroken on a wrong key, a changed byte or another context. */
export function open(key: Buffer, context: string, envelope: Buffer): Buffer {
  if (envelope.length < HEADER + NONCE + TAG || envelope[0] !== VERSION || envelope[1] !== XCHACHA20_POLY1305) {
    throw new SealBroken();
  }
  const plain = Buffer.alloc(envelope.length - HEADER - NONCE - TAG);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      plain,
      null,
      envelope.subarray(HEADER + NONCE),
      Buffer.from(context),
      envelope.subarray(HEADER, HEADER + NONCE),
      key,
    );
  } catch {
    throw new SealBroken();
  }
  return plain;
}

/**
 * A 32-byte key sealed to a public key. Sealed boxes have no AAD, so the plaintext is `context ‖ 0 ‖ key`
 * and the context is compared on opening (KEYS K3).
 */
export function sealKeyTo(publicKey: Buffer, context: string, key: Buffer): Buffer {
  const message = Buffer.concat([Buffer.from(context), Buffer.from([0]), key]);
  const box = Buffer.alloc(message.length + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(box, message, publicKey);
  return box;
}

/** @throws SealBroken when the box is not for this key or not for this context. */
export function openKey(pair: KeyPair, context: string, box: Buffer): Buffer {
  if (box.length < sodium.crypto_box_SEALBYTES) throw new SealBroken();
  const message = Buffer.alloc(box.length - sodium.crypto_box_SEALBYTES);
  if (!sodium.crypto_box_seal_open(message, box, pair.publicKey, pair.privateKey)) throw new SealBroken();
  const at = message.length - 33;
  if (at < 0 || message[at] !== 0 || message.subarray(0, at).toString() !== context) throw new SealBroken();
  return message.subarray(at + 1);
}

const STEP = 256;
const LARGE = 4096;

/** Texts padded to 256-byte steps up to 4 KiB, then to 4 KiB steps, so that a length tells little (KEYS "Primitives"). */
export function padText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const needed = bytes.length + 4;
  const step = needed <= LARGE ? STEP : LARGE;
  const padded = Buffer.alloc(Math.ceil(needed / step) * step);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, 4);
  return padded;
}

/** @throws SealBroken when the length does not fit. */
export function unpadText(padded: Buffer): string {
  const length = padded.length >= 4 ? padded.readUInt32BE(0) : Infinity;
  if (length + 4 > padded.length) throw new SealBroken();
  return padded.subarray(4, 4 + length).toString('utf8');
}

const SECRETSTREAM = 2;
const FILE_STEP = 65_536;
const STREAM_HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES;
const STREAM_TAG = sodium.crypto_secretstream_xchacha20poly1305_ABYTES;
const STATE = sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES;
const LENGTH = 8;

/** Numbers in the library, buffers in its types. */
const MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
const LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;

/** A buffer in the library, an opaque object of another making in its types. */
type State = ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_state_new>;
const newState = (): State => Buffer.alloc(STATE) as unknown as State;

/**
 * A file as `version ‖ algorithm ‖ header ‖ pieces` of secretstream (KEYS K0), each piece 64 KiB of `length ‖ bytes ‖
 * zeros`, so that a size tells little. `context` is the AAD of every piece; the last one carries the final tag.
 */
export function sealBytes(key: Buffer, context: string, plain: Buffer): Buffer {
  const pieces = Math.ceil((plain.length + LENGTH) / FILE_STEP);
  const padded = Buffer.alloc(pieces * FILE_STEP);
  padded.writeBigUInt64BE(BigInt(plain.length), 0);
  plain.copy(padded, LENGTH);
  const sealed = Buffer.alloc(HEADER + STREAM_HEADER + pieces * (FILE_STEP + STREAM_TAG));
  sealed[0] = VERSION;
  sealed[1] = SECRETSTREAM;
  const state = newState();
  sodium.crypto_secretstream_xchacha20poly1305_init_push(state, sealed.subarray(HEADER, HEADER + STREAM_HEADER), key);
  const aad = Buffer.from(context);
  for (let no = 0; no < pieces; no++) {
    const at = HEADER + STREAM_HEADER + no * (FILE_STEP + STREAM_TAG);
    sodium.crypto_secretstream_xchacha20poly1305_push(
      state,
      sealed.subarray(at, at + FILE_STEP + STREAM_TAG),
      padded.subarray(no * FILE_STEP, (no + 1) * FILE_STEP),
      aad,
      no === pieces - 1 ? LAST : MORE,
    );
  }
  return sealed;
}

/** @throws SealBroken on a wrong key, a changed, missing, added or reordered piece, or another context. */
export function openBytes(key: Buffer, context: string, sealed: Buffer): Buffer {
  const pieces = (sealed.length - HEADER - STREAM_HEADER) / (FILE_STEP + STREAM_TAG);
  if (!Number.isInteger(pieces) || pieces < 1 || sealed[0] !== VERSION || sealed[1] !== SECRETSTREAM) {
    throw new SealBroken();
  }
  const padded = Buffer.alloc(pieces * FILE_STEP);
  const state = newState();
  const aad = Buffer.from(context);
  const tag = Buffer.alloc(1);
  try {
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, sealed.subarray(HEADER, HEADER + STREAM_HEADER), key);
    for (let no = 0; no < pieces; no++) {
      const at = HEADER + STREAM_HEADER + no * (FILE_STEP + STREAM_TAG);
      const piece = padded.subarray(no * FILE_STEP, (no + 1) * FILE_STEP);
      const from = sealed.subarray(at, at + FILE_STEP + STREAM_TAG);
      sodium.crypto_secretstream_xchacha20poly1305_pull(state, piece, tag, from, aad);
      if ((tag[0] === Number(LAST)) !== (no === pieces - 1)) throw new SealBroken();
    }
  } catch {
    throw new SealBroken();
  }
  const length = Number(padded.readBigUInt64BE(0));
  if (length > padded.length - LENGTH) throw new SealBroken();
  return padded.subarray(LENGTH, LENGTH + length);
}
