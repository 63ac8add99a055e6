import { Global, Module } from '@nestjs/common';
import { Alarm } from '../platform/http/alarm';
import { Audit } from './audit';
import { Trail } from './trail';
import { TrailAlarm } from './trail-alarm';
import { AuditTriggers, TriggerWatch } from './triggers';

@Global()
@Module({
  providers: [Audit, Trail, AuditTriggers, TriggerWatch, { provide: Alarm, useClass: TrailAlarm }],
  exports: [Audit, Trail, Alarm],
})
export class AuditModule {}
