import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import type { FormOutcome, FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { pageLanguage } from '../platform/http/language';
import { Clock } from '../platform/clock';
import { send } from '../evidence/copies.controller';
import type { HandedCodes } from './agency-codes';
import { AgencyCodes } from './agency-codes';
import { agencyWords } from './agency-words';
import { CodeSlips } from './code-slips';
import { AnswerInput, RecallInput } from './answer-input';
import { Answers } from './answers';
import type { Filled } from './filled';
import { placeOf } from './place';
import { Recalls } from './recalls';
import { ReferralDesk } from './referral-desk';
import { ReferralPage } from './referral-page';
import { ReferralsInput } from './referrals-input';
import { ReferralsPage } from './referrals-page';
import { Sending } from './sending';
import { referWords } from './words';

/** Step 3, for people: all referrals of a case with the form to send, and one referral with its answers. */
@Controller('cases/:number/referrals')
export class ReferPagesController {
  constructor(
    private readonly sending: Sending,
    private readonly answers: Answers,
    private readonly recalls: Recalls,
    private readonly codes: AgencyCodes,
    private readonly desk: ReferralDesk,
    private readonly pages: StaffPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('case.refer', 'case.sendBack', 'referral.answer')
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.draw(looker, number, pageLanguage(request), { values: {} });
  }

  @May('case.refer', 'case.sendBack')
  @Post()
  async send(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(ReferralsInput, values, lang, (input) => this.sendWithCodes(looker, number, input));
    if ('done' in outcome && outcome.done) {
      return void response.type('html').send(this.slips(looker, number, request, outcome.done));
    }
    await answer(response, outcome, `/cases/${number}/referrals`, (trouble) =>
      this.draw(looker, number, lang, { values, ...trouble }),
    );
  }

  @May('case.refer', 'case.sendBack', 'referral.answer')
  @Get(':id')
  @Header('Content-Type', 'text/html; charset=utf-8')
  onePage(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Req() request: Request,
  ): Promise<string> {
    return this.drawOne(looker, number, id, pageLanguage(request), { values: {} });
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

  /** The slip, shown once (KEYS K6). */
  @May('case.refer')
  @Post(':id/code')
  async code(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const handed = await this.codes.make(looker, number, id);
    const html = this.slips(looker, number, request, { handed: [handed], refused: [] });
    response.status(201).type('html').send(html);
  }

  @May('referral.answer')
  @Post(':id/answers')
  async hear(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(AnswerInput, values, lang, (input) => this.answers.answer(looker, number, id, input));
    await answer(response, outcome, `/cases/${number}/referrals`, (trouble) =>
      this.drawOne(looker, number, id, lang, { values, ...trouble }),
    );
  }

  @May('case.refer')
  @Post(':id/withdrawal')
  async recall(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const outcome = await tryForm(RecallInput, values, lang, ({ reason }) =>
      this.recalls.recall(looker, number, id, reason),
    );
    await answer(response, outcome, `/cases/${number}/referrals`, (trouble) =>
      this.drawOne(looker, number, id, lang, { values, ...trouble }),
    );
  }

  /** Null when no code was asked for. */
  private async sendWithCodes(looker: Looker, number: string, input: ReferralsInput): Promise<HandedCodes | null> {
    const { referrals } = await this.sending.send(looker, number, input);
    return input.withCode ? this.codes.makeAll(looker, number, referrals) : null;
  }

  private slips(looker: Looker, number: string, request: Request, codes: HandedCodes): string {
    const lang = pageLanguage(request);
    const back = `/cases/${number}/referrals`;
    const origin = `${request.protocol}://${request.get('host') ?? ''}`;
    const place = placeOf(lang, this.province);
    return this.pages.render(looker, lang, {
      title: agencyWords(lang).slip.title,
      path: back,
      children: <CodeSlips lang={lang} place={place} codes={codes} origin={origin} back={back} />,
    });
  }

  private async draw(looker: Looker, number: string, lang: Lang, filled: Filled): Promise<string> {
    const view = await this.desk.of(looker, number);
    const place = placeOf(lang, this.province);
    const w = referWords(lang);
    return this.pages.render(looker, lang, {
      title: may(looker, 'referral.answer') === 'own' && looker.agencyCode ? w.yours : w.title,
      path: `/cases/${number}/referrals`,
      lead: place.numberOf(number),
      children: <ReferralsPage lang={lang} view={view} place={place} filled={filled} now={this.clock.now()} />,
    });
  }

  private async drawOne(looker: Looker, number: string, id: string, lang: Lang, filled: Filled): Promise<string> {
    const view = await this.desk.one(looker, number, id);
    const place = placeOf(lang, this.province);
    return this.pages.render(looker, lang, {
      title: place.recipient(view.one.referral),
      path: `/cases/${number}/referrals/${view.one.referral.id}`,
      lead: place.numberOf(number),
      children: <ReferralPage lang={lang} view={view} place={place} filled={filled} now={this.clock.now()} />,
    });
  }
}

/** Done: on to the next page. Not done: the form again, with everything that was typed. */
async function answer<T>(
  response: Response,
  outcome: FormOutcome<T>,
  next: string,
  again: (filled: Pick<Filled, 'trouble'>) => Promise<string>,
): Promise<void> {
  if ('done' in outcome) return response.redirect(303, next);
  const { trouble } = outcome;
  const html = await again({ trouble });
  response.status(trouble.status).type('html').send(html);
}
