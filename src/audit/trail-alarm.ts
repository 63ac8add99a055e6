import { Injectable } from '@nestjs/common';
import { Alarm } from '../platform/http/alarm';
import { errorLine, log } from '../platform/log';
import { Audit } from './audit';
import { SYSTEM } from './entry';

/** An alarm is a row of the trail: written after the request was rolled back, so that it stays. */
@Injectable()
export class TrailAlarm extends Alarm {
  constructor(private readonly audit: Audit) {
    super();
  }

  async raise(code: string): Promise<void> {
    try {
      await this.audit.record({ actor: SYSTEM, act: code, subjectKind: 'alarm' });
    } catch (error) {
      log.error(errorLine(error), 'an alarm could not be written');
    }
  }
}
