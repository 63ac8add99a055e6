import sodium from 'sodium-native';
import { SealBroken } from './sealing';

type State = ReturnType<typeof sodium.crypto_secretstream_xchacha20poly1305_state_new>;
/** A buffer in the library, an opaque object of another making in its types. */
const newState = (): State => Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES) as unknown as State;

const MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
const LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL;

/** Bytes of a stream's own header, and what sealing adds to a piece. */
export const STREAM_HEADER_BYTES = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES;
export const PIECE_OVERHEAD = sodium.crypto_secretstream_xchacha20poly1305_ABYTES;

/** Secretstream (KEYS K0) piece by piece, for what is too large to hold in memory. `context` is the AAD of every piece. */
export class StreamSealer {
  readonly header = Buffer.alloc(STREAM_HEADER_BYTES);
  private readonly state = newState();

  constructor(key: Buffer) {
    sodium.crypto_secretstream_xchacha20poly1305_init_push(this.state, this.header, key);
  }

  push(context: Buffer, piece: Buffer, last: boolean): Buffer {
    const sealed = Buffer.alloc(piece.length + PIECE_OVERHEAD);
    sodium.crypto_secretstream_xchacha20poly1305_push(this.state, sealed, piece, context, last ? LAST : MORE);
    return sealed;
  }
}

export class StreamOpener {
  private readonly state = newState();

  constructor(key: Buffer, header: Buffer) {
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(this.state, header, key);
  }

  /** @throws SealBroken on a wrong key, a changed or reordered piece, or another context. */
  pull(context: Buffer, sealed: Buffer): { readonly piece: Buffer; readonly last: boolean } {
    if (sealed.length < PIECE_OVERHEAD) throw new SealBroken();
    const piece = Buffer.alloc(sealed.length - PIECE_OVERHEAD);
    const tag = Buffer.alloc(1);
    try {
      sodium.crypto_secretstream_xchacha20poly1305_pull(this.state, piece, tag, sealed, context);
    } catch {
      throw new SealBroken();
    }
    return { piece, last: tag[0] === Number(LAST) };
  }
}
