import { Injectable } from '@nestjs/common';
import { OfficersService } from '../access/officers.service';
import type { Officer } from '../access/officer.entity';
import type { Role } from '../access/roles';
import { isAtTheDesk } from '../access/roles';
import { Wall } from '../access/wall';
import type { CaseFile } from '../cases/case-file.entity';
import { Referrals } from '../cases/referrals';
import type { HeardLine, Recipient, Told } from './notice.rules';
import { tellingsOf, toldOf } from './notice.rules';

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

  /** Whom a line tells what. Nobody behind the case's wall is among them, in an office or in anybody's stead. */
  async of(file: CaseFile, line: HeardLine): Promise<readonly Told[]> {
    const tellings = tellingsOf(line);
    if (tellings.length === 0) return [];
    const people = await this.wall.thoseWhoMaySee(file, atDeskOf(file, await this.officers.active()));
    const agency = tellings.some(({ who }) => who === 'agency') ? await this.agencyOf(file, line) : null;
    return tellings.flatMap((telling) => toldOf(telling, (office) => holdersOf(office, file, people, agency)));
  }

  /** Of what has no case: the heads of the desk itself. Ids; empty when there is none. */
  async headsOfDesk(): Promise<readonly string[]> {
    const people = atDeskOf({ handledBy: null }, await this.officers.active());
    return people.filter(({ roles }) => roles.includes('desk_head')).map(({ id }) => id);
  }

  private async agencyOf(file: CaseFile, { data }: HeardLine): Promise<string | null> {
    if (typeof data.agencyCode === 'string') return data.agencyCode;
    const id = data.referralId ?? data.referral;
    return typeof id === 'string' ? ((await this.referrals.find(file.id, id))?.agencyCode ?? null) : null;
  }
}

function holdersOf(
  office: Recipient,
  file: CaseFile,
  people: readonly Person[],
  agency: string | null,
): readonly string[] {
  const those = (holds: (one: Person) => boolean): readonly string[] => people.filter(holds).map(({ id }) => id);
  switch (office) {
    case 'assignee':
      return those(({ id }) => id === file.assignee);
    case 'investigator':
      return those(({ id }) => id === file.investigator);
    case 'agency':
      return those(({ roles, agencyCode }) => roles.includes('agency_contact') && agencyCode === agency);
    default:
      return those(({ roles }) => roles.includes(office));
  }
}

/** The alternative unit's cases are told to its own people, the desk's to the desk's. */
const atDeskOf = ({ handledBy }: Pick<CaseFile, 'handledBy'>, people: readonly Officer[]): readonly Officer[] =>
  people.filter(({ roles, deskUnit }) => !isAtTheDesk(roles) || deskUnit === handledBy);
