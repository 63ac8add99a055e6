import { gramsOf } from './grams.rules';

const BANDS = 16;
const ROWS = 3;
/** A text of a few words is like many others. */
const FEWEST_GRAMS = 30;

/**
 * The bands of a text (MinHash, Broder 1997; banding after Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
 * ch. 3): two texts that share half of their grams share a band in nine of ten cases, two that share a tenth in one of
 * sixty. None for a short text. The hashes are no secret: the index keys whatever it is given.
 */
export function bandsOf(text: string): readonly string[] {
  const grams = gramsOf(text);
  if (grams.size < FEWEST_GRAMS) return [];
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const gram of grams) {
    const hash = hashOf(gram);
    for (let row = 0; row < least.length; row++) {
      const mixed = mix(hash ^ Math.imul(row + 1, 0x9e3779b1));
      if (mixed < (least[row] ?? 0)) least[row] = mixed;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = [...least.subarray(band * ROWS, (band + 1) * ROWS)];
    return `b${band}:${rows.map((one) => one.toString(36)).join('.')}`;
  });
}

/** How alike two texts are by their grams, 0 to 1: shared grams among all grams (Jaccard). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((gram) => other.has(gram)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a over the code units, 32 bits. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
