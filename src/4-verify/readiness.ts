import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { accuses } from '../cases/accusations';
import type { CaseFile } from '../cases/case-file.entity';
import { StepNotReady, StepOutOfOrder } from '../cases/errors';
import type { MovingAct } from '../cases/moves.rules';
import { mayMove } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import { isOpenReferral, mayOrderVerification, mayRecordFinding } from '../cases/referral.rules';
import { Referrals } from '../cases/referrals';
import type { Say } from '../platform/errors';
import { say } from '../platform/errors';

/** Whether a case is ready for what step 4 does to it, and if not, what is in the way. */
@Injectable()
export class Readiness {
  constructor(
    private readonly referrals: Referrals,
    private readonly province: Province,
  ) {}

  /** @throws StepOutOfOrder StepNotReady naming the referrals that are in the way */
  async mustTake(file: CaseFile, act: Extract<MovingAct, 'verify' | 'find'>): Promise<void> {
    if (!mayMove(file.status, act)) throw new StepOutOfOrder(file.status, act);
    const obstacle = await this.obstacle(file, act);
    if (obstacle) throw new StepNotReady(obstacle.th, obstacle.en, file.status);
  }

  /** What is in the way, in words; null when nothing is. */
  async obstacle(file: Pick<CaseFile, 'id'>, act: 'verify' | 'find'): Promise<Say | null> {
    const referrals = await this.referrals.of(file.id);
    return act === 'verify' ? this.beforeOrder(referrals) : this.beforeFinding(referrals);
  }

  accuses(file: CaseFile): boolean {
    return accuses(file, this.province);
  }

  private beforeOrder(referrals: readonly Referral[]): Say | null {
    if (mayOrderVerification(referrals)) return null;
    const silent = referrals.filter(({ state }) => state === 'sent');
    if (silent.length === 0) return SAY_NOBODY_ACTS;
    const names = this.names(silent);
    return say(`ยังไม่ได้ตอบรับเรื่อง: ${names.th}`, `Not yet accepted or answered by: ${names.en}.`);
  }

  private beforeFinding(referrals: readonly Referral[]): Say | null {
    if (mayRecordFinding(referrals)) return null;
    const names = this.names(referrals.filter(isOpenReferral));
    return say(
      `ยังไม่ได้รับคำตอบสุดท้าย: ${names.th} กรุณารอคำตอบหรือเรียกเรื่องคืน`,
      `No final answer yet from: ${names.en}. Wait for it, or withdraw the referral.`,
    );
  }

  /** Each office once. */
  private names(referrals: readonly Referral[]): Say {
    const codes = [...new Set(referrals.map(({ agencyCode }) => agencyCode))];
    const agencies = codes.map((code) => (code === null ? undefined : this.province.agency(code)));
    return say(
      agencies.map((agency) => agency?.nameTh ?? 'ผู้รับนอกทะเบียน').join(', '),
      agencies.map((agency) => agency?.nameEn ?? 'an unlisted recipient').join(', '),
    );
  }
}

const SAY_NOBODY_ACTS = say(
  'ยังไม่มีผู้รับไว้ดำเนินการ กรุณาส่งเรื่องใหม่ หรือรับไว้ดำเนินการเอง',
  'Nobody has taken the case up to act on it. Refer it again, or to the desk itself.',
);
