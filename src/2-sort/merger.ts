import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { OfficersService } from '../access/officers.service';
import { Wall } from '../access/wall';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { StepNotReady, StepOutOfOrder } from '../cases/errors';
import { mayMove } from '../cases/moves.rules';
import { isOpenReferral } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { Vault } from '../vault/vault';
import type { MergerInput } from './merger-input';
import { OtherCase } from './other-case';

/**
 * Two reports of one thing become one case. Each reporter still gets an answer and is never told of the other
 * (DOMAIN §3): nothing is written on the main case, and this one's line names it by id only.
 */
@Injectable()
export class Merger {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly others: OtherCase,
    private readonly approvals: Approvals,
    private readonly referrals: Referrals,
    private readonly vault: Vault,
    private readonly wall: Wall,
    private readonly officers: OfficersService,
  ) {}

  /** @throws CaseNotFound, StepOutOfOrder, WrongFields on `mainNumber`, StepNotReady when the main case is closed. */
  async merge(looker: Looker, number: string, input: MergerInput): Promise<CaseFile> {
    const seen = await this.cases.find(looker, number);
    const other = await this.others.find(looker, 'mainNumber', input.mainNumber, seen);
    return this.database.write(async () => {
      const [file, main] = await this.lockBoth(seen.id, other.id);
      if (!mayMove(file.status, 'merge')) throw new StepOutOfOrder(file.status, 'merge');
      if (!main.open) {
        throw new StepNotReady(
          'เรื่องหลักยุติหรือรวมกับเรื่องอื่นไปแล้ว กรุณาเลือกเรื่องที่ยังดำเนินการอยู่',
          'The main case is closed or merged itself. Choose one that is open.',
          file.status,
        );
      }
      const itemId = await this.vault.sealIfAny(file, 'work', 'reasons', input.reason);
      await this.letGo(looker, file);
      const change = { mergedInto: main.id, outcome: 'duplicate' } as const;
      const line = { kind: 'merged', by: officer(looker), data: { mainId: main.id }, itemId } as const;
      await this.cases.move(file, 'merge', line, change);
      await this.follow(file, main);
      await this.carryWall(file, main);
      return file;
    });
  }

  /** Who may not know of this case may not meet it in the main one; she who merges sees both and stays. */
  private async carryWall(file: CaseFile, main: CaseFile): Promise<void> {
    const walled = await this.wall.history(file, await this.officers.everybody());
    const standing = walled.filter(({ untilAt }) => untilAt === null);
    for (const { person, cause } of standing) {
      await this.wall.raise(main, [{ officer: person.id }], cause === 'agency' ? 'chain' : cause);
    }
    const isOut = (id: string | null): boolean => standing.some(({ person }) => person.id === id);
    await this.cases.change(main, {
      ...(isOut(main.assignee) ? { assignee: null } : {}),
      ...(isOut(main.investigator) ? { investigator: null } : {}),
    });
  }

  /** In the order of their ids, so that two officers who merge crosswise do not wait for each other. */
  private async lockBoth(id: string, mainId: string): Promise<readonly [CaseFile, CaseFile]> {
    if (id < mainId) {
      const file = await this.cases.lockById(id);
      return [file, await this.cases.lockById(mainId)];
    }
    const main = await this.cases.lockById(mainId);
    return [await this.cases.lockById(id), main];
  }

  /** What waited for this case alone: proposals, and agencies that were asked. */
  private async letGo(looker: Looker, file: CaseFile): Promise<void> {
    await this.approvals.supersede(file.id, ['end', 'withdrawal']);
    for (const referral of (await this.referrals.of(file.id)).filter(isOpenReferral)) {
      await this.referrals.settle(referral, 'withdrawn');
      const data = { referralId: referral.id, agencyCode: referral.agencyCode };
      await this.cases.tell(file, { kind: 'referralWithdrawn', by: officer(looker), data });
    }
  }

  /** Cases that were merged into this one before now follow the new main case. */
  private async follow(file: CaseFile, main: CaseFile): Promise<void> {
    await this.database.write((em) =>
      sql(em, 'UPDATE case_file SET merged_into = $1 WHERE merged_into = $2', [main.id, file.id]),
    );
  }
}
