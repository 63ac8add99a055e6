import { Module } from '@nestjs/common';
import { ConflictPagesController } from './conflict-pages.controller';
import { Conflicts } from './conflicts';
import { ConflictsController } from './conflicts.controller';
import { Handovers } from './handovers';
import { Readers } from './readers';

/** Who must not see a case, and the proof of who could. */
@Module({
  controllers: [ConflictsController, ConflictPagesController],
  providers: [Conflicts, Handovers, Readers],
})
export class ConflictsModule {}
