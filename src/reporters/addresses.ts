import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import { REPORTER, SYSTEM } from '../audit/entry';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { open, padText, seal, unpadText } from '../platform/crypto/sealing';
import { ServerSecret } from '../platform/crypto/server-secret';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { errorLine, log } from '../platform/log';
import type { CaseRef } from '../vault/compartments';
import { ADDRESS_DAYS, addressUntil, mayLeaveAddress } from './address.rules';
import { daysAfter } from './afterwards.rules';
import { NotNow } from './errors';
import { ReporterAddress } from './reporter-address.entity';

/** What her own page shows of it: never the address. */
export interface AddressChoice {
  /** Notices are posted here at all, and one may still be left. */
  readonly offered: boolean;
  readonly leftAt: string | null;
  readonly undelivered: boolean;
  /** When it is deleted by itself; null while the case is open. */
  readonly until: string | null;
}

/** What the rooms above may know: that there is one, by its alias. */
export type LeftAddress = Pick<ReporterAddress, 'alias' | 'caseId' | 'leftAt'>;

const TABLE = 'reporter_address';

/**
 * A reporter's address for notices (KEYS K13): left by herself alone, opened in one place only, to write to it; in no
 * page, list, export, log or audit row; gone when she takes it back and 90 days after closing.
 */
@Injectable()
export class Addresses {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly secret: ServerSecret,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** A reader was in the way of the last clearing; the next sweep tries again. */
  private hasOldBytes = false;

  /** Where no mail goes out, none is asked for. */
  get offered(): boolean {
    return this.settings.mail !== null;
  }

  /** With a new report. Inside the write that opens the case. @throws NotNow */
  async leave(ref: CaseRef, address: string): Promise<void> {
    if (!this.offered) throw notOffered();
    const alias = randomAlias();
    const context = contextOf({ ...ref, caseId: ref.id, alias });
    const sealed = seal(this.key, context, padText(address)).toString('base64');
    const names = { alias, province: ref.province, caseId: ref.id };
    const row: ReporterAddress = { ...names, sealed, leftAt: this.clock.now(), undeliveredAt: null };
    await this.database.write(async (em) => {
      await em.insert(ReporterAddress, row);
      await this.tell('reporter.address.leave', ref.id);
    });
  }

  /** From her own page: a first one, or another in its place. @throws NotNow */
  async change(caseId: string, address: string): Promise<void> {
    const had = await this.database.write(async (em) => {
      const file = await this.cases.lockById(caseId);
      if (!mayLeaveAddress(file, this.clock.now())) throw notOffered();
      const before = await this.delete(em, caseId);
      await this.leave(file, address);
      return before;
    });
    if (had) await this.scrub();
  }

  /** At once, and her bytes leave the files. What is not there is not missed. */
  async remove(caseId: string): Promise<void> {
    const had = await this.database.write(async (em) => {
      await this.cases.lockById(caseId);
      const before = await this.delete(em, caseId);
      if (before) await this.tell('reporter.address.remove', caseId);
      return before;
    });
    if (had) await this.scrub();
  }

  async choiceOf(file: CaseFile): Promise<AddressChoice> {
    const row = await this.database.reader.findOneBy(ReporterAddress, { caseId: file.id });
    return {
      offered: this.offered && mayLeaveAddress(file, this.clock.now()),
      leftAt: row?.leftAt ?? null,
      undelivered: (row?.undeliveredAt ?? null) !== null,
      until: addressUntil(file),
    };
  }

  async leftFor(caseId: string): Promise<LeftAddress | null> {
    return this.database.reader.findOneBy(ReporterAddress, { caseId });
  }

  /** Those of closed cases: who may have a question about her safety waiting. */
  leftInClosedCases(): Promise<LeftAddress[]> {
    return sql<LeftAddress & Record<string, unknown>>(
      this.database.reader,
      `SELECT a.alias AS "alias", a.case_id AS "caseId", a.left_at AS "leftAt" FROM ${TABLE} a
       JOIN case_file f ON f.id = a.case_id WHERE a.province = $1 AND f.open = $2 ORDER BY a.alias`,
      [this.province.code, false],
    );
  }

  /** For the post alone. Null: taken back meanwhile. @throws SealBroken */
  async open(alias: string): Promise<string | null> {
    const row = await this.database.reader.findOneBy(ReporterAddress, { alias });
    return row && unpadText(open(this.key, contextOf(row), Buffer.from(row.sealed, 'base64')));
  }

  /** What became of the last notice, for her own page. */
  async noteDelivery(alias: string, delivered: boolean): Promise<void> {
    const undeliveredAt = delivered ? null : this.clock.now();
    await this.database.write((em) => em.update(ReporterAddress, { alias }, { undeliveredAt }));
  }

  /** 90 days after closing; a second run finds nothing. */
  async sweep(): Promise<void> {
    if (this.hasOldBytes) await this.scrub();
    const before = daysAfter(this.clock.now(), -ADDRESS_DAYS);
    const over = `province = $1 AND case_id IN (SELECT id FROM case_file WHERE open = $2 AND status_since <= $3)`;
    const values = [this.province.code, false, before];
    const [any] = await sql(this.database.reader, `SELECT alias FROM ${TABLE} WHERE ${over} LIMIT 1`, values);
    if (!any) return;
    await this.database.write(async (em) => {
      const text = `DELETE FROM ${TABLE} WHERE ${over} RETURNING case_id`;
      const gone = await sql<{ case_id: string }>(em, text, values);
      for (const { case_id: caseId } of gone) await this.tell('reporter.address.expire', caseId);
    });
    await this.scrub();
  }

  private get key(): Buffer {
    return this.secret.subkey('address');
  }

  private async delete(em: EntityManager, caseId: string): Promise<boolean> {
    return (await em.delete(ReporterAddress, { caseId })).affected !== 0;
  }

  /** The row is gone already; that its old bytes could not be cleared now is no reason to tell her it is not. */
  private async scrub(): Promise<void> {
    try {
      this.hasOldBytes = !(await this.database.scrub(TABLE));
    } catch (error) {
      this.hasOldBytes = true;
      log.error(errorLine(error), 'the bytes of a deleted address could not be cleared');
    }
  }

  private tell(act: string, caseId: string): Promise<void> {
    const actor = act.endsWith('.expire') ? SYSTEM : REPORTER;
    return this.audit.record({ actor, act, subjectKind: 'case', subjectId: caseId });
  }
}

const contextOf = ({ province, caseId, alias }: Pick<ReporterAddress, 'province' | 'caseId' | 'alias'>): string =>
  `phitak/v1/address|${province}|${caseId}|${alias}`;

/** Twenty-six hexadecimal digits: an id of ours would tell when she left it. */
const randomAlias = (): string => randomBytes(13).toString('hex');

const notOffered = (): NotNow =>
  new NotNow('ขณะนี้ไม่รับที่อยู่อีเมลสำหรับแจ้งข่าว', 'No e-mail address for notices is taken now.');
