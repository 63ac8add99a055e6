import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';

/** The triggers that refuse UPDATE and DELETE are gone: the program does not start on such a database. */
export class AuditUnprotected extends Error {}

/** SQLite drops a table's triggers without a word when a migration rebuilds it, so each start looks. */
@Injectable()
export class AuditTriggers implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const missing = await this.missing();
    if (missing.length > 0) {
      throw new AuditUnprotected(`The audit trail is not protected: trigger ${missing.join(', ')} is missing.`);
    }
  }

  async missing(): Promise<readonly string[]> {
    const { isSqlite, reader } = this.database;
    const query = isSqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('audit_row', 'audit_head')"
      : `SELECT tgname AS name FROM pg_trigger WHERE tgenabled <> 'D'
         AND tgrelid IN (to_regclass('audit_row'), to_regclass('audit_head'))`;
    const there = new Set((await sql<{ name: string }>(reader, query)).map(({ name }) => name));
    return TRIGGERS[isSqlite ? 'sqlite' : 'postgres'].filter((name) => !there.has(name));
  }
}

const BOTH = ['audit_row_no_update', 'audit_row_no_delete', 'audit_head_forward_only', 'audit_head_no_delete'] as const;
const TRIGGERS = {
  sqlite: BOTH,
  postgres: [...BOTH, 'audit_row_no_truncate', 'audit_head_no_truncate'],
} as const;
