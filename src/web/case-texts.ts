import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { Approval } from '../cases/approval.entity';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import type { Referral } from '../cases/referral.entity';
import { Vault } from '../vault/vault';
import type { Sight } from './sight.rules';
import { isTextOpened } from './sight.rules';

interface Sealed {
  readonly sight: Sight;
  readonly file: CaseFile;
  readonly story: readonly CaseEvent[];
  readonly referrals: readonly Referral[];
  readonly approvals: readonly Approval[];
}

/** The texts that were opened; what was not is null. */
export interface OpenTexts {
  readonly of: (itemId: string | null) => string | null;
}

/** Opens of a case file what its reader's units hold the keys to, and asks for nothing else. */
@Injectable()
export class CaseTexts {
  constructor(private readonly vault: Vault) {}

  async open(looker: Looker, sealed: Sealed): Promise<OpenTexts> {
    const texts = await this.vault.read(looker, sealed.file, itemsFor(sealed));
    return { of: (itemId) => (itemId === null ? null : (texts.get(itemId) ?? null)) };
  }
}

function itemsFor({ sight, file, story, referrals, approvals }: Sealed): readonly (string | null)[] {
  const lines = story.filter((line) => isTextOpened(sight, line)).map(({ itemId }) => itemId);
  if (sight === 'own') return [...referrals.map(({ packItem }) => packItem), ...lines];
  if (sight === 'report') return [];
  return [file.allegationItem, ...approvals.map(({ reasonItem }) => reasonItem), ...lines];
}
