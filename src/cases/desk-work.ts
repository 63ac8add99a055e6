import { Injectable } from '@nestjs/common';
import type { Officer } from '../access/officer.entity';
import { OfficersService } from '../access/officers.service';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { isAtTheDesk } from '../access/roles';
import { Wall } from '../access/wall';
import { Database } from '../platform/database/database';
import { WrongFields, say } from '../platform/errors';
import { Vault } from '../vault/vault';
import type { CaseFile } from './case-file.entity';
import { Cases } from './cases';
import { officer } from './story-line';

/** What the desk does to a case beside its steps: gives it to somebody, writes a note. Neither moves a deadline. */
@Injectable()
export class DeskWork {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly vault: Vault,
    private readonly officers: OfficersService,
    private readonly wall: Wall,
  ) {}

  /** To a desk officer as handler, or to an investigator. @throws WrongFields when that person cannot take it. */
  async assign(looker: Looker, number: string, username: string): Promise<CaseFile> {
    const to = await this.officers.find(username);
    if (!to?.active) throw WrongFields.one('username', say('ไม่มีเจ้าหน้าที่คนนี้', 'There is no such officer.'));
    const investigates = to.roles.includes('investigator');
    if (!investigates && !may(to, 'case.sort')) {
      throw WrongFields.one('username', say('คนนี้ไม่มีหน้าที่ทำเรื่อง', 'This person does not handle cases.'));
    }
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      await this.mustBeFree(file, to);
      await this.cases.change(file, may(to, 'case.sort') ? { assignee: to.id } : { investigator: to.id });
      await this.cases.tell(file, { kind: 'assigned', by: officer(looker), data: { officer: to.id } });
      return file;
    });
  }

  /** Nobody works a case that is hidden from her, or that is another desk's. @throws WrongFields */
  private async mustBeFree(file: CaseFile, to: Officer): Promise<void> {
    const seers = await this.wall.thoseWhoMaySee(file, [to]);
    if (seers.length > 0 && (!isAtTheDesk(to.roles) || to.deskUnit === file.handledBy)) return;
    throw WrongFields.one('username', say('มอบเรื่องนี้ให้คนนี้ไม่ได้', 'This person cannot take this case.'));
  }

  async comment(looker: Looker, number: string, text: string): Promise<CaseFile> {
    return this.database.write(async () => {
      const file = await this.cases.findForUpdate(looker, number);
      const itemId = await this.vault.seal(file, 'work', 'comment', text);
      await this.cases.tell(file, { kind: 'commented', by: officer(looker), itemId });
      return file;
    });
  }
}
