import { Injectable } from '@nestjs/common';
import { chainOf } from '../access/chain.rules';
import type { Looker } from '../access/looker';
import type { Officer } from '../access/officer.entity';
import { OfficersService } from '../access/officers.service';
import { isAtTheDesk } from '../access/roles';
import { Wall } from '../access/wall';
import { Province } from '../agencies/agencies';
import type { WallCause } from '../access/wall.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import type { LineKind } from '../cases/story-line';
import { officer } from '../cases/story-line';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { Alarm } from '../platform/http/alarm';
import { Handovers } from './handovers';

const SAY_NOBODY = say('ไม่มีเจ้าหน้าที่คนนี้', 'There is no such officer.');
const SAY_YOURSELF = say('ถ้าเป็นตัวท่านเอง ให้ใช้ “ขอถอนตัว”', 'For yourself, step back from the case instead.');

/**
 * Somebody must not see a case (KEYS K11): found by who sorts it, or said by herself. If nobody of the desk is left to
 * read it, the alternative unit takes it over in the same write.
 */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly officers: OfficersService,
    private readonly wall: Wall,
    private readonly handovers: Handovers,
    private readonly province: Province,
    private readonly alarm: Alarm,
  ) {}

  /** @throws CaseNotFound WrongFields */
  async wallOff(looker: Looker, number: string, username: string, reason: string): Promise<CaseFile> {
    const who = await this.officers.find(username);
    if (!who) throw WrongFields.one('username', SAY_NOBODY);
    if (who.id === looker.officerId) throw WrongFields.one('username', SAY_YOURSELF);
    return this.hide(looker, number, who, { cause: 'named', kind: 'walled', reason });
  }

  /** She steps back, and from then on the case is not there for her. @throws CaseNotFound */
  async recuse(looker: Looker, number: string, reason: string): Promise<CaseFile> {
    const self = await this.officers.find(looker.username);
    if (!self) throw WrongFields.one('username', SAY_NOBODY);
    return this.hide(looker, number, self, { cause: 'recused', kind: 'recused', reason });
  }

  private async hide(looker: Looker, number: string, who: Officer, why: Why): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const itemId = await this.handovers.sealReason(file, why.reason);
      await this.wall.raise(file, [{ officer: who.id }], why.cause);
      const chain = why.cause === 'named' ? await this.chainAround(who, looker) : [];
      await this.wall.raise(file, chain, 'chain');
      // Told once it stands: who listens judges by it.
      await this.cases.tell(file, { kind: why.kind, by: officer(looker), data: { officer: who.id }, itemId });
      const out = [who.id, ...chain.map((one) => one.officer)];
      const isOut = (id: string | null): boolean => id !== null && out.includes(id);
      await this.cases.change(file, {
        ...(isOut(file.assignee) ? { assignee: null } : {}),
        ...(isOut(file.investigator) ? { investigator: null } : {}),
      });
      await this.findReader(looker, file);
      return file;
    });
  }

  /** By the profile's rule; never the one who tells of it, who has read the case already. */
  private async chainAround(who: Officer, teller: Looker): Promise<readonly { readonly officer: string }[]> {
    const chain = chainOf([who], await this.officers.everybody(), this.province.profile.chains ?? []);
    return chain.filter(({ id }) => id !== teller.officerId).map(({ id }) => ({ officer: id }));
  }

  /** Whether anybody at the desk that handles it may still see it. */
  private async hasReader(file: CaseFile): Promise<boolean> {
    const isOf = ({ roles, deskUnit }: Officer): boolean => isAtTheDesk(roles) && deskUnit === file.handledBy;
    const desk = (await this.officers.active()).filter(isOf);
    return (await this.wall.thoseWhoMaySee(file, desk)).length > 0;
  }

  /** The alternative unit takes over what nobody else may read; when it may not either, somebody outside must know. */
  private async findReader(looker: Looker, file: CaseFile): Promise<void> {
    if (await this.hasReader(file)) return;
    if (file.handledBy === null) await this.handovers.give(looker, file);
    if (!(await this.hasReader(file))) await this.alarm.raise('case.withoutReader');
  }
}

interface Why {
  readonly cause: WallCause;
  readonly kind: Extract<LineKind, 'walled' | 'recused'>;
  readonly reason: string;
}
