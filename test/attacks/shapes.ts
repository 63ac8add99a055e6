import type { Dirent } from 'node:fs';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const THAI = 0x0e01;
const TIS_620 = 0xa1;

/** Every shape in which a thief would look for a word: UTF-8, UTF-16 both ways, TIS-620, base64 at three offsets, hex. */
export function shapesOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word);
  const little = Buffer.from(word, 'utf16le');
  const thai = Buffer.from([...word].map((c) => (c >= 'ก' ? c.charCodeAt(0) - THAI + TIS_620 : c.charCodeAt(0))));
  const plain = [utf8, little, Buffer.from(little).swap16(), thai];
  const coded = plain.flatMap((bytes) => [...base64Of(bytes), Buffer.from(bytes.toString('hex'))]);
  const escaped = [...word].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const upper = plain.map((bytes) => Buffer.from(bytes.toString('hex').toUpperCase()));
  return [...plain, ...coded, ...upper, Buffer.from(escaped), Buffer.from(encodeURIComponent(word))];
}

/** Which of these words stand in the bytes, in any shape. */
export const foundIn = (bytes: Buffer, words: Iterable<string>): readonly string[] =>
  [...words].filter((word) => shapesOf(word).some((shape) => bytes.includes(shape)));

/** The middle of the code, which depends on the word alone, for each place a word may begin at. */
function base64Of(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((pad) => {
    const text = Buffer.concat([Buffer.alloc(pad), bytes]).toString('base64');
    const middle = text.slice(4, text.length - 4);
    return [Buffer.from(middle), Buffer.from(middle.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** Every file below a folder, with its path: a name can tell as well. What goes away meanwhile is left out. */
export function bytesBelow(folder: string, youngerThan = 0): Buffer {
  return Buffer.concat(filesBelow(folder).flatMap((path) => [Buffer.from(`\n${path}\n`), bytesOf(path, youngerThan)]));
}

/** What test runners, browsers and other suites keep beside us: quarter of a gigabyte that our programs never write. */
const OF_OTHERS = /^(jest_|phitak-test-|playwright|\.?org\.chromium)/;

/** As `bytesBelow`, for the system's temporary folder, without what is known to be others'. */
export function bytesInTmp(youngerThan: number): Buffer {
  const own = listed(tmpdir()).filter(({ name }) => !OF_OTHERS.test(name));
  return Buffer.concat(
    own.map((entry) => {
      const path = join(tmpdir(), entry.name);
      return entry.isDirectory() ? bytesBelow(path, youngerThan) : bytesOf(path, youngerThan);
    }),
  );
}

function filesBelow(folder: string): readonly string[] {
  return listed(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

const LARGEST = 64 * 1024 * 1024;

function bytesOf(path: string, youngerThan: number): Buffer {
  try {
    const { mtimeMs, size } = statSync(path);
    return mtimeMs < youngerThan || size > LARGEST ? Buffer.alloc(0) : readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function listed(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
