import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager, QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';
import { Mutex } from './mutex';

interface Unit {
  readonly em: EntityManager;
  readonly before: (() => Promise<void>)[];
  readonly after: Set<() => void>;
  readonly undone: (() => Promise<void>)[];
}

/**
 * The one unit of work. Every write of the house goes through `write`; an inner `write` joins the outer one.
 *
 * SQLite has one connection that writes (TypeORM would let parallel transactions corrupt each other on it), so writes
 * queue behind a mutex and begin with BEGIN IMMEDIATE; reads use a second connection on the same file.
 */
export class Database {
  private readonly unit = new AsyncLocalStorage<Unit>();
  private readonly turn = new Mutex();

  constructor(
    readonly writer: DataSource,
    private readonly reads: DataSource,
  ) {}

  get isSqlite(): boolean {
    return this.writer.options.type === 'sqlite';
  }

  /** Inside a write: the same transaction, so it sees its own rows. Outside: what is committed. */
  get reader(): EntityManager {
    return this.unit.getStore()?.em ?? this.reads.manager;
  }

  /** Whether a write is under way here: what is done now is gone if it rolls back. */
  get isWriting(): boolean {
    return this.unit.getStore() !== undefined;
  }

  /** All or nothing: commits when `work` ends, rolls back when it throws. No network and no Argon2 inside. */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.unit.getStore();
    if (outer) return work(outer.em);
    return this.isSqlite ? this.turn.run(() => this.begin(work)) : this.begin(work);
  }

  /**
   * Many reads of one moment, while others go on writing: what is committed later is not seen. On SQLite it takes a
   * connection of its own, for the reading one is everybody's.
   */
  async snapshot<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (!this.isSqlite) return this.reads.transaction('REPEATABLE READ', work);
    const own = await new DataSource({ ...this.reads.options, name: 'snapshot' }).initialize();
    try {
      await own.query('BEGIN');
      return await work(own.manager);
    } finally {
      await own.destroy();
    }
  }

  /** Runs last inside the current write: for rows whose lock must be held as short as possible. */
  beforeCommit(work: () => Promise<void>): void {
    this.current().before.push(work);
  }

  /** Runs once the current write is durable; never if it rolls back. The same work given twice runs once. */
  afterCommit(work: () => void): void {
    this.current().after.add(work);
  }

  /**
   * After something was destroyed in a small table: its old bytes leave the files too. Not inside a write.
   * @returns false when a reader was in the way, such as a backup: to be tried again.
   */
  async scrub(table: string): Promise<boolean> {
    if (!this.isSqlite) {
      if (!(await this.untilOlderAreDone())) return false;
      await this.writer.query(`VACUUM (FULL) "${table}"`);
      return true;
    }
    const checkpoint = (): Promise<{ readonly busy: number }[]> => this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const [done] = await this.turn.run(checkpoint);
    return done?.busy === 0;
  }

  /**
   * PostgreSQL keeps what somebody could still see: every snapshot that reaches back before this moment is waited for,
   * five seconds at most. Not only those that began before it: a later one reaches back as far as what ran beside it,
   * and so does the clearing itself, for writes in any database of the server.
   */
  private async untilOlderAreDone(): Promise<boolean> {
    const [next] = await this.writer.query<{ readonly xid: string }[]>(
      'SELECT (txid_snapshot_xmax(txid_current_snapshot()) % 4294967296)::text AS xid',
    );
    const older = `SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()
      AND (age(backend_xid) > age($1::text::xid)
        OR (datname = current_database() AND age(backend_xmin) > age($1::text::xid))) LIMIT 1`;
    for (let tries = 0; tries < 100; tries++) {
      const running = await this.writer.query<unknown[]>(older, [next?.xid]);
      if (running.length === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }

  /**
   * Runs when the current write is rolled back: for what stands outside the database. Never when the commit itself
   * failed, for then nobody knows whether it holds.
   */
  afterRollback(work: () => Promise<void>): void {
    this.current().undone.push(work);
  }

  private current(): Unit {
    const unit = this.unit.getStore();
    if (!unit) throw new Error('only inside Database.write');
    return unit;
  }

  private async begin<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    const unit: Unit = { em: runner.manager, before: [], after: new Set(), undone: [] };
    let committing = false;
    try {
      await this.open(runner);
      const result = await this.unit.run(unit, async () => {
        const done = await work(unit.em);
        for (const last of unit.before) await last();
        return done;
      });
      committing = true;
      await runner.commitTransaction();
      for (const next of unit.after) next();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      if (!committing) for (const undo of unit.undone) await undo().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async open(runner: QueryRunner): Promise<void> {
    if (!this.isSqlite) return runner.startTransaction();
    await runner.query('BEGIN IMMEDIATE');
    // TypeORM begins deferred and cannot be told otherwise; it reads these two fields to know that a transaction is open.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  }
}
