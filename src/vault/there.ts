import type { Looker } from '../access/looker';
import { NotFound } from '../platform/errors';

/** Whoever forgot the wall above this room does not get past it here (KEYS K11). @throws NotFound */
export function mustBeThere({ hidden }: Pick<Looker, 'hidden'>, { id }: { readonly id: string }): void {
  if (hidden.includes(id)) throw new NotFound();
}
