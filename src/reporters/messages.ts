import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { LineData } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import type { FROM_THE_REPORTER } from './thread.rules';

/** By the reporter; the story never says more of her. */
export const BY_REPORTER = { kind: 'reporter', id: null } as const;

export interface Said {
  readonly kind: (typeof FROM_THE_REPORTER)[number];
  readonly text?: string | undefined;
  readonly data?: LineData;
}

/** What the reporter says from her own page: sealed to the dialogue, told as one line of the story. */
@Injectable()
export class Messages {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** An answer, or anything else she wants to add; it ends the pause of every clock that waited for her. */
  write(caseId: string, text: string): Promise<void> {
    return this.say(caseId, { kind: 'reporterWrote', text });
  }

  /** @param check runs on the locked case and throws when this cannot be said now. */
  async say(caseId: string, said: Said, check?: (file: CaseFile, now: string) => Promise<void>): Promise<void> {
    const { kind, text, data = {} } = said;
    await this.database.write(async () => {
      const file = await this.cases.lockById(caseId);
      await check?.(file, this.clock.now());
      const itemId = await this.vault.sealIfAny(file, 'dialogue', kind, text);
      await this.cases.tell(file, { kind, by: BY_REPORTER, data, itemId });
    });
  }
}
