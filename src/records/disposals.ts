import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { mustBeFresh } from '../access/lock.rules';
import type { Looker } from '../access/looker';
import { hasRole } from '../access/looker';
import { reach } from '../access/matrix';
import type { Approval } from '../cases/approval.entity';
import { Approvals } from '../cases/approvals';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import type { Keeping } from './case-retention';
import { CaseRetention } from './case-retention';
import { Clearing } from './clearing';
import { Disposal } from './disposal.entity';
import { NotToBeDisposed } from './disposal.errors';
import type { Obstacle } from './disposal.rules';
import { obstacleTo } from './disposal.rules';
import { Holds } from './holds';
import { Forgetting } from '../search/forgetting';
import { Shredding } from './shredding';

/** A case past its time is destroyed by two persons: one proposes, another grants; merged cases go with theirs. */
@Injectable()
export class Disposals implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly approvals: Approvals,
    private readonly vault: Vault,
    private readonly retention: CaseRetention,
    private readonly holds: Holds,
    private readonly shredding: Shredding,
    private readonly forgetting: Forgetting,
    private readonly clearing: Clearing,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.approvals.decides('disposal', {
      act: 'records.dispose.grant',
      mayGrant: (looker, approval) => this.mayGrant(looker, approval),
      grant: (file, approval, looker) => this.grant(file, approval, looker),
    });
  }

  /** A head grants what an officer or another head proposed, the executive what a head did. */
  mayGrant(looker: Pick<Looker, 'roles'>, { data }: Pick<Approval, 'data'>): boolean {
    const scopes = reach(looker, 'records.dispose.grant');
    return scopes.includes('yes') || (scopes.includes('heads') && data.byHead === true);
  }

  /** Null: nothing stands in the way. */
  async obstacle(file: CaseFile): Promise<Obstacle | null> {
    return (await this.standing(file)).obstacle;
  }

  /** @throws CaseNotFound NotToBeDisposed AlreadyAsked */
  async propose(looker: Looker, number: string, reason?: string): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const keeping = await this.mustBeReady(file);
      const reasonItem = await this.vault.sealIfAny(file, 'work', 'reasons', reason);
      const data = { class: keeping.class, keptUntil: keeping.keptUntil };
      const byHead = hasRole(looker, 'desk_head');
      await this.approvals.ask(file, looker, { kind: 'disposal', data: { ...data, byHead }, reasonItem });
      await this.cases.tell(file, { kind: 'disposalProposed', by: officer(looker), data, itemId: reasonItem });
      return file;
    });
  }

  /** In the write of the decision, the case locked: everything is asked again, for much may have happened since. */
  private async grant(file: CaseFile, approval: Approval, looker: Looker): Promise<void> {
    mustBeFresh(looker, `/cases/${file.number}/records`);
    const merged = await this.lockMerged(file);
    const keeping = await this.mustBeReady(file);
    for (const one of [file, ...merged]) await this.dispose(one, keeping, approval, looker);
    this.database.afterCommit(() => this.clearing.soon());
  }

  private async dispose(file: CaseFile, keeping: Keeping, approval: Approval, looker: Looker): Promise<void> {
    const { class: retentionClass, years, basis, closedOn, keptUntil } = keeping;
    const certificate: Disposal = {
      ...{ id: newId(), province: file.province, caseId: file.id },
      ...{ retentionClass, years, basis, closedOn, keptUntil },
      ...{ proposedBy: approval.askedBy, proposedAt: approval.askedAt },
      ...{ grantedBy: looker.officerId, disposedAt: this.clock.now(), clearedAt: null },
    };
    await this.database.write((em) => em.insert(Disposal, certificate));
    const data = { class: retentionClass, years, basis, keptUntil };
    await this.cases.tell(file, { kind: 'disposed', by: officer(looker), data });
    if (looker.hidden.includes(file.id)) await this.forgetting.forget(file.id);
    else await this.forgetting.erase(looker, file);
    await this.shredding.shred(file);
  }

  private async mustBeReady(file: CaseFile): Promise<Keeping> {
    const { obstacle, keeping } = await this.standing(file);
    if (obstacle !== null || keeping === null) throw new NotToBeDisposed(obstacle ?? 'notYet');
    return keeping;
  }

  private async standing(file: CaseFile): Promise<{ obstacle: Obstacle | null; keeping: Keeping | null }> {
    const keeping = await this.retention.of(file);
    const isHeld = await this.holds.isHeld(file.id);
    const isUndecided = await this.isUndecided(file.id);
    return { keeping, obstacle: obstacleTo({ ...file, keeping, isHeld, isUndecided }) };
  }

  /** The disposal itself apart. */
  private async isUndecided(id: string): Promise<boolean> {
    const rows = await sql(
      this.database.reader,
      `SELECT f.id FROM case_file f WHERE (f.id = $1 OR f.merged_into = $1) AND (
         EXISTS (SELECT 1 FROM approval a WHERE a.case_id = f.id AND a.state = 'asked' AND a.kind <> 'disposal')
         OR EXISTS (SELECT 1 FROM identity_request i WHERE i.case_id = f.id AND i.state = 'asked')
         OR EXISTS (SELECT 1 FROM proceeding p WHERE p.case_id = f.id AND p.ended_on IS NULL)) LIMIT 1`,
      [id],
    );
    return rows.length > 0;
  }

  private async lockMerged({ id }: CaseFile): Promise<readonly CaseFile[]> {
    const rows = await sql<{ id: string }>(
      this.database.reader,
      'SELECT id FROM case_file WHERE merged_into = $1 ORDER BY id',
      [id],
    );
    const locked: CaseFile[] = [];
    for (const row of rows) locked.push(await this.cases.lockById(row.id));
    return locked;
  }
}
