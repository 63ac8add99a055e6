import type { FileKind } from './kinds.rules';
import { FileRefused } from './kinds.rules';
import { mustBeOneThing } from './polyglot.rules';
import { textOf } from './text.rules';
import { readOffice } from './zip.rules';

const at = (bytes: Buffer, from: number, text: string): boolean =>
  bytes.subarray(from, from + text.length).equals(Buffer.from(text, 'latin1'));

/** First bytes of the kinds that have some. Names and declared types are never asked. */
const SIGNS: readonly (readonly [FileKind, (bytes: Buffer) => boolean])[] = [
  ['jpeg', (b) => at(b, 0, '\xff\xd8\xff')],
  ['png', (b) => at(b, 0, '\x89PNG\r\n\x1a\n')],
  ['webp', (b) => at(b, 0, 'RIFF') && at(b, 8, 'WEBP')],
  ['wav', (b) => at(b, 0, 'RIFF') && at(b, 8, 'WAVE')],
  ['pdf', (b) => at(b, 0, '%PDF-')],
  ['heic', (b) => brandOf(b, HEIC)],
  ['m4a', (b) => brandOf(b, ['M4A ', 'M4B '])],
  ['mp4', (b) => brandOf(b, MP4)],
  ['mp3', (b) => at(b, 0, 'ID3') || isMp3Frame(b, 0)],
];
const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
const MP4 = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', '3gp4', '3gp5', '3gp6'];

/** What these bytes are. @throws FileRefused with the reason. */
export function kindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new FileRefused('empty');
  const kind = SIGNS.find(([, fits]) => fits(bytes))?.[0] ?? packedOrText(bytes);
  if (kind === 'pdf' && isEncryptedPdf(bytes)) throw new FileRefused('encrypted');
  if (kind !== 'text') mustBeOneThing(bytes, kind);
  return kind;
}

function packedOrText(bytes: Buffer): FileKind {
  if (at(bytes, 0, 'PK\x03\x04')) return readOffice(bytes).kind;
  if (at(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    throw new FileRefused(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_office');
  }
  textOf(bytes);
  return 'text';
}

/** `ftyp` names its brand first; HEIC pictures of some telephones call themselves `mif1` and list `heic` after it. */
function brandOf(bytes: Buffer, brands: readonly string[]): boolean {
  if (!at(bytes, 4, 'ftyp')) return false;
  const major = bytes.toString('latin1', 8, 12);
  if (brands.includes(major)) return true;
  if (brands !== HEIC || !['mif1', 'msf1'].includes(major)) return false;
  const end = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  for (let from = 16; from + 4 <= end; from += 4) {
    if (brands.includes(bytes.toString('latin1', from, from + 4))) return true;
  }
  return false;
}

const BITRATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES = [44_100, 48_000, 32_000];

/** An MPEG-1 layer III frame that is followed by another one: two bytes alone would fit much else. */
function isMp3Frame(bytes: Buffer, from: number): boolean {
  const length = frameLength(bytes, from);
  return length !== null && frameLength(bytes, from + length) !== null;
}

function frameLength(bytes: Buffer, from: number): number | null {
  const [a = 0, b = 0, c = 0] = bytes.subarray(from, from + 3);
  if (a !== 0xff || (b & 0xfe) !== 0xfa) return null;
  const bitrate = BITRATES[c >> 4];
  const rate = RATES[(c >> 2) & 3];
  return bitrate && rate ? Math.floor((144_000 * bitrate) / rate) + ((c >> 1) & 1) : null;
}

const isEncryptedPdf = (bytes: Buffer): boolean => /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1'));
