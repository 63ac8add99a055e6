import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { Audit } from '../audit/audit';
import type { AuditActor } from '../audit/entry';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { Referral } from '../cases/referral.entity';
import { Referrals } from '../cases/referrals';
import { Clock } from '../platform/clock';
import { newReceiptDigits, readDigits } from '../platform/crypto/codes';
import { Database } from '../platform/database/database';
import { Busy, Forbidden } from '../platform/errors';
import { newId } from '../platform/ids';
import { Receipts } from '../reporters/receipts';
import type { OpenCompartment } from '../vault/compartments';
import type { Loan } from '../vault/lent-keys';
import { LentKeys } from '../vault/lent-keys';
import type { NotHanded } from './agency-code.rules';
import { codeEndsAt } from './agency-code.rules';
import type { Asked } from './answers';
import { CodeAllowance } from './code-allowance';
import { CodeEndings } from './code-endings';
import { AgencyCodeUnknown, NoCode, ReferralNotFound } from './errors';
import { ReferralCode } from './referral-code.entity';

export interface HandedCode {
  readonly referral: Referral;
  /** 20 digits, shown once and stored nowhere. */
  readonly code: string;
  /** UTC instant. */
  readonly until: string;
}

/** Codes that were made in one go, and the agencies that are given none. */
export interface HandedCodes {
  readonly handed: readonly HandedCode[];
  readonly refused: readonly { readonly referral: Referral; readonly why: NotHanded }[];
}

/** What a code opened: the keys of one referral. */
export interface OpenedCode {
  readonly row: ReferralCode;
  readonly keys: readonly OpenCompartment[];
}

/**
 * One-time codes for agencies without an account (KEYS K6): made by an officer who can open the referral, typed by
 * whoever got the letter, dead with the final answer, with the next code, or after thirty days.
 */
@Injectable()
export class AgencyCodes {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly referrals: Referrals,
    private readonly allowance: CodeAllowance,
    private readonly endings: CodeEndings,
    private readonly receipts: Receipts,
    private readonly lentKeys: LentKeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Kills the code before it. @throws CaseNotFound ReferralNotFound NoCode Forbidden NotFound Busy */
  async make(looker: Looker, number: string, referralId: string): Promise<HandedCode> {
    if (may(looker, 'case.refer') === null) throw new Forbidden();
    await this.allowance.mustStand(await this.askedIn(await this.cases.find(looker, number), referralId));
    const code = newReceiptDigits();
    const { tag, kek } = await this.receipts.derive('referral', code, 'lookup');
    return this.database.write(async (em) => {
      const asked = await this.askedIn(await this.cases.findForUpdate(looker, number), referralId);
      await this.allowance.mustStand(asked);
      const { file, referral } = asked;
      const by: AuditActor = { kind: 'officer', id: looker.officerId };
      await this.endings.ofReferral(referralId, by);
      const row: ReferralCode = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        referralId,
        tag,
        madeBy: looker.officerId,
        madeAt: this.clock.now(),
        untilAt: codeEndsAt(this.clock.now()),
        endedAt: null,
        openedCount: 0,
        openedAt: null,
      };
      await em.insert(ReferralCode, row);
      await this.lentKeys.lend(looker, file, loanOf(row), kek);
      await this.tell(by, 'referral.code.made', row);
      return { referral, code, until: row.untilAt };
    });
  }

  /** For what was just sent: it stays sent, and what was made is shown, also when others are given no code. */
  async makeAll(looker: Looker, number: string, referrals: readonly Referral[]): Promise<HandedCodes> {
    const handed: HandedCode[] = [];
    const refused: { referral: Referral; why: NotHanded }[] = [];
    for (const referral of referrals) {
      try {
        handed.push(await this.make(looker, number, referral.id));
      } catch (error) {
        const why = whyNot(error);
        if (why === null) throw error;
        refused.push({ referral, why });
      }
    }
    return { handed, refused };
  }

  /** Malformed, unknown, expired, ended and another purpose's cost the same derivation and get one answer. @throws AgencyCodeUnknown Busy */
  async open(typed: string): Promise<OpenedCode> {
    const digits = readDigits(typed, 20);
    const { tag, kek } = await this.receipts.derive('referral', digits ?? '', 'lookup');
    const row = await this.database.reader.findOneBy(ReferralCode, { tag });
    if (digits === null || !row || !this.endings.isLive(row) || !(await this.asked(row))) throw new AgencyCodeUnknown();
    const keys = await this.lentKeys.open(loanOf(row), kek);
    if (keys.length === 0) throw new AgencyCodeUnknown();
    await this.database.write(async (em) => {
      await em.update(
        ReferralCode,
        { id: row.id },
        { openedAt: this.clock.now(), openedCount: () => 'opened_count + 1' },
      );
      await this.tell({ kind: 'agency', id: row.id }, 'referral.code.opened', row);
    });
    return { row, keys };
  }

  /** The case and referral of a code that still opens, or null: asked with every request, and again inside a write. */
  async standing(codeId: string): Promise<(Asked & { readonly row: ReferralCode }) | null> {
    const row = await this.database.reader.findOneBy(ReferralCode, { id: codeId });
    const asked = row && this.endings.isLive(row) ? await this.asked(row) : null;
    return row && asked && { ...asked, row };
  }

  /** The newest code of each referral of a case, ended or not. */
  async newestOf(caseId: string): Promise<ReadonlyMap<string, ReferralCode>> {
    const rows = await this.database.reader.find(ReferralCode, {
      where: { caseId },
      order: { madeAt: 'ASC', id: 'ASC' },
    });
    return new Map(rows.map((row) => [row.referralId, row]));
  }

  isLive(row: ReferralCode): boolean {
    return this.endings.isLive(row);
  }

  private async asked({ caseId, referralId }: ReferralCode): Promise<Asked | null> {
    const file = await this.cases.byId(caseId);
    const referral = await this.referrals.find(caseId, referralId);
    if (!referral || (await this.allowance.refusal({ file, referral })) !== null) return null;
    return { file, referral };
  }

  private async askedIn(file: CaseFile, referralId: string): Promise<Asked> {
    const referral = await this.referrals.find(file.id, referralId);
    if (!referral) throw new ReferralNotFound();
    return { file, referral };
  }

  private tell(actor: AuditActor, act: string, { id, referralId }: ReferralCode): Promise<void> {
    return this.audit.record({ actor, act, subjectKind: 'referral', subjectId: referralId, data: { code: id } });
  }
}

function whyNot(error: unknown): NotHanded | null {
  if (error instanceof NoCode) return error.why;
  if (error instanceof Busy) return 'busy';
  return error instanceof Forbidden ? 'not_yours' : null;
}

/** What a code was lent. */
export const loanOf = ({ id, caseId, referralId, untilAt }: ReferralCode): Loan => ({
  codeId: id,
  caseId,
  referralId,
  until: untilAt,
});
