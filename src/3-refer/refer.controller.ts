import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import type { Purpose, ReferralState } from '../cases/codes';
import { AnswerInput, RecallInput } from './answer-input';
import { Answers } from './answers';
import { Recalls } from './recalls';
import type { AnswerView } from './referral-desk';
import { ReferralDesk } from './referral-desk';
import { ReferralsInput } from './referrals-input';
import { Sending } from './sending';

interface ReferralTold {
  readonly id: string;
  readonly agencyCode: string | null;
  readonly recipientKind: Referral['recipientKind'];
  readonly purpose: Purpose;
  readonly lead: boolean;
  readonly state: ReferralState;
  readonly sentAt: string;
  readonly dueAt: string | null;
}

interface CaseReferrals {
  readonly number: string;
  readonly status: Status;
}

/** Step 3, for programs. */
@Controller('api/v1/cases/:number/referrals')
export class ReferController {
  constructor(
    private readonly sending: Sending,
    private readonly answers: Answers,
    private readonly recalls: Recalls,
    private readonly desk: ReferralDesk,
  ) {}

  @May('case.refer', 'case.sendBack', 'referral.answer')
  @Get()
  async list(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
  ): Promise<
    CaseReferrals & {
      readonly referrals: readonly (ReferralTold & {
        readonly pack: string | null;
        readonly answers: readonly AnswerView[];
      })[];
    }
  > {
    const { file, referrals } = await this.desk.of(looker, number);
    return {
      number,
      status: file.status,
      referrals: referrals.map(({ referral, pack, answers }) => ({ ...told(referral), pack, answers })),
    };
  }

  @May('case.refer', 'case.sendBack')
  @Post()
  async send(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ReferralsInput,
  ): Promise<CaseReferrals & { readonly referrals: readonly ReferralTold[] }> {
    const { file, referrals } = await this.sending.send(looker, number, input);
    return { number, status: file.status, referrals: referrals.map(told) };
  }

  @May('referral.answer')
  @Post(':id/answers')
  async answer(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() input: AnswerInput,
  ): Promise<
    CaseReferrals & { readonly referralId: string; readonly answerId: string; readonly state: ReferralState }
  > {
    const { file, referral, answer } = await this.answers.answer(looker, number, id, input);
    return { number, status: file.status, referralId: id, answerId: answer.id, state: referral.state };
  }

  @May('case.refer')
  @Post(':id/withdrawal')
  async recall(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() input: RecallInput,
  ): Promise<CaseReferrals & { readonly referralId: string; readonly state: ReferralState }> {
    const { file, referral } = await this.recalls.recall(looker, number, id, input.reason);
    return { number, status: file.status, referralId: id, state: referral.state };
  }
}

const told = ({ id, agencyCode, recipientKind, purpose, lead, state, sentAt, dueAt }: Referral): ReferralTold => ({
  id,
  agencyCode,
  recipientKind,
  purpose,
  lead,
  state,
  sentAt,
  dueAt,
});
