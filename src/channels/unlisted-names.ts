import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import type { UnlistedName } from '../cases/referral.entity';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { newId } from '../platform/ids';

/** As wide as its column. */
const LONGEST = 200;

/** Names of offices and districts that old registers use and the profile does not know, kept for the administrator. */
@Injectable()
export class UnlistedNames {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
  ) {}

  /** Inside a write. One row a name, however often it comes. */
  async idOf(kind: UnlistedName['kind'], name: string): Promise<string> {
    const values = [this.province.code, kind, [...name].slice(0, LONGEST).join('')];
    return this.database.write(async (em) => {
      const [made] = await sql<{ id: string }>(
        em,
        `INSERT INTO unlisted_name (province, kind, name, id) VALUES ($1, $2, $3, $4)
         ON CONFLICT (province, kind, name) DO NOTHING RETURNING id`,
        [...values, newId()],
      );
      if (made) return made.id;
      const text = 'SELECT id FROM unlisted_name WHERE province = $1 AND kind = $2 AND name = $3';
      const [known] = await sql<{ id: string }>(em, text, values);
      if (!known) throw new Error('The unlisted name cannot be read.');
      return known.id;
    });
  }
}
