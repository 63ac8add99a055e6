import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { AuditedProvince } from '../audit/audit';
import { Clock } from '../platform/clock';
import { JobPort } from '../platform/jobs/job-port';
import { Regrants } from './regrants';

const JOB = 'trial-retirement';

/** Once a unit has a key of its own, the one the server held for it is used up and destroyed; begun again wherever it stopped. */
@Injectable()
export class TrialRetirement implements OnModuleInit {
  constructor(
    private readonly jobs: JobPort,
    private readonly regrants: Regrants,
    private readonly province: AuditedProvince,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(JOB, () => this.regrants.retireTrialKeys(this.province.code));
  }

  soon(): void {
    this.jobs.wake({ job: JOB, notBefore: this.clock.now() });
  }
}
