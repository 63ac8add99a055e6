import { Module } from '@nestjs/common';
import { Alike } from './alike';
import { Finding } from './finding';
import { Forgetting } from './forgetting';
import { Indexing } from './indexing';
import { Seeing } from './seeing';

/** Finding words and likenesses in sealed texts. */
@Module({
  providers: [Alike, Finding, Forgetting, Indexing, Seeing],
  exports: [Alike, Finding, Forgetting, Indexing],
})
export class SearchModule {}
