import type { ArgonCost } from '../../src/platform/crypto/argon';
import { PASSPHRASE_COST, RECEIPT_COST } from '../../src/platform/crypto/argon';

const LIGHT: ArgonCost = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const shipped = [
  [PASSPHRASE_COST, { ...PASSPHRASE_COST }],
  [RECEIPT_COST, { ...RECEIPT_COST }],
] as const;

/**
 * Before every suite: the same derivations with less memory and one pass, for thousands of sign-ins would be half of the
 * suite's time. The program itself has no such switch; its costs are asserted in argon.spec, and drills and bench run
 * with them.
 */
if (process.env.DRILL !== 'long') for (const [cost] of shipped) Object.assign(cost, LIGHT);

/** For a suite that prepares a database for a real process: at the top of the module, before anything is derived. */
export function asShipped(): void {
  for (const [cost, real] of shipped) Object.assign(cost, real);
}
