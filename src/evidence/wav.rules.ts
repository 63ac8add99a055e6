import { CannotClean, FileRefused } from './kinds.rules';

/** Format and sound; lists of artists, dates, cue points, broadcast extensions and XMP stay behind. */
const KEPT = ['fmt ', 'fact', 'data'];

/** @throws FileRefused broken @throws CannotClean when a part runs past the end */
export function cleanWav(wav: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= wav.length;) {
    const name = wav.toString('latin1', at, at + 4);
    const end = at + 8 + wav.readUInt32LE(at + 4);
    if (end > wav.length) throw new CannotClean('inside');
    if (KEPT.includes(name)) kept.push(wav.subarray(at, end), Buffer.alloc((end - at) % 2));
    at = end + (end % 2);
  }
  const body = Buffer.concat(kept);
  if (!body.includes('fmt ') || !body.includes('data')) throw new FileRefused('broken');
  const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
