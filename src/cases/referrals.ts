import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { bangkokDay } from '../platform/thai/dates';
import { Facts } from '../statistics/facts';
import { ReaderRemoval } from '../vault/reader-removal';
import type { CaseFile } from './case-file.entity';
import type { ReferralState } from './codes';
import { Referral } from './referral.entity';

export type NewReferral = Omit<
  Referral,
  'id' | 'province' | 'caseId' | 'state' | 'closedAt' | 'toAgencyCode' | 'dueAt'
> & {
  readonly id?: string;
};

/** Referrals of a case as rows with a life of their own; step 3 sends and hears them, step 4 asks whether they are done. */
@Injectable()
export class Referrals {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly removal: ReaderRemoval,
    private readonly clock: Clock,
  ) {}

  of(caseId: string): Promise<Referral[]> {
    return this.database.reader.find(Referral, { where: { caseId }, order: { sentAt: 'ASC', id: 'ASC' } });
  }

  async find(caseId: string, id: string): Promise<Referral | null> {
    if (!/^[0-9a-z]{26}$/.test(id)) return null;
    return this.database.reader.findOneBy(Referral, { caseId, id });
  }

  /** Inside a write. */
  async add(file: CaseFile, referral: NewReferral, dueOn: string | null = null): Promise<Referral> {
    const row: Referral = {
      ...referral,
      id: referral.id ?? newId(),
      province: file.province,
      caseId: file.id,
      state: 'sent',
      dueAt: null,
      closedAt: null,
      toAgencyCode: null,
    };
    await this.database.write(async (em) => {
      await em.insert(Referral, row);
      await this.facts.referralSent({
        referralId: row.id,
        caseId: file.id,
        agencyCode: row.agencyCode,
        unlisted: row.unlistedId !== null,
        sentOn: bangkokDay(row.sentAt),
        dueOn,
      });
    });
    return row;
  }

  /** The due instant of the agency's clock, kept beside the referral for lists. */
  async noteDue(id: string, dueAt: string): Promise<void> {
    await this.database.write(async (em) => {
      await em.update(Referral, { id }, { dueAt });
      await this.facts.referralDue(id, bangkokDay(dueAt));
    });
  }

  /**
   * Inside a write; the caller has asked whether the referral may go to this state. Whoever it is withdrawn from can open
   * nothing of it any more (KEYS K15).
   * `at`: when it happened if not now, `null` when an old register does not say.
   */
  async settle(referral: Referral, state: ReferralState, told: Settling = {}): Promise<void> {
    const closed = state !== 'sent' && state !== 'accepted';
    const at = told.at === undefined ? this.clock.now() : told.at;
    const change = { state, closedAt: closed ? at : null, toAgencyCode: told.toAgencyCode ?? null };
    await this.database.write((em) => em.update(Referral, { id: referral.id }, change));
    if (state === 'withdrawn') await this.removal.fromReferral(referral.caseId, referral.id);
    Object.assign(referral, change);
    const inTime = closed && at && referral.dueAt ? at <= referral.dueAt : null;
    await this.facts.referralAnswered(referral.id, { state, on: closed && at ? bangkokDay(at) : null, inTime });
  }
}

export interface Settling {
  readonly at?: string | null;
  readonly toAgencyCode?: string | null;
}
