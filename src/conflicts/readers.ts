import { Injectable } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { OfficersService } from '../access/officers.service';
import { Wall } from '../access/wall';
import type { WallCause } from '../access/wall.entity';
import { Cases } from '../cases/cases';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import type { CompartmentKind } from '../vault/vault.entities';

/** A unit that could open a part of the case. */
export interface UnitReader {
  /** `desk`, `investigation`, `agency:NWT-LAND` …; `code:NWT-LAND` for an agency without an account. */
  readonly unit: string;
  readonly kind: CompartmentKind;
  readonly fromAt: string;
  /** Null: it still can; of a code, the end it has or had. */
  readonly untilAt: string | null;
}

/** Somebody for whom the case is not there. */
export interface Hidden {
  readonly username: string;
  readonly name: string;
  readonly cause: WallCause;
  readonly fromAt: string;
  readonly untilAt: string | null;
}

export interface Readership {
  readonly number: string;
  readonly handledBy: 'alternative' | null;
  readonly units: readonly UnitReader[];
  readonly hidden: readonly Hidden[];
}

interface GrantRow {
  readonly reader: string;
  readonly kind: CompartmentKind;
  readonly from_at: string;
  readonly until_at: string | null;
}

/** Proves who could read a case and who could not, at each time: from the grants of its keys and from its wall (KEYS K11). */
@Injectable()
export class Readers {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly officers: OfficersService,
    private readonly wall: Wall,
  ) {}

  /** @throws CaseNotFound */
  async of(looker: Looker, number: string): Promise<Readership> {
    const file = await this.cases.find(looker, number);
    const rows = await sql<GrantRow>(
      this.database.reader,
      `SELECT g.reader AS reader, c.kind AS kind, MIN(g.from_at) AS from_at, g.until_at AS until_at
       FROM key_grant g JOIN compartment c ON c.id = g.compartment_id
       WHERE c.case_id = $1 AND g.part = 'whole' AND g.reader LIKE 'unit:%'
       GROUP BY g.reader, c.kind, g.until_at ORDER BY g.reader, c.kind, from_at`,
      [file.id],
    );
    const walled = await this.wall.history(file, await this.officers.everybody());
    return {
      number: file.number,
      handledBy: file.handledBy,
      units: [...rows, ...(await this.byCode(file.id))].map((row) => ({
        unit: row.reader.replace(/^unit:/, ''),
        kind: row.kind,
        fromAt: row.from_at,
        untilAt: row.until_at,
      })),
      hidden: walled.map(({ person: { username, name }, cause, fromAt, untilAt }) => ({
        username,
        name,
        cause,
        fromAt,
        untilAt,
      })),
    };
  }

  /** Agencies that could open their referral with the code of a letter (KEYS K6). */
  private byCode(caseId: string): Promise<GrantRow[]> {
    return sql<GrantRow>(
      this.database.reader,
      `SELECT 'code:' || r.agency_code AS reader, 'referral' AS kind, MIN(g.from_at) AS from_at, g.until_at AS until_at
       FROM referral_code c JOIN referral r ON r.id = c.referral_id JOIN key_grant g ON g.reader = 'code:' || c.id
       WHERE c.case_id = $1 GROUP BY r.agency_code, c.id, g.until_at ORDER BY from_at, c.id`,
      [caseId],
    );
  }
}
