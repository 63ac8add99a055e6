import { Injectable } from '@nestjs/common';
import { OfficersService } from '../access/officers.service';
import type { Officer } from '../access/officer.entity';
import type { Role } from '../access/roles';
import { isAtTheDesk } from '../access/roles';
import { Wall } from '../access/wall';
import type { CaseFile } from '../cases/case-file.entity';
import { Referrals } from '../cases/referrals';
import type { HeardLine, Recipient } from './notice.rules';
import { STANDS_IN } from './notice.rules';

interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly agencyCode: string | null;
}

/** Finds the persons behind an office, today. */
@Injectable()
export class Recipients {
  constructor(
    private readonly officers: OfficersService,
    private readonly referrals: Referrals,
    private readonly wall: Wall,
  ) {}

  /** Ids; empty when nobody holds the office and nobody stands in. */
  async of(who: Recipient, file: CaseFile, line: HeardLine): Promise<readonly string[]> {
    const people = await this.wall.thoseWhoMaySee(file, atDeskOf(file, await this.officers.active()));
    const found = await this.find(who, file, line, people);
    const standIn = STANDS_IN[who];
    return found.length > 0 || !standIn ? found : this.find(standIn, file, line, people);
  }

  /** Of what has no case: the heads of the desk itself. Ids; empty when there is none. */
  async headsOfDesk(): Promise<readonly string[]> {
    const people = atDeskOf({ handledBy: null }, await this.officers.active());
    return people.filter(({ roles }) => roles.includes('desk_head')).map(({ id }) => id);
  }

  private async find(
    who: Recipient,
    file: CaseFile,
    line: HeardLine,
    people: readonly Person[],
  ): Promise<readonly string[]> {
    const holding = (role: Role): readonly string[] =>
      people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
    const still = (id: string | null): readonly string[] => (id && people.some((one) => one.id === id) ? [id] : []);
    switch (who) {
      case 'assignee':
        return still(file.assignee);
      case 'investigator':
        return still(file.investigator);
      case 'agency': {
        const code = await this.agencyOf(file, line);
        return people
          .filter(({ roles, agencyCode }) => roles.includes('agency_contact') && agencyCode === code)
          .map(({ id }) => id);
      }
      default:
        return holding(who);
    }
  }

  private async agencyOf(file: CaseFile, { data }: HeardLine): Promise<string | null> {
    if (typeof data.agencyCode === 'string') return data.agencyCode;
    const id = data.referralId ?? data.referral;
    return typeof id === 'string' ? ((await this.referrals.find(file.id, id))?.agencyCode ?? null) : null;
  }
}

/** The alternative unit's cases are told to its own people, the desk's to the desk's. */
const atDeskOf = ({ handledBy }: Pick<CaseFile, 'handledBy'>, people: readonly Officer[]): readonly Officer[] =>
  people.filter(({ roles, deskUnit }) => !isAtTheDesk(roles) || deskUnit === handledBy);
