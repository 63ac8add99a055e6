/** How many cases a block holds; every block has the same size, whatever is in it (KEYS K10). */
export const BLOCK_CASES = 32;
const HEADER = 6;
const NUMBER = 4;
export const BLOCK_BYTES = HEADER + BLOCK_CASES * NUMBER;

/** Numbers of cases in which a gram occurs, and, in a gram's first block, the number of its last. */
export interface Block {
  /** Means something in block 0 alone. */
  readonly last: number;
  readonly cases: readonly number[];
}

export const EMPTY: Block = { last: 0, cases: [] };

/** `last ‖ how many ‖ numbers ‖ zeros`. */
export function packBlock({ last, cases }: Block): Buffer {
  if (cases.length > BLOCK_CASES) throw new RangeError('the block is full');
  const bytes = Buffer.alloc(BLOCK_BYTES);
  bytes.writeUInt32BE(last, 0);
  bytes.writeUInt16BE(cases.length, NUMBER);
  cases.forEach((no, at) => bytes.writeUInt32BE(no, HEADER + at * NUMBER));
  return bytes;
}

/** @throws RangeError when it is not a block. */
export function unpackBlock(bytes: Buffer): Block {
  const count = bytes.length === BLOCK_BYTES ? bytes.readUInt16BE(NUMBER) : Infinity;
  if (count > BLOCK_CASES) throw new RangeError('not a block');
  const cases = Array.from({ length: count }, (_, at) => bytes.readUInt32BE(HEADER + at * NUMBER));
  return { last: bytes.readUInt32BE(0), cases };
}

/** What adding a case changes: the first block, the last one, or the one that is begun; null changes nothing. */
export interface Added {
  readonly first: Block | null;
  /** Of the gram's last block after adding, when that is not the first. */
  readonly tail: Block | null;
}

/**
 * Adds a case to a gram of which these are the first and the last block (the same one while there is only one).
 * Whatever is written is rid of the `gone` on the way.
 */
export function addCase(first: Block, tail: Block | null, no: number, gone: ReadonlySet<number>): Added {
  const rid = (cases: readonly number[]): readonly number[] => cases.filter((one) => !gone.has(one));
  const end = tail ?? first;
  const left = rid(end.cases);
  const kept = first.cases.some((one) => gone.has(one)) ? { ...first, cases: rid(first.cases) } : null;
  if (end.cases.includes(no) || first.cases.includes(no)) {
    const isCleaned = left.length < end.cases.length;
    return tail ? { first: kept, tail: isCleaned ? { ...tail, cases: left } : null } : { first: kept, tail: null };
  }
  if (left.length < BLOCK_CASES) {
    const grown = { ...end, cases: [...left, no] };
    return tail ? { first: kept, tail: grown } : { first: grown, tail: null };
  }
  return { first: { last: first.last + 1, cases: rid(first.cases) }, tail: { last: 0, cases: [no] } };
}
