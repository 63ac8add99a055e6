import { AccountUnfinished, ConfirmationNeeded } from './access.errors';
import type { Lock, Looker } from './looker';

interface Demands {
  readonly production: boolean;
  readonly twoFactor: boolean;
}

/** What an account still lacks before it may do anything else. In trial mode nothing is demanded. */
export function lockOf(
  { production, twoFactor }: Demands,
  account: { readonly passphraseIsOwn: boolean; readonly hasSecondFactor: boolean },
): Lock | null {
  if (!production) return null;
  if (!account.passphraseIsOwn) return 'passphrase';
  return twoFactor && !account.hasSecondFactor ? 'secondFactor' : null;
}

/** @throws AccountUnfinished */
export function mustBeUnlocked({ lock }: Pick<Looker, 'lock'>): void {
  if (lock) throw new AccountUnfinished(lock);
}

/**
 * Before what matters most: she has signed in or confirmed with passphrase and code within five minutes. A browser is
 * led to the confirmation page and comes back to `back`, a page of ours; the API is answered 401 `ConfirmationNeeded`.
 * @throws ConfirmationNeeded
 */
export function mustBeFresh({ account }: Pick<Looker, 'account'>, back: string): void {
  if (!account?.isFresh) throw new ConfirmationNeeded(back);
}
