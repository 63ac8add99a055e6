import { Module } from '@nestjs/common';
import { Notices } from './notices';
import { Recipients } from './recipients';

@Module({ providers: [Notices, Recipients], exports: [Notices] })
export class NoticesModule {}
