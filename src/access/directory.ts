import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Database } from '../platform/database/database';
import { chunks } from '../platform/database/sql';
import { Officer } from './officer.entity';
import type { Role } from './roles';

/** What stands for a person in a list or a story. */
export interface OfficerName {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly agencyCode: string | null;
}

/** Who is who, for pages: names of ids, people of a role. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
  ) {}

  /** Names by officer id, of the inactive as well; unknown ids are left out. */
  async names(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const named = new Map<string, string>();
    for (const some of chunks([...new Set(ids)])) {
      const officers = await this.database.reader.findBy(Officer, { province: this.province.code, id: In(some) });
      for (const { id, name } of officers) named.set(id, name);
    }
    return named;
  }

  /** Active officers who hold one of the roles, by name in Thai order: for "assign to". */
  async withRole(...roles: readonly Role[]): Promise<readonly OfficerName[]> {
    const active = await this.database.reader.findBy(Officer, { province: this.province.code, active: true });
    return active
      .filter((officer) => officer.roles.some((role) => roles.includes(role)))
      .map(({ id, username, name, agencyCode }) => ({ id, username, name, agencyCode }))
      .sort((a, b) => THAI.compare(a.name, b.name));
  }
}

const THAI = new Intl.Collator('th');
