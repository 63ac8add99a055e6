import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Referrals } from '../cases/referrals';
import { Story } from '../cases/story';
import { Deadlines } from '../deadlines/deadlines.service';
import { Clock } from '../platform/clock';
import type { Figures } from './figures.rules';
import { figuresOf } from './figures.rules';

/** Reads a case's figures as they stand now. */
@Injectable()
export class FigureSnapshots {
  constructor(
    private readonly story: Story,
    private readonly referrals: Referrals,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async of(file: CaseFile): Promise<Figures> {
    const story = await this.story.of(file.id);
    const referrals = await this.referrals.of(file.id);
    const clocks = await this.deadlines.of(file);
    return figuresOf({ file, story, referrals, clocks }, this.clock.now());
  }
}
