import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Looker } from '../access/looker';
import { Cases } from '../cases/cases';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Vault } from '../vault/vault';
import { standingOf } from './custody.rules';
import { DisclosureOrder } from './disclosure-order.entity';
import type { Authority } from './disclosure.rules';
import { IdentityRequest } from './identity-request.entity';

/** An order as whoever handles the case reads it. */
export interface DisclosureCard {
  readonly id: string;
  readonly authority: Authority;
  readonly reference: string;
  /** Local days. */
  readonly orderedOn: string;
  readonly tellFrom: string | null;
  readonly deferral: string | null;
  readonly words: string;
  /** Of the exhibit whose original is demanded; null: who spoke. */
  readonly exhibitNo: number | null;
  readonly state: 'asked' | 'granted' | 'denied' | 'over';
  readonly givenOn: string | null;
  readonly givenLetter: string | null;
}

/** Reads the orders of disclosure on a case, newest first. */
@Injectable()
export class DisclosureDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound */
  async on(looker: Looker, number: string): Promise<readonly DisclosureCard[]> {
    const file = await this.cases.find(looker, number);
    const em = this.database.reader;
    const orders = await em.find(DisclosureOrder, { where: { caseId: file.id }, order: { enteredAt: 'DESC' } });
    const requests = await em.findBy(IdentityRequest, { id: In(orders.map(({ requestId }) => requestId)) });
    const items = [...requests.map(({ reasonItem }) => reasonItem), ...orders.map((one) => one.deferralItem)];
    const texts = await this.vault.read(looker, file, items);
    return orders.flatMap((order) => {
      const request = requests.find(({ id }) => id === order.requestId);
      if (!request) return [];
      const { id, authority, reference, orderedOn, givenOn, givenLetter } = order;
      return {
        ...{ id, authority, reference, orderedOn, givenOn, givenLetter },
        tellFrom: request.tellFrom,
        deferral: (order.deferralItem && texts.get(order.deferralItem)) ?? null,
        words: texts.get(request.reasonItem) ?? '',
        exhibitNo: request.exhibitNo,
        state: standingOf(request, this.clock.now()),
      };
    });
  }
}
