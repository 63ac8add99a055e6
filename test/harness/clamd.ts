import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';

/** A virus scanner at the edge of the world: speaks INSTREAM, finds whatever holds `BAD`. */
export class FakeClamd {
  static readonly BAD = 'X5O-KANARI-BAD';
  readonly seen: Buffer[] = [];
  private readonly open = new Set<Socket>();
  private readonly server = createServer({ allowHalfOpen: true }, (socket) => {
    this.open.add(socket.once('close', () => this.open.delete(socket)));
    const pieces: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      pieces.push(piece);
      if (!Buffer.concat(pieces.slice(-2)).subarray(-4).equals(Buffer.alloc(4))) return;
      const bytes = unframed(Buffer.concat(pieces));
      if (!bytes) return;
      this.seen.push(bytes);
      socket.end(bytes.includes(FakeClamd.BAD) ? 'stream: Kanari-Test FOUND\0' : 'stream: OK\0');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    // Whoever was killed in the midst of a file never ends it.
    for (const socket of this.open) socket.destroy();
    await closed;
  }
}

/** The bytes between the command and the piece of length zero; null while more is to come. */
function unframed(all: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (!all.subarray(0, command.length).equals(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= all.length;) {
    const length = all.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
