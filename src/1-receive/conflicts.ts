import { Injectable } from '@nestjs/common';
import type { Officer } from '../access/officer.entity';
import { OfficersService } from '../access/officers.service';
import { Wall } from '../access/wall';
import type { CaseFile } from '../cases/case-file.entity';
import { isAtTheDesk } from '../access/roles';
import type { ComplaintInput } from './complaint-input';
import { namedIn } from './named-staff.rules';
import { allegationOf } from './sealed-words';

/** Whom a complaint names, seen while its words are still open: in the request that files it and never after (KEYS K11). */
export interface Conflict {
  /** It concerns somebody at the desk: the alternative unit handles it alone. */
  readonly handledBy: 'alternative' | null;
  readonly officers: readonly Officer[];
}

@Injectable()
export class Conflicts {
  constructor(
    private readonly officers: OfficersService,
    private readonly wall: Wall,
  ) {}

  /** Before anything is written. */
  async in(input: ComplaintInput): Promise<Conflict> {
    const said = Object.values(allegationOf(input)).join('\n');
    const officers = namedIn(said, await this.officers.active());
    const desk = input.concernsDesk === true || officers.some(isOfTheDesk);
    return { handledBy: desk ? 'alternative' : null, officers };
  }

  /** Inside the write that opens the case, before its first line is told. */
  async wallIn(file: CaseFile, { officers }: Conflict): Promise<void> {
    await this.wall.raise(
      file,
      officers.map(({ id }) => ({ officer: id })),
      'named',
    );
  }
}

const isOfTheDesk = ({ roles, deskUnit }: Officer): boolean => isAtTheDesk(roles) && deskUnit === null;
