import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { COMMAND } from '../audit/entry';
import { Trail } from '../audit/trail';
import { AuditTriggers } from '../audit/triggers';
import type { Clock } from '../platform/clock';
import type { ServerSecret } from '../platform/crypto/server-secret';
import type { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrate';
import { sql } from '../platform/database/sql';
import { say } from '../platform/errors';
import type { Shelf } from '../vault/shelf';
import type { End } from './contents';
import { BROKEN, refused } from './errors';
import type { OpenedBackup } from './opened-backup';
import { Reading } from './reading';
import { insertRows, isEmpty, portableTables } from './tables';

/** What a person must now confirm: what came after the snapshot is not there, and nobody can know what it was. */
export interface RestoreReport extends End {
  readonly province: string;
  readonly madeAt: string;
  readonly cases: number;
  readonly officers: number;
  readonly units: number;
  readonly claimCodes: number;
  readonly agencyCodes: number;
}

/** The machine a backup comes to. Called without the rooms: they would write before the first row is back. */
export interface NewHome {
  readonly database: Database;
  readonly shelf: Shelf;
  readonly secret: ServerSecret;
  readonly clock: Clock;
}

/** Everything back, or nothing: an empty database and the shelf receive what the backup holds, and the trail is proved. */
export class Restore {
  constructor(
    private readonly home: NewHome,
    private readonly backup: OpenedBackup,
  ) {}

  /** @throws BackupRefused when the database is not empty, or the backup is damaged or of another version. */
  async run(): Promise<RestoreReport> {
    const { database } = this.home;
    await this.mustBeEmpty(database.reader);
    const end = await this.readThrough(database.writer.manager);
    await migrate(database.writer);
    await database.write(async (em) => {
      await this.mustBeEmpty(em);
      await this.bringBack(em);
      await this.prove(end);
      await this.note(end);
    });
    return { ...end, ...(await this.counts(database.reader)), ...this.named };
  }

  private get named(): Pick<RestoreReport, 'province' | 'madeAt'> {
    const { province, madeAt } = this.backup.head;
    return { province, madeAt };
  }

  /** Before anything is touched: the whole backup, to its last byte. */
  private async readThrough(em: EntityManager): Promise<End> {
    for await (const piece of this.reading(em).pieces()) if (piece.kind === 'end') return piece.end;
    throw refused(BROKEN);
  }

  private async bringBack(em: EntityManager): Promise<void> {
    const { database, shelf } = this.home;
    for await (const piece of this.reading(em).pieces()) {
      if (piece.kind === 'rows') await insertRows(em, piece.table, piece.rows);
      if (piece.kind !== 'file') continue;
      database.afterRollback(() => shelf.remove(piece.id));
      await shelf.put(piece.id, piece.sealed);
    }
  }

  private reading(em: EntityManager): Reading {
    const { entityMetadatas, migrations } = em.connection;
    const names = migrations.map((one) => one.name ?? one.constructor.name);
    return new Reading(this.backup.frames(), { tables: portableTables(entityMetadatas), migrations: names });
  }

  /** A database with a schema and no row counts as empty: a restore that failed may be run again. */
  private async mustBeEmpty(em: EntityManager): Promise<void> {
    if (!(await this.home.shelf.isEmpty())) throw refused(FULL_SHELF);
    const there = new Set(await tablesIn(em));
    for (const { tableName } of em.connection.entityMetadatas) {
      const table = { name: tableName, columns: [], keys: [], booleans: new Set<string>() };
      if (there.has(tableName) && !(await isEmpty(em, table))) throw refused(NOT_EMPTY);
    }
  }

  private async prove({ heads }: End): Promise<void> {
    const { database, secret } = this.home;
    const trail = new Trail(database, secret);
    for (const { province, ...head } of heads) {
      const broken = await trail.verify(province, head);
      if (broken !== null) throw refused(brokenTrail(broken));
    }
    await new AuditTriggers(database).mustStand();
  }

  private async note({ rows, files }: End): Promise<void> {
    const { database, clock, secret } = this.home;
    const { province, madeAt } = this.named;
    const audit = new Audit(database, clock, secret, { code: province });
    const data = { of: madeAt, rows, files };
    await audit.record({ actor: COMMAND, act: 'backup.restored', subjectKind: 'backup', data });
  }

  private async counts(
    em: EntityManager,
  ): Promise<Pick<RestoreReport, 'cases' | 'officers' | 'units' | 'claimCodes' | 'agencyCodes'>> {
    const count = async (from: string): Promise<number> =>
      Number((await sql<{ n: number }>(em, `SELECT COUNT(*) AS n FROM ${from}`))[0]?.n);
    return {
      cases: await count('case_file'),
      officers: await count('officer'),
      units: await count('(SELECT DISTINCT province, unit FROM unit_key) AS units'),
      claimCodes: await count(`reporter_key WHERE purpose = 'claim'`),
      agencyCodes: await count('referral_code WHERE ended_at IS NULL'),
    };
  }
}

async function tablesIn(em: EntityManager): Promise<readonly string[]> {
  const isSqlite = em.connection.options.type === 'sqlite';
  const text = isSqlite
    ? `SELECT name FROM sqlite_master WHERE type = 'table'`
    : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`;
  return (await sql<{ name: string }>(em, text)).map(({ name }) => name);
}

const NOT_EMPTY = say(
  'ฐานข้อมูลปลายทางไม่ว่าง โปรดใช้ DATA_DIR หรือฐานข้อมูลใหม่ที่ยังไม่เคยเปิดระบบ',
  'The database is not empty. Restore into a new DATA_DIR or database on which no server has been started.',
);

const FULL_SHELF = say(
  'โฟลเดอร์ evidence ใน DATA_DIR ไม่ว่าง โปรดใช้ DATA_DIR ใหม่',
  'The folder "evidence" in DATA_DIR is not empty. Restore into a new DATA_DIR.',
);

const brokenTrail = (no: number) =>
  say(
    `บันทึกการใช้ระบบในแฟ้มสำรองถูกแก้ไขที่แถว ${no} จึงไม่กู้คืน`,
    `The audit trail in this backup is broken at row ${no}. Nothing was written.`,
  );
