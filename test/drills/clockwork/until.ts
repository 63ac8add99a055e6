import { setTimeout as wait } from 'node:timers/promises';
import { isLong } from '../programs';

/** A thousand mails, one after the other, take a mail server some minutes. */
const PATIENCE_MS = isLong ? 900_000 : 120_000;

/** Looks again and again. @returns after how many milliseconds it was so. @throws when it does not come about. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > patienceMs) throw new Error(`${what}: not within ${patienceMs / 1_000} s`);
    await wait(50);
  }
  return performance.now() - begun;
}
