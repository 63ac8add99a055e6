import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../cases/case-file.entity';
import { Cases } from '../cases/cases';
import { Story } from '../cases/story';
import type { HandedCopy, OwnFile } from '../evidence/handing-out';
import { HandingOut } from '../evidence/handing-out';
import { Clock } from '../platform/clock';
import { bangkokDay } from '../platform/thai/dates';
import type { Choices } from './afterwards';
import { Afterwards } from './afterwards';
import type { Letter } from './mailbox';
import { Mailbox } from './mailbox';
import type { Disclosure, Openings } from './openings.rules';
import { disclosuresIn, openingsIn } from './openings.rules';
import type { OpenSession } from './reporter-sessions';
import type { ExplainedStanding } from './standings';
import { Standings } from './standings';

export interface MyReportView {
  readonly file: Pick<CaseFile, 'number' | 'status'>;
  readonly standing: ExplainedStanding;
  /** Newest last. */
  readonly letters: readonly Letter[];
  readonly choices: Choices;
  readonly openings: Openings | null;
  readonly disclosures: readonly Disclosure[];
  readonly files: readonly OwnFile[];
}

/** The reporter's own page: where it stands, what was written both ways, what she may ask. */
@Injectable()
export class MyReport {
  constructor(
    private readonly cases: Cases,
    private readonly story: Story,
    private readonly standings: Standings,
    private readonly mailbox: Mailbox,
    private readonly afterwards: Afterwards,
    private readonly handingOut: HandingOut,
    private readonly clock: Clock,
  ) {}

  async see(session: OpenSession): Promise<MyReportView> {
    const file = await this.cases.byId(session.caseId);
    const story = await this.story.of(file.id);
    const today = bangkokDay(this.clock.now());
    return {
      file,
      standing: await this.standings.of(file, story),
      letters: await this.mailbox.asReporter(session.key, file, story),
      choices: await this.afterwards.of(session, file, story),
      openings: openingsIn(story, today),
      disclosures: disclosuresIn(story, today),
      files: await this.handingOut.broughtBy(session.key, file),
    };
  }

  /** A cleaned copy of what she brought herself. @throws NotFound NoCleanCopy */
  async copy({ caseId, key }: OpenSession, no: string): Promise<HandedCopy> {
    return this.handingOut.handToReporter(key, await this.cases.byId(caseId), no);
  }

  /** The mailbox alone, for programs. */
  async letters({ caseId, key }: OpenSession): Promise<readonly Letter[]> {
    const file = await this.cases.byId(caseId);
    return this.mailbox.asReporter(key, file, await this.story.of(caseId));
  }
}
