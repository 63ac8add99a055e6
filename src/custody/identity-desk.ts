import { Injectable } from '@nestjs/common';
import { Directory } from '../access/directory';
import type { Looker } from '../access/looker';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import type { OpeningReason } from './custody.rules';
import { standingOf } from './custody.rules';
import { DisclosureOrder } from './disclosure-order.entity';
import type { Authority } from './disclosure.rules';
import { IdentityRequest } from './identity-request.entity';

/** A request as its asker or a custodian reads it. */
export interface RequestCard {
  readonly id: string;
  readonly number: string;
  /** Of the exhibit whose original is asked for; null: who spoke. */
  readonly exhibitNo: number | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly reason: OpeningReason;
  readonly words: string;
  readonly hours: number;
  readonly state: 'asked' | 'granted' | 'denied' | 'over';
  readonly untilAt: string | null;
  readonly decidedBy: string | null;
  readonly decision: string | null;
  /** When a law or a court orders it: by whom, and whether the reporter is kept from knowing, until when and why. */
  readonly order: OrderOnCard | null;
}

export interface OrderOnCard {
  readonly authority: Authority;
  readonly reference: string;
  /** Local days. */
  readonly orderedOn: string;
  readonly tellFrom: string | null;
  readonly deferral: string | null;
}

const MOST = 50;

/** Reads requests for pages: a custodian's list, and an asker's own on a case. */
@Injectable()
export class IdentityDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly names: Directory,
    private readonly clock: Clock,
  ) {}

  /** Those that wait, oldest first, and then the latest decided. Number and reason; nothing of the case. */
  async forCustodian(looker: Looker): Promise<readonly RequestCard[]> {
    const { province } = looker;
    const em = this.database.reader;
    const waiting = await em.find(IdentityRequest, {
      where: { province, state: 'asked' },
      order: { askedAt: 'ASC' },
      take: MOST,
    });
    const decided = await em.find(IdentityRequest, {
      where: { province, decidedBy: looker.officerId },
      order: { decidedAt: 'DESC' },
      take: MOST,
    });
    const there = [...waiting, ...decided].filter(({ caseId }) => !looker.hidden.includes(caseId));
    return this.cards(looker, there);
  }

  /** This officer's own requests on a case, newest first. @throws CaseNotFound */
  async own(looker: Looker, number: string): Promise<readonly RequestCard[]> {
    const file = await this.cases.find(looker, number);
    const where = { caseId: file.id, askedBy: looker.officerId };
    return this.cards(
      looker,
      await this.database.reader.find(IdentityRequest, { where, order: { askedAt: 'DESC' }, take: MOST }),
    );
  }

  private async cards(looker: Looker, requests: readonly IdentityRequest[]): Promise<readonly RequestCard[]> {
    const people = requests.flatMap(({ askedBy, decidedBy }) => (decidedBy ? [askedBy, decidedBy] : [askedBy]));
    const names = await this.names.names(people);
    const cards: RequestCard[] = [];
    for (const one of requests) {
      const file = await this.cases.byId(one.caseId);
      const order = await this.database.reader.findOneBy(DisclosureOrder, { requestId: one.id });
      const deferralItem = order?.deferralItem ?? null;
      const texts = await this.vault.read(looker, file, [one.reasonItem, one.decisionItem, deferralItem]);
      cards.push({
        id: one.id,
        number: file.number,
        exhibitNo: one.exhibitNo,
        askedBy: names.get(one.askedBy) ?? '-',
        askedAt: one.askedAt,
        reason: one.reason,
        words: texts.get(one.reasonItem) ?? '',
        hours: one.hours,
        state: standingOf(one, this.clock.now()),
        untilAt: one.untilAt,
        decidedBy: (one.decidedBy && names.get(one.decidedBy)) ?? null,
        decision: (one.decisionItem && texts.get(one.decisionItem)) ?? null,
        order: order && {
          authority: order.authority,
          reference: order.reference,
          orderedOn: order.orderedOn,
          tellFrom: one.tellFrom,
          deferral: (deferralItem && texts.get(deferralItem)) ?? null,
        },
      });
    }
    return cards;
  }
}
