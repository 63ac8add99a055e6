import fc from 'fast-check';
import type { Block } from './index-block.rules';
import { BLOCK_BYTES, BLOCK_CASES, EMPTY, addCase, packBlock, unpackBlock } from './index-block.rules';

const NONE: ReadonlySet<number> = new Set();
const numbers = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 400 });

/** Adds them one by one, as the index does: block 0 and the last. */
function filled(cases: readonly number[], gone = NONE): Map<number, Block> {
  const blocks = new Map<number, Block>([[0, EMPTY]]);
  for (const no of cases) {
    const before = blocks.get(0) ?? EMPTY;
    const { first, tail } = addCase(before, before.last > 0 ? (blocks.get(before.last) ?? EMPTY) : null, no, gone);
    if (first) blocks.set(0, first);
    if (tail) blocks.set(first?.last ?? before.last, tail);
  }
  return blocks;
}

describe('a block', () => {
  it('has one size, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff), { maxLength: BLOCK_CASES }), fc.nat(1000), (cases, last) => {
        const bytes = packBlock({ last, cases });
        expect(bytes).toHaveLength(BLOCK_BYTES);
        expect(unpackBlock(bytes)).toEqual({ last, cases });
      }),
    );
  });

  it('takes no more than it holds, and is nothing else', () => {
    const cases = Array.from({ length: BLOCK_CASES + 1 }, (_, at) => at);
    expect(() => packBlock({ last: 0, cases })).toThrow(RangeError);
    expect(() => unpackBlock(Buffer.alloc(BLOCK_BYTES, 255))).toThrow(RangeError);
    expect(() => unpackBlock(Buffer.alloc(3))).toThrow(RangeError);
  });

  it('loses no case, however many there are and in whatever order they come', () => {
    fc.assert(
      fc.property(numbers, (cases) => {
        const blocks = filled(cases);
        expect(new Set([...blocks.values()].flatMap((block) => block.cases))).toEqual(new Set(cases));
        expect(blocks.size).toBe((blocks.get(0)?.last ?? 0) + 1);
      }),
    );
  });

  it('writes nothing for a case that is there', () =>
    expect(addCase({ last: 0, cases: [7] }, null, 7, NONE)).toEqual({ first: null, tail: null }));

  it('is rid of forgotten cases when it is written', () => {
    const gone = new Set([1, 2]);
    expect(addCase({ last: 0, cases: [1, 3] }, null, 4, gone).first?.cases).toEqual([3, 4]);
    expect(addCase({ last: 0, cases: [1, 3] }, null, 3, gone).first?.cases).toEqual([3]);
    const both = addCase({ last: 1, cases: [1, 5] }, { last: 0, cases: [2, 6] }, 7, gone);
    expect([both.first?.cases, both.tail?.cases]).toEqual([[5], [6, 7]]);
    expect(both.first?.last).toBe(1);
  });
});
