import fc from 'fast-check';
import { Cleaning } from './cleaning';
import { FileRefused } from './kinds.rules';
import { kindOf } from './sniff.rules';
import { excelBook, letter, photograph, recording, wordDocument } from './testing/fixtures';

/** Whatever arrives is taken, has no copy, or is refused with a reason: never a failure of ours. */
describe('a damaged file', () => {
  const cleaning = new Cleaning();
  const looked = async (bytes: Buffer): Promise<void> => {
    try {
      await cleaning.clean(kindOf(bytes), bytes);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
    }
  };

  it.each([
    ['photograph', photograph],
    ['PDF', letter],
    ['Word document', wordDocument],
    ['Excel book', () => Promise.resolve(excelBook())],
    ['recording', () => Promise.resolve(recording())],
  ] as const)('%s is answered', async (_what, make) => {
    const whole = await make();
    const place = fc.nat(whole.length - 1);
    const damage = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.option(place));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, bytes, cut]) => {
        const damaged = Buffer.from(whole);
        damaged.set(bytes.subarray(0, damaged.length - at), at);
        await looked(cut === null ? damaged : damaged.subarray(0, cut));
      }),
      { numRuns: 60 },
    );
  });
});
