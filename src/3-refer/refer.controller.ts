import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import type { CleanKind } from '../evidence/kinds.rules';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { Status } from '../cases/moves.rules';
import type { Referral } from '../cases/referral.entity';
import type { Purpose, ReferralState } from '../cases/codes';
import { send } from '../evidence/copies.controller';
import type { HandedCode } from './agency-codes';
import { AgencyCodes } from './agency-codes';
import type { NotHanded } from './agency-code.rules';
import { AGENCY_PATH } from './agency-paths';
import { AnswerInput, RecallInput } from './answer-input';
import { Answers } from './answers';
import { Recalls } from './recalls';
import { ReferralDesk } from './referral-desk';
import type { AnswerView } from './referral-papers';
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

interface CodeTold {
  readonly referralId: string;
  /** 20 digits, by whoever reads this and nobody again. */
  readonly code: string;
  /** UTC instant. */
  readonly until: string;
  /** Where it is typed. */
  readonly path: string;
}

interface CodesTold {
  readonly codes: readonly CodeTold[];
  readonly withoutCode: readonly { readonly referralId: string; readonly why: NotHanded }[];
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
    private readonly codes: AgencyCodes,
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
        readonly files: readonly { readonly no: number; readonly kind: CleanKind }[];
        readonly answers: readonly AnswerView[];
      })[];
    }
  > {
    const { file, referrals } = await this.desk.of(looker, number);
    return {
      number,
      status: file.status,
      referrals: referrals.map(({ referral, pack, copies, answers }) => ({
        ...told(referral),
        pack,
        files: copies.map(({ no, kind }) => ({ no, kind })),
        answers,
      })),
    };
  }

  @May('case.refer', 'case.sendBack')
  @Post()
  async send(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ReferralsInput,
  ): Promise<CaseReferrals & { readonly referrals: readonly ReferralTold[] } & Partial<CodesTold>> {
    const { file, referrals } = await this.sending.send(looker, number, input);
    const sent = { number, status: file.status, referrals: referrals.map(told) };
    if (!input.withCode) return sent;
    const { handed, refused } = await this.codes.makeAll(looker, number, referrals);
    const withoutCode = refused.map(({ referral, why }) => ({ referralId: referral.id, why }));
    return { ...sent, codes: handed.map(codeTold), withoutCode };
  }

  @May('case.refer', 'case.sendBack', 'referral.answer')
  @Get(':id/files/:no')
  async file(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Param('no') no: string,
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.desk.copy(looker, number, id, no), 'attachment');
  }

  /** A code for an agency without an account, shown once; the one before opens nothing any more (KEYS K6). */
  @May('case.refer')
  @Post(':id/code')
  async code(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
  ): Promise<CodeTold> {
    return codeTold(await this.codes.make(looker, number, id));
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

const codeTold = ({ referral, code, until }: HandedCode): CodeTold => ({
  referralId: referral.id,
  code,
  until,
  path: AGENCY_PATH,
});

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
