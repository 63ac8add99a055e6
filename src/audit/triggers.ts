import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { SecretCheck } from '../platform/crypto/secret-check';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { DomainError, say } from '../platform/errors';
import { Alarm } from '../platform/http/alarm';
import type { Standing } from './triggers.rules';
import { faultsIn } from './triggers.rules';

/** What an alarm about the triggers is called in the trail. */
const ALARM = 'trigger.broken';

const BELIEVED_MS = 1_000;

/**
 * The triggers that refuse UPDATE and DELETE are gone or changed: the program does not start on such a database, and a
 * running one writes nothing more until they are put back as the migration of the audit room made them.
 */
export class AuditUnprotected extends DomainError {
  readonly status = 503;
  constructor(faults: readonly string[]) {
    super(
      say(
        'ทริกเกอร์ที่ปกป้องบันทึกการใช้ระบบถูกแก้ไข ระบบจึงไม่บันทึกสิ่งใดจนกว่าจะแก้คืน กรุณาแจ้งผู้ดูแลระบบ',
        'The triggers that protect the audit trail were changed; nothing is written until they are put back. Please tell the administrator.',
      ),
      { alarm: ALARM },
    );
    this.message = `The audit trail is not protected: trigger ${faults.join(', ')}. Put the triggers back as migrations/1763600001000-audit.ts makes them, then run "npm run cli -- audit verify".`;
  }
}

/** SQLite drops a table's triggers without a word when a migration rebuilds it; somebody at the database may do worse. */
@Injectable()
export class AuditTriggers {
  private stoodAt = -Infinity;

  constructor(private readonly database: Database) {}

  /** @throws AuditUnprotected naming each trigger and what is wrong with it. */
  async mustStand(): Promise<void> {
    const faults = await this.faults();
    if (faults.length > 0) throw new AuditUnprotected(faults);
    this.stoodAt = performance.now();
  }

  /** Asked by every write, and looked at no more than once a second: it costs PostgreSQL a millisecond. @throws AuditUnprotected */
  async mustStillStand(): Promise<void> {
    if (performance.now() - this.stoodAt > BELIEVED_MS) await this.mustStand();
  }

  async faults(): Promise<readonly string[]> {
    const { isSqlite, reader } = this.database;
    const standing = await sql<Standing>(reader, isSqlite ? ON_SQLITE : ON_POSTGRES);
    return faultsIn(isSqlite ? 'sqlite' : 'postgres', standing);
  }
}

/** Looks at each start; what it finds is in the trail before the start is refused. */
@Injectable()
export class TriggerWatch implements OnModuleInit {
  constructor(
    private readonly triggers: AuditTriggers,
    private readonly secretCheck: SecretCheck,
    private readonly alarm: Alarm,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.triggers.mustStand();
    } catch (error) {
      // An alarm under another machine's secret would itself break the trail.
      await this.secretCheck.onModuleInit();
      await this.alarm.raise(ALARM);
      throw error;
    }
  }
}

const ON_SQLITE = `SELECT name, sql AS text FROM sqlite_master
  WHERE type = 'trigger' AND lower(tbl_name) IN ('audit_row', 'audit_head')`;

/** A trigger that is switched off counts as changed; so does every one in a session that plays a replica. */
const ON_POSTGRES = `SELECT t.tgname AS name,
    CASE WHEN t.tgenabled = 'A' OR (t.tgenabled = 'O' AND current_setting('session_replication_role') <> 'replica')
      THEN pg_get_triggerdef(t.oid, true) || ' AS ' || l.lanname || ' ' || p.prosrc ELSE 'off' END AS text
  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_language l ON l.oid = p.prolang
  WHERE NOT t.tgisinternal AND t.tgrelid IN (to_regclass('audit_row'), to_regclass('audit_head'))
  UNION ALL SELECT rulename, 'rule' FROM pg_rewrite
  WHERE ev_class IN (to_regclass('audit_row'), to_regclass('audit_head'))`;
