import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Accusations } from '../cases/accusations';
import type { CaseEvent } from '../cases/case-event.entity';
import type { CaseFile } from '../cases/case-file.entity';
import { Story } from '../cases/story';
import { Clock } from '../platform/clock';
import type { CheckIn } from './afterwards.rules';
import { SAFETY_DAYS, checkInsOf, closedAt } from './afterwards.rules';
import { NotNow } from './errors';
import { Messages } from './messages';

export interface SafetyAnswer {
  readonly day: number;
  readonly safe: boolean;
  readonly text?: string | undefined;
}

/** "Are you safe?", asked on the reporter's page at set days after closing; the desk sees what is due and what came. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly messages: Messages,
    private readonly story: Story,
    private readonly accusations: Accusations,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  /** Nothing for whom nothing is feared: no reprisal feared or told of, and nobody accused. */
  async of(file: CaseFile, story: readonly CaseEvent[]): Promise<readonly CheckIn[]> {
    const closed = closedAt(file.status, story);
    if (closed === null || !(await this.isAtRisk(file, story))) return [];
    return checkInsOf(closed, this.province.profile.safetyDays ?? SAFETY_DAYS, story, this.clock.now());
  }

  /** @throws NotNow unless this one is due. */
  answer(caseId: string, { day, safe, text }: SafetyAnswer): Promise<void> {
    return this.messages.say(
      caseId,
      { kind: 'safetyAnswered', text, data: { day, safety: safe ? 'safe' : 'unsafe' } },
      async (file) => {
        const asked = await this.of(file, await this.story.of(caseId));
        if (asked.some((one) => one.day === day && one.state === 'due')) return;
        throw new NotNow(
          'ขณะนี้ไม่มีคำถามเรื่องความปลอดภัยที่รอคำตอบ',
          'No question about your safety waits for an answer now.',
        );
      },
    );
  }

  private async isAtRisk(file: CaseFile, story: readonly CaseEvent[]): Promise<boolean> {
    if (file.reprisalFeared || story.some(({ kind }) => kind === 'reprisalReported')) return true;
    return this.accusations.everHeld(file, 'filed');
  }
}
