import { Controller, Get } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Public } from '../access/may';
import { Database } from '../platform/database/database';
import { sql } from '../platform/database/sql';
import { JobPort } from '../platform/jobs/job-port';

/** For supervisors: alive says that the process answers, ready that it can work (PROCESS §4). */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly province: Province,
    private readonly jobs: JobPort,
  ) {}

  @Public()
  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** Migrations, profile, secret and driver were proved before the port opened; what can still fail is the database. */
  @Public()
  @Get('ready')
  async ready() {
    await sql(this.database.reader, 'SELECT 1 AS one');
    const database = this.database.isSqlite ? 'sqlite' : 'postgres';
    return { status: 'ready', database, queue: this.jobs.driver, province: this.province.code };
  }
}
