import { inflate } from 'node:zlib';
import { FileRefused } from './kinds.rules';

/** What the streams of a file of 10 MB may unpack to, one and all together. */
const MOST_ONE = 120 * 1024 * 1024;
const MOST_ALL = 300 * 1024 * 1024;
/** A file of 10 MB has fewer; each costs a look at what stands before it. */
const MOST_STREAMS = 20_000;
const DICTIONARY = 16_384;
const PACKED = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g;
/** Streams that a reader unpacks to understand the file at all. */
const STRUCTURE = /\/(?:ObjStm|XRef)\b/;

/**
 * Every stream as it stands in the file, unpacked where it is deflated, without trusting the file's own directory.
 * @throws FileRefused too_big_inside when one unpacks too far or is packed twice.
 */
export async function* streamsOf(pdf: Buffer): AsyncGenerator<Buffer> {
  let left = MOST_ALL;
  let words = 0;
  for (let from = 0; ;) {
    const word = pdf.indexOf('stream', from);
    if (word < 0) return;
    if (++words > 2 * MOST_STREAMS) throw new FileRefused('too_big_inside');
    from = word + 6;
    if (pdf.toString('latin1', word - 3, word) === 'end') continue;
    const packing = packingOf(pdf, word);
    const start = from + (pdf[from] === 0x0d ? 1 : 0) + (pdf[from] === 0x0d || pdf[from] === 0x0a ? 1 : 0);
    if (packing === 'none') continue;
    const plain = await unpacked(pdf.subarray(start), Math.min(left, MOST_ONE));
    left -= plain.length;
    yield plain;
  }
}

function packingOf(pdf: Buffer, word: number): 'none' | 'deflated' {
  const before = pdf.toString('latin1', Math.max(0, word - DICTIONARY), word);
  const dictionary = before
    .slice(before.lastIndexOf(' obj') + 1)
    .replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const packings = dictionary.match(PACKED) ?? [];
  if (packings.length > 1) throw new FileRefused('too_big_inside');
  const isDeflated = packings[0] === '/FlateDecode' || packings[0] === '/Fl';
  if (STRUCTURE.test(dictionary) && packings.length > 0 && !isDeflated) throw new FileRefused('too_big_inside');
  return isDeflated ? 'deflated' : 'none';
}

/** Broken streams unpack to nothing: what reads the file decides whether it can do without. */
function unpacked(packed: Buffer, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    inflate(packed, { maxOutputLength: Math.max(1, most) }, (error, plain) => {
      if (!error) resolve(plain);
      else if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        reject(new FileRefused('too_big_inside'));
      else resolve(Buffer.alloc(0));
    });
  });
}
