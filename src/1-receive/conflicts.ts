import { Injectable } from '@nestjs/common';
import { chainOf } from '../access/chain.rules';
import type { Officer } from '../access/officer.entity';
import { OfficersService } from '../access/officers.service';
import type { Walled } from '../access/wall';
import { Wall } from '../access/wall';
import { Province } from '../agencies/agencies';
import type { CaseFile } from '../cases/case-file.entity';
import { isAtTheDesk } from '../access/roles';
import type { ComplaintInput } from './complaint-input';
import { namedIn } from './named-staff.rules';
import { allegationOf } from './sealed-words';

/** Whom a complaint names, seen while its words are still open: in the request that files it and never after (KEYS K11). */
export interface Conflict {
  /** It concerns somebody at the desk, or leaves nobody there to read it: the alternative unit handles it alone. */
  readonly handledBy: 'alternative' | null;
  readonly named: readonly Officer[];
  /** Above and below those who are named. */
  readonly chain: readonly Officer[];
}

@Injectable()
export class Conflicts {
  constructor(
    private readonly officers: OfficersService,
    private readonly wall: Wall,
    private readonly province: Province,
  ) {}

  /** Before anything is written. */
  async in(input: ComplaintInput): Promise<Conflict> {
    const said = Object.values(allegationOf(input)).join('\n');
    // Also who is away now: she may come back while the case is open.
    const everybody = await this.officers.everybody();
    const named = namedIn(said, everybody);
    const chain = chainOf(named, everybody, this.province.profile.chains ?? []);
    const atDesk = everybody.filter((one) => one.active && isOfTheDesk(one));
    const noReader = atDesk.length > 0 && atDesk.every((one) => named.includes(one) || chain.includes(one));
    const desk = input.concernsDesk === true || noReader || named.some(isOfTheDesk);
    return { handledBy: desk ? 'alternative' : null, named, chain };
  }

  /** Inside the write that opens the case, before its first line is told. */
  async wallIn(file: CaseFile, { named, chain }: Conflict): Promise<void> {
    await this.wall.raise(file, named.map(tagged), 'named');
    await this.wall.raise(file, chain.map(tagged), 'chain');
  }
}

const tagged = ({ id }: Officer): Walled => ({ officer: id });

const isOfTheDesk = ({ roles, deskUnit }: Officer): boolean => isAtTheDesk(roles) && deskUnit === null;
