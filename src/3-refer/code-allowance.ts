import { Injectable } from '@nestjs/common';
import { OfficersService } from '../access/officers.service';
import { Wall } from '../access/wall';
import { Province } from '../agencies/agencies';
import { Accusations, accuses } from '../cases/accusations';
import type { CodeRefusal } from './agency-code.rules';
import { codeRefusal } from './agency-code.rules';
import type { Asked } from './answers';
import { NoCode } from './errors';

/** Whether an agency may be given a code, as case and wall stand now: asked when it is made and whenever it is used. */
@Injectable()
export class CodeAllowance {
  constructor(
    private readonly accusations: Accusations,
    private readonly wall: Wall,
    private readonly officers: OfficersService,
    private readonly province: Province,
  ) {}

  /** Why this referral is given no code; null when it may be. */
  async refusal({ file, referral }: Asked): Promise<CodeRefusal | null> {
    const { agencyCode } = referral;
    const agency = { id: '', province: file.province, agencyCode };
    // Whoever gets the letter reads it: if one of the agency's people may not, nobody there is given a code.
    const people = (await this.officers.everybody()).filter((one) => one.agencyCode === agencyCode);
    const readers = [agency, ...people];
    return codeRefusal(referral, {
      deskCode: this.province.desk.code,
      caseOpen: file.open,
      corruption: await this.accusations.everCorruption(file),
      accused: file.accusedKind !== null || accuses(file, this.province),
      accusedAgency: file.agencyCode,
      walled: (await this.wall.thoseWhoMaySee(file, readers)).length < readers.length,
    });
  }

  /** @throws NoCode */
  async mustStand(asked: Asked): Promise<void> {
    const why = await this.refusal(asked);
    if (why !== null) throw new NoCode(why);
  }
}
