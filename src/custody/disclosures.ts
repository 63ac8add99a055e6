import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Story } from '../cases/story';
import type { LineData } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { NotFound, WrongFields, say } from '../platform/errors';
import { readDay } from '../platform/http/letters';
import { newId } from '../platform/ids';
import { bangkokDay, parseDay } from '../platform/thai/dates';
import { Vault } from '../vault/vault';
import { AlreadyGiven, NotOpened } from './custody.errors';
import { DisclosureOrder } from './disclosure-order.entity';
import type { DisclosureOrderInput, GivingInput } from './disclosure.inputs';
import { LONGEST_DEFERRAL, mayTellFrom } from './disclosure.rules';
import { IdentityRequests } from './identity-requests';

/** The order and the request that a custodian decides. */
export interface Ordered {
  readonly id: string;
  readonly request: string;
}

/**
 * Disclosure that a court or a law orders: a paper of its own, then the same two keys as any opening (KEYS K7), then
 * what was given and when. The reporter reads it at once, or from the day on which the order allows telling her.
 */
@Injectable()
export class Disclosures {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly story: Story,
    private readonly requests: IdentityRequests,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound NothingKept NoSuchExhibit AlreadyWaiting WrongFields */
  async enter(looker: Looker, number: string, input: DisclosureOrderInput): Promise<Ordered> {
    const today = bangkokDay(this.clock.now());
    const orderedOn = readDay('orderedOn', input.orderedOn, { notAfter: today });
    const tellFrom = this.tellFrom(input, today);
    return this.database.write(async (em) => {
      const { words, hours, exhibit } = input;
      const wish = { reason: 'required_by_law', words, hours, exhibit, tellFrom } as const;
      const request = await this.requests.ask(looker, number, wish);
      const file = await this.cases.findForUpdate(looker, number);
      const order: DisclosureOrder = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        requestId: request.id,
        authority: input.authority,
        reference: input.reference,
        orderedOn,
        deferralItem: await this.vault.sealIfAny(file, 'custody', 'disclosureDeferral', input.deferral),
        enteredBy: looker.officerId,
        enteredAt: this.clock.now(),
        givenOn: null,
        givenLetter: null,
        givenBy: null,
      };
      await em.insert(DisclosureOrder, order);
      await this.tell(file, looker, 'disclosureOrdered', order, orderedOn, { exhibitNo: request.exhibitNo, tellFrom });
      return { id: order.id, request: request.id };
    });
  }

  /** What was opened under the order was given to the authority. @throws CaseNotFound NotFound NotOpened AlreadyGiven WrongFields */
  async give(looker: Looker, number: string, id: string, input: GivingInput): Promise<void> {
    const today = bangkokDay(this.clock.now());
    const givenOn = readDay('on', input.on, { notAfter: today });
    await this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const order = await em.findOneBy(DisclosureOrder, { id, caseId: file.id });
      if (!order) throw new NotFound();
      if (order.givenOn !== null) throw new AlreadyGiven();
      const opening = (await this.story.of(file.id)).find(
        ({ kind, data }) =>
          (kind === 'identityOpened' || kind === 'originalOpened') && data.request === order.requestId,
      );
      if (!opening) throw new NotOpened();
      if (givenOn < bangkokDay(opening.at)) throw WrongFields.one('on', SAY_BEFORE_OPENING);
      const given = { givenOn, givenLetter: input.letter, givenBy: looker.officerId };
      await em.update(DisclosureOrder, { id }, given);
      const { exhibitNo = null, tellFrom = null } = opening.data;
      await this.tell(file, looker, 'disclosureGiven', order, givenOn, { exhibitNo, tellFrom });
    });
  }

  private tellFrom({ tellFrom, deferral }: DisclosureOrderInput, today: string): string | null {
    if (tellFrom === undefined) return null;
    const day = parseDay(tellFrom);
    if (!day || !mayTellFrom(day, today)) throw WrongFields.one('tellFrom', SAY_DEFERRAL);
    if (!deferral) throw WrongFields.one('deferral', SAY_WHY);
    return day;
  }

  private async tell(
    file: CaseFile,
    looker: Looker,
    kind: 'disclosureOrdered' | 'disclosureGiven',
    { id, requestId, authority }: DisclosureOrder,
    date: string,
    more: LineData,
  ): Promise<void> {
    const data = { disclosure: id, request: requestId, authority, date, ...more };
    await this.cases.tell(file, { kind, by: officer(looker), data });
  }
}

const SAY_BEFORE_OPENING = say('วันที่ส่งมอบต้องไม่ก่อนวันที่เปิดดู', 'It cannot have been given before it was opened.');
const SAY_WHY = say('กรุณาเขียนว่าทำไมยังแจ้งผู้ร้องไม่ได้', 'Say why the reporter may not be told yet.');
const SAY_DEFERRAL = say(
  `เลื่อนการแจ้งผู้ร้องได้ไม่เกิน ${LONGEST_DEFERRAL} วัน นับจากพรุ่งนี้`,
  `Telling the reporter may be put off from tomorrow to ${LONGEST_DEFERRAL} days from today.`,
);
