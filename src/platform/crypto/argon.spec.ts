import { Algorithm, hashRaw } from '@node-rs/argon2';
import type * as Argon from './argon';

/** The module as the program loads it: the suites' own keys are lighter (test/harness/light-keys). */
function asShipped(): typeof Argon {
  let argon: typeof Argon | undefined;
  jest.isolateModules(() => (argon = jest.requireActual<typeof Argon>('./argon')));
  if (!argon) throw new Error('not loaded');
  return argon;
}

describe('key derivation', () => {
  it('costs what KEYS says: 19 MiB and two passes for a receipt, 64 MiB and three for a passphrase', () => {
    const { RECEIPT_COST, PASSPHRASE_COST } = asShipped();
    expect(RECEIPT_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(PASSPHRASE_COST).toEqual({ memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  });

  it('is Argon2id with exactly the cost that is asked for', async () => {
    const { ArgonQueue, RECEIPT_COST } = asShipped();
    const salt = Buffer.alloc(16, 7);
    const derived = await new ArgonQueue().derive('lookup', '4829137', salt, RECEIPT_COST);
    const options = {
      salt,
      outputLen: 32,
      algorithm: Algorithm.Argon2id,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    };
    expect(derived.equals(await hashRaw('4829137', options))).toBe(true);
  });
});
