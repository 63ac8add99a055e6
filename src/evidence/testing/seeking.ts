import { unzipSync } from 'fflate';
import { streamsOf } from '../pdf-streams';

/** Whether a word stands in these bytes: as it is, in UTF-16, and inside the streams of a PDF or the parts of a ZIP. */
export async function holds(bytes: Buffer, word: string): Promise<boolean> {
  const wide = Buffer.from(word, 'utf16le');
  const plain = [Buffer.from(word), wide, Buffer.from(wide).swap16()];
  const shapes = plain.flatMap((shape) => [shape, Buffer.from(shape.toString('hex'))]);
  const inside = await layersOf(bytes);
  return inside.some((layer) => shapes.some((shape) => layer.includes(shape) || lower(layer).includes(lower(shape))));
}

const lower = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');

async function layersOf(bytes: Buffer): Promise<readonly Buffer[]> {
  const layers = [bytes];
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF')
    for await (const plain of streamsOf(bytes)) layers.push(plain);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    for (const [name, part] of Object.entries(unzipSync(bytes))) layers.push(Buffer.from(name), Buffer.from(part));
  }
  return layers;
}
