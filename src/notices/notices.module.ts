import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/proceedings.module';
import { Addressees } from './addressees';
import { NoticeRows } from './notice-rows';
import { Notices } from './notices';
import { Outbox } from './outbox';
import { Post } from './post';
import { Recipients } from './recipients';
import { ReporterNotices } from './reporter-notices';
import { Sending } from './sending';
import { Undelivered } from './undelivered';

@Module({
  imports: [ProceedingsModule],
  providers: [Notices, Recipients, NoticeRows, ReporterNotices, Outbox, Addressees, Post, Sending, Undelivered],
  exports: [Notices, ReporterNotices, Sending, Undelivered],
})
export class NoticesModule {}
