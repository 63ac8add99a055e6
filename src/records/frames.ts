import type { FileHandle } from 'node:fs/promises';
import type { StreamOpener, StreamSealer } from '../platform/crypto/secretstream';
import { PIECE_OVERHEAD } from '../platform/crypto/secretstream';
import { BROKEN, refused } from './errors';

/** What a backup is made of, in this order: one manifest, then tables with their rows, then files, then one end. */
export const KINDS = ['manifest', 'table', 'row', 'file', 'end'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

/** Plain bytes of one sealed piece; the last is filled with zeros, so that a size tells little. */
const PIECE = 65_536;
const SEALED_PIECE = PIECE + PIECE_OVERHEAD;
/** A frame's kind (1 byte, from 1) and the length of its payload (4 bytes). */
const FRONT = 5;
/** Far above the largest exhibit and the longest row. */
const LONGEST = 64 * 1024 * 1024;

/** Frames into sealed pieces, one piece in memory at a time. */
export class FrameWriter {
  private readonly piece = Buffer.alloc(PIECE);
  private filled = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly sealer: StreamSealer,
    private readonly context: Buffer,
  ) {}

  async write(kind: FrameKind, payload: Buffer): Promise<void> {
    const front = Buffer.alloc(FRONT);
    front[0] = KINDS.indexOf(kind) + 1;
    front.writeUInt32BE(payload.length, 1);
    await this.add(front);
    await this.add(payload);
  }

  /** The last piece, with the final tag; on the disk when this ends. */
  async finish(): Promise<void> {
    this.piece.fill(0, this.filled);
    await this.push(true);
    await this.file.sync();
  }

  private async add(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      if (this.filled === PIECE) await this.push(false);
      const copied = bytes.copy(this.piece, this.filled, from);
      this.filled += copied;
      from += copied;
    }
  }

  private async push(last: boolean): Promise<void> {
    const sealed = this.sealer.push(this.context, this.piece, last);
    await this.file.appendFile(sealed);
    this.filled = 0;
  }
}

/** Sealed pieces back into frames. Whatever is cut, changed or added is BackupRefused, at the latest at the end. */
export class FrameReader {
  private piece: Buffer = Buffer.alloc(0);
  private at = 0;
  private last = false;

  /** @param position where the stream begins in the file, in bytes */
  constructor(
    private readonly file: FileHandle,
    private readonly opener: StreamOpener,
    private readonly context: Buffer,
    private position: number,
  ) {}

  /** @throws BackupRefused SealBroken */
  async *frames(): AsyncGenerator<Frame> {
    for (;;) {
      const front = await this.take(FRONT);
      const kind = KINDS[(front[0] ?? 0) - 1];
      const length = front.readUInt32BE(1);
      if (!kind || length > LONGEST) throw refused(BROKEN);
      yield { kind, payload: await this.take(length) };
      if (kind !== 'end') continue;
      if (!this.last || (await this.file.stat()).size !== this.position) throw refused(BROKEN);
      return;
    }
  }

  private async take(length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    for (let filled = 0; filled < length;) {
      if (this.at === this.piece.length) await this.next();
      const copied = this.piece.copy(bytes, filled, this.at);
      this.at += copied;
      filled += copied;
    }
    return bytes;
  }

  private async next(): Promise<void> {
    const sealed = Buffer.alloc(SEALED_PIECE);
    const { bytesRead } = await this.file.read(sealed, 0, SEALED_PIECE, this.position);
    if (this.last || bytesRead !== SEALED_PIECE) throw refused(BROKEN);
    ({ piece: this.piece, last: this.last } = this.opener.pull(this.context, sealed));
    this.position += SEALED_PIECE;
    this.at = 0;
  }
}
