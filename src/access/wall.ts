import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock } from '../platform/clock';
import { hmac } from '../platform/crypto/kdf';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { newId } from '../platform/ids';
import type { Officer } from './officer.entity';
import type { WallCause } from './wall.entity';
import { WallRow } from './wall.entity';

/** Whom a case is hidden from: one officer, or everybody of an agency. */
export type Walled = { readonly officer: string } | { readonly agency: string };

type Somebody = Pick<Officer, 'id' | 'province' | 'agencyCode'>;

export interface WalledPerson<T> extends Pick<WallRow, 'cause' | 'fromAt' | 'untilAt'> {
  readonly person: T;
}

interface OfCase {
  readonly id: string;
  readonly province: string;
}

/**
 * The conflict wall (KEYS K11): asked before any role. For whoever stands behind it a case is not there: it is in no
 * list, count, search, notice or refusal, and the vault opens nothing of it.
 */
@Injectable()
export class Wall {
  constructor(
    private readonly database: Database,
    private readonly secret: ServerSecret,
    private readonly clock: Clock,
  ) {}

  /** Inside a write. Who stands behind it already stays there. */
  async raise(ofCase: OfCase, whom: readonly Walled[], cause: WallCause): Promise<void> {
    const standing = new Set((await this.standing(ofCase)).map(({ tag }) => tag));
    const tags = whom.map((one) => this.tagOf(ofCase.id, one)).filter((tag) => !standing.has(tag));
    const rows = [...new Set(tags)].map((tag): WallRow => {
      const { id: caseId, province } = ofCase;
      return { id: newId(), province, caseId, tag, cause, fromAt: this.clock.now(), untilAt: null };
    });
    if (rows.length > 0) await this.database.write((em) => em.insert(WallRow, rows));
  }

  /** The wall against an agency follows whom the case accuses now; null: nobody's agency. Inside a write. */
  async followAgency(ofCase: OfCase, accused: string | null): Promise<void> {
    const tag = accused === null ? null : this.tagOf(ofCase.id, { agency: accused });
    const rows = (await this.standing(ofCase)).filter(({ cause }) => cause === 'agency');
    const untilAt = this.clock.now();
    await this.database.write(async (em) => {
      for (const row of rows) if (row.tag !== tag) await em.update(WallRow, { id: row.id }, { untilAt });
    });
    if (accused !== null) await this.raise(ofCase, [{ agency: accused }], 'agency');
  }

  /**
   * The case is disposed of. It stays hidden from whom it is hidden, but the wall says no more why, or whose agency was
   * accused, or from whom it was hidden once. Inside a write.
   */
  async forgetWhy({ id: caseId, province }: OfCase): Promise<void> {
    await this.database.write(async (em) => {
      await em.delete(WallRow, { province, caseId, cause: 'agency' });
      await em.delete(WallRow, { province, caseId, untilAt: Not(IsNull()) });
      await em.update(WallRow, { province, caseId }, { cause: 'disposed' });
    });
  }

  /** The ids of every case that is hidden from this person. Asked with every request, so it reads few rows. */
  async hiddenFrom(person: Somebody): Promise<readonly string[]> {
    const rows = [...(await this.rowsOfPersons(person)), ...(await this.rowsOfAgency(person))];
    return [...new Set(rows.filter((row) => this.isAgainst(row, person)).map(({ caseId }) => caseId))];
  }

  private rowsOfPersons({ province }: Somebody): Promise<Pick<WallRow, 'caseId' | 'tag'>[]> {
    return this.database.reader.find(WallRow, {
      select: { caseId: true, tag: true },
      where: { province, cause: In(['named', 'chain', 'recused', 'disposed']), untilAt: IsNull() },
    });
  }

  /** An agency's contact meets only what was referred to it, so only that is looked at. */
  private async rowsOfAgency({ province, agencyCode }: Somebody): Promise<Pick<WallRow, 'caseId' | 'tag'>[]> {
    if (agencyCode === null) return [];
    return sql<Pick<WallRow, 'caseId' | 'tag'>>(
      this.database.reader,
      `SELECT w.case_id AS "caseId", w.tag AS tag FROM wall_row w
       WHERE w.province = $1 AND w.cause = 'agency' AND w.until_at IS NULL
         AND w.case_id IN (SELECT r.case_id FROM referral r WHERE r.province = $1 AND r.agency_code = $2)`,
      [province, agencyCode],
    );
  }

  /** Those of these people who may know that the case is there. */
  async thoseWhoMaySee<T extends Somebody>(ofCase: OfCase, people: readonly T[]): Promise<readonly T[]> {
    const rows = await this.standing(ofCase);
    return rows.length === 0 ? people : people.filter((one) => !rows.some((row) => this.isAgainst(row, one)));
  }

  /** Who of these people stood behind the case's wall, why, and when: what the page of proof is drawn from. */
  async history<T extends Somebody>(ofCase: OfCase, people: readonly T[]): Promise<readonly WalledPerson<T>[]> {
    const where = { province: ofCase.province, caseId: ofCase.id };
    const rows = await this.database.reader.find(WallRow, { where, order: { fromAt: 'ASC' } });
    return rows.flatMap((row) =>
      people
        .filter((person) => this.isAgainst(row, person))
        .map((person) => ({ person, cause: row.cause, fromAt: row.fromAt, untilAt: row.untilAt })),
    );
  }

  private standing({ id: caseId, province }: OfCase): Promise<WallRow[]> {
    return this.database.reader.findBy(WallRow, { province, caseId, untilAt: IsNull() });
  }

  private isAgainst({ caseId, tag }: Pick<WallRow, 'caseId' | 'tag'>, { id, agencyCode }: Somebody): boolean {
    if (tag === this.tagOf(caseId, { officer: id })) return true;
    return agencyCode !== null && tag === this.tagOf(caseId, { agency: agencyCode });
  }

  private tagOf(caseId: string, who: Walled): string {
    const name = 'officer' in who ? `officer|${who.officer}` : `agency|${who.agency}`;
    return hmac(this.secret.subkey('wall'), `${caseId}|${name}`).toString('base64');
  }
}
