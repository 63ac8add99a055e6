import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Looker } from '../access/looker';
import { OfficersService } from '../access/officers.service';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Forbidden } from '../platform/errors';
import { newId } from '../platform/ids';
import { SplitKeys } from '../vault/split-keys';
import { Vault } from '../vault/vault';
import { AlreadyDecided, AlreadyWaiting, NoGrant, NothingKept } from './custody.errors';
import type { IdentityDecisionInput } from './custody.inputs';
import type { OpeningHours, OpeningReason } from './custody.rules';
import { OPENING_HOURS, endOf } from './custody.rules';
import { IdentityRequest } from './identity-request.entity';
import type { Original } from './originals';
import { Originals } from './originals';

/** What is asked for, why, and for how long. */
export interface Wish {
  readonly reason: OpeningReason;
  readonly words: string;
  readonly hours?: OpeningHours;
  /** No. of an exhibit whose original is asked for; left out: who spoke. */
  readonly exhibit?: number;
  /** Local day before which the reporter may not be told of it (an order of disclosure says so). */
  readonly tellFrom?: string | null;
}

interface Granted {
  readonly request: IdentityRequest;
  /** UTC instant. */
  readonly until: string;
}

/** Asked by one who handles the case, granted by one who does not, for a time, to the asker alone (KEYS K7). */
@Injectable()
export class IdentityRequests {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly splitKeys: SplitKeys,
    private readonly officers: OfficersService,
    private readonly originals: Originals,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound NothingKept AlreadyWaiting */
  async ask(looker: Looker, number: string, input: Wish): Promise<IdentityRequest> {
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      const exhibitNo = await this.asked(file, input.exhibit);
      const waiting = { caseId: file.id, askedBy: looker.officerId, state: 'asked' } as const;
      const same = { ...waiting, exhibitNo: exhibitNo ?? IsNull() };
      if (await em.existsBy(IdentityRequest, same)) throw new AlreadyWaiting();
      const request: IdentityRequest = {
        id: newId(),
        province: file.province,
        ...waiting,
        exhibitNo,
        askedAt: this.clock.now(),
        reason: input.reason,
        reasonItem: await this.vault.seal(file, 'custody', 'openingReason', input.words),
        hours: input.hours ?? OPENING_HOURS[0],
        decidedBy: null,
        decidedAt: null,
        decisionItem: null,
        tellFrom: input.tellFrom ?? null,
        untilAt: null,
      };
      await em.insert(IdentityRequest, request);
      await this.tell(file, looker, 'identityAsked', request);
      return request;
    });
  }

  /** @throws NoGrant when there is no such request. @throws Forbidden AlreadyDecided */
  async decide(custodian: Looker, id: string, { grant, words }: IdentityDecisionInput): Promise<IdentityRequest> {
    return this.database.write(async (em) => {
      const found = await em.findOneBy(IdentityRequest, { id, province: custodian.province });
      if (!found || custodian.hidden.includes(found.caseId)) throw new NoGrant();
      const file = await this.cases.lockById(found.caseId);
      mustStandApart(custodian, file, found);
      const now = this.clock.now();
      const decided: IdentityRequest = {
        ...found,
        state: grant ? 'granted' : 'denied',
        decidedBy: custodian.officerId,
        decidedAt: now,
        decisionItem: await this.vault.seal(file, 'custody', 'openingDecision', words),
        untilAt: grant ? endOf(now, found.hours) : null,
      };
      const { affected } = await em.update(IdentityRequest, { id, state: 'asked' }, decided);
      if (affected !== 1) throw new AlreadyDecided();
      if (grant) await this.handOver(custodian, file, decided);
      await this.tell(file, custodian, grant ? 'identityGranted' : 'identityDenied', decided);
      return decided;
    });
  }

  /** What is kept of who spoke, as it was filled in. Every opening is told to the reporter. @throws NoGrant CaseNotFound */
  async open(looker: Looker, number: string, id: string): Promise<Readonly<Record<string, string>>> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const { request, until } = await this.granted(looker, file, id);
      if (request.exhibitNo !== null) throw new NoGrant();
      const handover = { requestId: id, kind: 'identity', officerId: looker.officerId, until } as const;
      const texts = await this.vault.readIdentity(looker, file, handover, [file.identityItem]);
      await this.tell(file, looker, 'identityOpened', request);
      return JSON.parse(texts.get(file.identityItem ?? '') ?? '{}') as Record<string, string>;
    });
  }

  /** The bytes as they were received, for what could not be cleaned. @throws NoGrant CaseNotFound SealBroken */
  async openOriginal(looker: Looker, number: string, id: string): Promise<Original> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const { request, until } = await this.granted(looker, file, id);
      if (request.exhibitNo === null) throw new NoGrant();
      const handover = { requestId: id, kind: 'original', officerId: looker.officerId, until } as const;
      const original = await this.originals.open(looker, file, request.exhibitNo, handover);
      await this.tell(file, looker, 'originalOpened', request);
      return original;
    });
  }

  /** A grant in force, of this officer on this case. @throws NoGrant */
  private async granted(looker: Looker, file: CaseFile, id: string): Promise<Granted> {
    const where = { id, caseId: file.id, askedBy: looker.officerId };
    const request = await this.database.reader.findOneBy(IdentityRequest, where);
    if (!request?.untilAt || request.state !== 'granted' || request.untilAt <= this.clock.now()) throw new NoGrant();
    return { request, until: request.untilAt };
  }

  /** What is asked for: an exhibit's number, or null for who spoke. @throws NothingKept NoSuchExhibit */
  private async asked(file: CaseFile, exhibit: number | undefined): Promise<number | null> {
    if (exhibit !== undefined) return this.originals.mustExist(file, exhibit);
    if (file.identityItem === null) throw new NothingKept();
    return null;
  }

  private async handOver(custodian: Looker, file: CaseFile, request: IdentityRequest): Promise<void> {
    const { id, askedBy, untilAt, exhibitNo } = request;
    const kind = exhibitNo === null ? 'identity' : 'original';
    const asker = (await this.officers.active()).find((one) => one.id === askedBy);
    if (!asker || untilAt === null) throw new NoGrant();
    await this.splitKeys.sweep();
    const handover = { requestId: id, kind, officerId: asker.id, until: untilAt } as const;
    await this.splitKeys.handOver(custodian, file, asker, handover);
  }

  private async tell(
    file: CaseFile,
    looker: Looker,
    kind: 'identityAsked' | 'identityGranted' | 'identityDenied' | 'identityOpened' | 'originalOpened',
    { id, reason, exhibitNo, tellFrom }: IdentityRequest,
  ): Promise<void> {
    const data = { request: id, openingReason: reason, exhibitNo, ...(tellFrom ? { tellFrom } : {}) };
    await this.cases.tell(file, { kind, by: officer(looker), data });
  }
}

/** Asker ≠ granter, and whoever works on the case keeps nothing of it (KEYS K7). */
function mustStandApart(
  { officerId }: Looker,
  { assignee, investigator }: CaseFile,
  { askedBy }: IdentityRequest,
): void {
  if ([askedBy, assignee, investigator].includes(officerId)) throw new Forbidden();
}
