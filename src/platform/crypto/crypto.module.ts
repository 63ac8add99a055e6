import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { ArgonQueue } from './argon';
import { SecretCheck } from './secret-check';
import { ServerSecret, readServerSecret } from './server-secret';

@Global()
@Module({
  providers: [ArgonQueue, SecretCheck, { provide: ServerSecret, inject: [Settings], useFactory: readServerSecret }],
  exports: [ArgonQueue, SecretCheck, ServerSecret],
})
export class CryptoModule {}
