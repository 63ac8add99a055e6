import { Injectable } from '@nestjs/common';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Settings } from '../platform/config/settings';
import { errorLine, log } from '../platform/log';

export type Verdict = 'clean' | 'infected' | 'not_scanned';

const PIECE = 64 * 1024;
const PATIENCE_MS = 20_000;

/** Asks clamd, the bytes streamed from memory (INSTREAM). What cannot be asked is not scanned, and says so. */
@Injectable()
export class Scanner {
  constructor(private readonly settings: Settings) {}

  async scan(bytes: Buffer): Promise<Verdict> {
    const at = this.settings.clamdSocket;
    if (at === null) return 'not_scanned';
    try {
      return verdictOf(await asked(at, bytes));
    } catch (error) {
      log.warn(errorLine(error), 'clamd did not answer; the file is marked as not scanned');
      return 'not_scanned';
    }
  }
}

/** `stream: OK` or `stream: <name> FOUND`; anything else is no verdict. */
function verdictOf(answer: string): Verdict {
  const line = answer.replace(/\0[\s\S]*$/, '').trim();
  if (line.endsWith(' FOUND')) return 'infected';
  return line.endsWith(': OK') ? 'clean' : 'not_scanned';
}

function asked(at: string, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(at);
    const said: Buffer[] = [];
    const late = setTimeout(() => socket.destroy(new Error('late')), PATIENCE_MS);
    socket.once('connect', () => send(socket, bytes));
    socket.on('data', (piece) => said.push(piece));
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(late);
      resolve(Buffer.concat(said).toString('latin1'));
    });
  });
}

function open(at: string): Socket {
  if (at.startsWith('/')) return connect(at);
  const colon = at.lastIndexOf(':');
  return connect(Number(at.slice(colon + 1)), at.slice(0, colon));
}

/** `zINSTREAM`, pieces after their length in four bytes, and a length of zero. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.end(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
