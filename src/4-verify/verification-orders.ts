import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { OfficersService } from '../access/officers.service';
import { Cases } from '../cases/cases';
import { officer } from '../cases/story-line';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { newId } from '../platform/ids';
import { Vault } from '../vault/vault';
import { Readiness } from './readiness';
import { VerificationOrder } from './verification-order.entity';
import type { VerificationMode } from './verify.rules';
import { needsCover } from './verify.rules';

export interface Order {
  readonly mode: VerificationMode;
  readonly reason: string;
  readonly cover?: string | undefined;
  /** User name; left out: whoever of the desk may. */
  readonly investigator?: string | undefined;
}

/** Step 4 begins with the head's order. */
@Injectable()
export class VerificationOrders {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly readiness: Readiness,
    private readonly officers: OfficersService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound StepOutOfOrder StepNotReady WrongFields */
  async give(looker: Looker, number: string, input: Order): Promise<VerificationOrder> {
    const investigator = input.investigator === undefined ? null : await this.verifier(input.investigator);
    return this.database.write(async (em) => {
      const file = await this.cases.findForUpdate(looker, number);
      await this.readiness.mustTake(file, 'verify');
      if (needsCover(input.mode, this.readiness.accuses(file)) && !input.cover) {
        throw WrongFields.one('cover', SAY_COVER);
      }
      const order: VerificationOrder = {
        id: newId(),
        province: file.province,
        caseId: file.id,
        mode: input.mode,
        reasonItem: await this.vault.seal(file, 'work', 'reasons', input.reason),
        coverItem: await this.vault.sealIfAny(file, 'work', 'cover', input.cover),
        investigator,
        orderedBy: looker.officerId,
        orderedAt: this.clock.now(),
      };
      await em.insert(VerificationOrder, order);
      const line = {
        kind: 'verificationOrdered',
        by: officer(looker),
        data: { orderId: order.id, mode: order.mode, investigator },
        itemId: order.reasonItem,
      } as const;
      await this.cases.move(file, 'verify', line, investigator ? { investigator } : {});
      return order;
    });
  }

  private async verifier(username: string): Promise<string> {
    const person = await this.officers.find(username);
    if (!person?.active || !may(person, 'case.verify')) throw WrongFields.one('investigator', SAY_NO_VERIFIER);
    return person.id;
  }
}

const SAY_COVER = say(
  'เรื่องกล่าวหา: กรุณาบอกว่าจะลงพื้นที่อย่างไรไม่ให้รู้ว่าใครเป็นผู้ให้ข้อมูล เช่น ถามหลายครัวเรือน หรือใช้โอกาสตามปกติ',
  'An accusation: say how the visit will not show who spoke, for example several households or a usual occasion.',
);
const SAY_NO_VERIFIER = say('ไม่มีผู้ตรวจสอบชื่อนี้', 'There is no such person who may verify.');
