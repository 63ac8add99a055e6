import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { isAlreadyThere, sql } from '../platform/database/sql';
import { Conflict, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import type { HoldKind } from './legal-hold.entity';
import { LegalHold } from './legal-hold.entity';

export class AlreadyHeld extends Conflict {
  constructor() {
    super(say('มีการระงับการทำลายด้วยเหตุนี้อยู่แล้ว', 'The case is held for this already.'));
  }
}

export class NotHeld extends Conflict {
  constructor() {
    super(say('ไม่มีการระงับการทำลายด้วยเหตุนี้', 'The case is not held for this.'));
  }
}

/** A case that a court, an inquiry or an audit still needs is held back from disposal, however old it is. */
@Injectable()
export class Holds {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** On any case, open or closed. @throws CaseNotFound AlreadyHeld */
  async place(looker: Looker, number: string, kind: HoldKind, reason: string): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const reasonItem = await this.vault.seal(file, 'work', 'hold', reason);
      const by = { placedBy: looker.officerId, placedAt: this.clock.now() };
      const lifted = { liftItem: null, liftedBy: null, liftedAt: null };
      const { id: caseId, province } = file;
      try {
        await em.insert(LegalHold, { id: newId(), province, caseId, kind, reasonItem, ...by, ...lifted });
      } catch (error) {
        throw isAlreadyThere(error) ? new AlreadyHeld() : error;
      }
      await this.cases.tell(file, {
        kind: 'holdPlaced',
        by: officer(looker),
        data: { hold: kind },
        itemId: reasonItem,
      });
      return file;
    });
  }

  /** @throws CaseNotFound NotHeld */
  async lift(looker: Looker, number: string, kind: HoldKind, reason: string): Promise<CaseFile> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const standing = { caseId: file.id, kind, liftedAt: IsNull() };
      if (!(await em.existsBy(LegalHold, standing))) throw new NotHeld();
      const liftItem = await this.vault.seal(file, 'work', 'hold', reason);
      await em.update(LegalHold, standing, { liftItem, liftedBy: looker.officerId, liftedAt: this.clock.now() });
      await this.cases.tell(file, { kind: 'holdLifted', by: officer(looker), data: { hold: kind }, itemId: liftItem });
      return file;
    });
  }

  /** Every hold that was ever placed, oldest first. */
  of(caseId: string): Promise<LegalHold[]> {
    return this.database.reader.find(LegalHold, { where: { caseId }, order: { placedAt: 'ASC', id: 'ASC' } });
  }

  async standing(caseId: string): Promise<readonly HoldKind[]> {
    return (await this.of(caseId)).filter(({ liftedAt }) => liftedAt === null).map(({ kind }) => kind);
  }

  /** On the case itself, or on one that was merged into it. */
  async isHeld(caseId: string): Promise<boolean> {
    const rows = await sql(
      this.database.reader,
      `SELECT h.id FROM legal_hold h JOIN case_file f ON f.id = h.case_id
       WHERE h.lifted_at IS NULL AND (f.id = $1 OR f.merged_into = $1) LIMIT 1`,
      [caseId],
    );
    return rows.length > 0;
  }
}
