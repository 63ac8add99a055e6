import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Province } from '../agencies/agencies';
import { Audit } from '../audit/audit';
import { SYSTEM } from '../audit/entry';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { JobPort } from '../platform/jobs/job-port';
import { Shelf } from '../vault/shelf';
import { Disposal, DisposalFile } from './disposal.entity';

const JOB = 'disposal-clearing';
const BATCH = 100;
/** Whose old bytes would still open something. */
const KEYS = ['key_grant', 'reporter_key', 'referral_code', 'reporter_address', 'sealed_file'];

/**
 * What a disposal leaves to be done once it is durable: the files on the shelf, and the old bytes of the destroyed keys
 * in the database's own files. Begun again wherever it stopped, so a kill in between loses nothing.
 */
@Injectable()
export class Clearing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly shelf: Shelf,
    private readonly jobs: JobPort,
    private readonly province: Province,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(JOB, () => this.run());
  }

  soon(): void {
    this.jobs.wake({ job: JOB, notBefore: this.clock.now() });
  }

  async run(): Promise<void> {
    const { code: province } = this.province;
    const open = await this.database.reader.find(Disposal, { where: { province, clearedAt: IsNull() }, take: BATCH });
    await this.removeFiles(province);
    if (open.length === 0) return;
    for (const table of KEYS) if (!(await this.database.scrub(table))) return;
    await this.note(
      province,
      open.map(({ id }) => id),
    );
  }

  private async removeFiles(province: string): Promise<void> {
    for (;;) {
      const files = await this.database.reader.find(DisposalFile, { where: { province }, take: BATCH });
      for (const { id } of files) {
        await this.shelf.remove(id);
        await this.database.write((em) => em.delete(DisposalFile, { id }));
      }
      if (files.length < BATCH) return;
    }
  }

  /** Only those that were there when the files were looked at. */
  private async note(province: string, ids: readonly string[]): Promise<void> {
    await this.database.write(async (em) => {
      const where = { province, clearedAt: IsNull(), id: In([...ids]) };
      const { affected } = await em.update(Disposal, where, { clearedAt: this.clock.now() });
      if (!affected) return;
      await this.audit.record({
        actor: SYSTEM,
        act: 'records.cleared',
        subjectKind: 'records',
        data: { cases: affected },
      });
    });
  }
}
