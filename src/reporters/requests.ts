import { Injectable } from '@nestjs/common';
import { Province } from '../agencies/agencies';
import { Story } from '../cases/story';
import { closedAt, mayWishWithdrawal, reviewOf } from './afterwards.rules';
import { NotNow } from './errors';
import { Messages } from './messages';

/** What a reporter asks of the desk head. None of it moves the case: people decide that. */
@Injectable()
export class Requests {
  constructor(
    private readonly messages: Messages,
    private readonly story: Story,
    private readonly province: Province,
  ) {}

  /** Once for each closing, within the profile's days. It reopens nothing by itself. @throws NotNow */
  askReview(caseId: string, text: string): Promise<void> {
    const { days } = this.province.profile.review;
    return this.messages.say(caseId, { kind: 'reviewAsked', text }, async ({ status }, now) => {
      const story = await this.story.of(caseId);
      if (reviewOf(status, closedAt(status, story), days, story, now)?.state === 'open') return;
      throw new NotNow(
        'ขณะนี้ขอให้ทบทวนผลไม่ได้: เรื่องยังไม่ยุติ ขอไปแล้ว หรือพ้นกำหนดแล้ว',
        'A review cannot be asked now: the case is open, it was asked already, or its time is over.',
      );
    });
  }

  /** @throws NotNow */
  wishWithdrawal(caseId: string, text: string): Promise<void> {
    return this.messages.say(caseId, { kind: 'withdrawalWished', text }, async ({ status }) => {
      if (mayWishWithdrawal(status)) return;
      throw new NotNow(
        'เรื่องมาถึงขั้นที่ถอนไม่ได้แล้ว เขียนถึงเราในกล่องข้อความได้',
        'The case can no longer be withdrawn. You can still write to us in the mailbox.',
      );
    });
  }

  /** At any time, of an open case and of a closed one. */
  reportReprisal(caseId: string, text: string): Promise<void> {
    return this.messages.say(caseId, { kind: 'reprisalReported', text });
  }
}
