import type { UnzipFileInfo } from 'fflate';
import { unzipSync } from 'fflate';
import { FileRefused } from './kinds.rules';

/** A document of 10 MB holds less than this; whatever unpacks to more is a bomb. */
const MOST_ENTRIES = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;

export interface Office {
  readonly kind: 'docx' | 'xlsx';
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

const CONTENT_TYPES = '[Content_Types].xml';
const MACRO = /vbaProject|vbaData|macrosheets\/|activeX\//i;
const MACRO_TYPE = /macroEnabled|vbaProject|ms-excel\.(?:macrosheet|intlmacrosheet)/i;

/** Unpacks a Word or Excel document. @throws FileRefused encrypted, macro, too_big_inside, polyglot, broken, unknown */
export function readOffice(bytes: Buffer): Office {
  mustEndAsZip(bytes);
  const parts = unpacked(bytes);
  const types = new TextDecoder().decode(parts.get(CONTENT_TYPES) ?? new Uint8Array());
  if (types === '') throw new FileRefused('unknown');
  if (MACRO_TYPE.test(types) || [...parts.keys()].some((name) => MACRO.test(name))) throw new FileRefused('macro');
  if (/wordprocessingml\.document\.main\+xml/.test(types) && parts.has('word/document.xml')) {
    return { kind: 'docx', parts };
  }
  if (/spreadsheetml\.sheet\.main\+xml/.test(types) && parts.has('xl/workbook.xml')) return { kind: 'xlsx', parts };
  throw new FileRefused('unknown');
}

function unpacked(bytes: Buffer): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    total += originalSize;
    if (++entries > MOST_ENTRIES || total > MOST_BYTES) throw new FileRefused('too_big_inside');
    return !name.endsWith('/');
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken');
  }
}

const END = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');

/** The end record is the file's end, and no entry is enciphered. */
function mustEndAsZip(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + 22 > bytes.length) throw new FileRefused('broken');
  if (end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length) throw new FileRefused('polyglot');
  const first = bytes.readUInt32LE(end + 16);
  for (let entry = first, left = bytes.readUInt16LE(end + 10); left > 0 && entry + 46 <= end; left--) {
    if (!bytes.subarray(entry, entry + 4).equals(ENTRY)) throw new FileRefused('broken');
    if (bytes.readUInt16LE(entry + 8) & 1) throw new FileRefused('encrypted');
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
}
