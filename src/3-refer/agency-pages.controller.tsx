import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DoorFrame, officeLanguage } from '../access/door-frame';
import { Public } from '../access/may';
import { Province } from '../agencies/agencies';
import { send } from '../evidence/copies.controller';
import { Clock } from '../platform/clock';
import type { FieldError } from '../platform/errors';
import type { FormValues } from '../platform/http/form';
import { tryForm, typed } from '../platform/http/form';
import { Limited } from '../platform/http/limits';
import { AgencyDesk } from './agency-desk';
import { AgencyDoor } from './agency-door';
import { AnsweredPage, CodeDoor, LentPage } from './agency-pages';
import { AGENCY_PATH } from './agency-paths';
import type { OpenAgencySession } from './agency-sessions';
import { agencyWords } from './agency-words';
import { AnswerInput } from './answer-input';
import { isLast } from './answer.rules';
import { AgencyCodeInput } from './code-input';
import { AgencyCodeNeeded, AgencyCodeUnknown } from './errors';
import type { Filled } from './filled';
import { placeOf } from './place';

/** The door of agencies without an account: one address, the form for the code before it and the referral behind it. */
@Controller(AGENCY_PATH)
@Limited('public')
export class AgencyPagesController {
  constructor(
    private readonly door: AgencyDoor,
    private readonly desk: AgencyDesk,
    private readonly frame: DoorFrame,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await this.door.within(request);
    response.type('html').send(session ? await this.inside(request, session, { values: {} }) : this.asked(request, []));
  }

  @Public()
  @Post()
  async open(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const lang = officeLanguage(request);
    try {
      const outcome = await tryForm(AgencyCodeInput, values, lang, ({ code }) =>
        this.door.open(code, request, response),
      );
      if ('done' in outcome) return response.redirect(303, AGENCY_PATH);
      const { status, fields, message } = outcome.trouble;
      const errors = fields.length > 0 ? fields : [{ field: 'code', message }];
      response.status(status).type('html').send(this.asked(request, errors));
    } catch (error) {
      if (!(error instanceof AgencyCodeUnknown)) throw error;
      const errors = [{ field: 'code', message: agencyWords(lang).door.unknown }];
      response.status(404).type('html').send(this.asked(request, errors));
    }
  }

  /** Done: back to the page, or, after the last answer, out. To be mended: the page with what was typed. */
  @Public()
  @Post('answers')
  async answer(@Req() request: Request, @Body() values: FormValues, @Res() response: Response): Promise<void> {
    const lang = officeLanguage(request);
    const session = await this.door.within(request);
    if (!session) return this.askAgain(request, response, values);
    try {
      const outcome = await tryForm(AnswerInput, values, lang, (input) => this.desk.answer(session, input));
      if ('trouble' in outcome) {
        const { trouble } = outcome;
        const html = await this.inside(request, session, { values, trouble });
        return void response.status(trouble.status).type('html').send(html);
      }
      if (!isLast(outcome.done.answer.kind)) return response.redirect(303, AGENCY_PATH);
      this.door.forget(response);
      const children = <AnsweredPage lang={lang} />;
      response.type('html').send(this.draw(request, { title: agencyWords(lang).inside.doneTitle, children }));
    } catch (error) {
      if (!(error instanceof AgencyCodeNeeded)) throw error;
      this.askAgain(request, response, values);
    }
  }

  @Public()
  @Get('files/:no')
  async file(@Req() request: Request, @Param('no') no: string, @Res() response: Response): Promise<void> {
    const session = await this.door.within(request);
    if (!session) return response.redirect(303, AGENCY_PATH);
    send(response, await this.desk.copy(session, no), 'attachment');
  }

  @Public()
  @Post('sign-out')
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.leave(request, response);
    response.redirect(303, AGENCY_PATH);
  }

  private async inside(request: Request, session: OpenAgencySession, filled: Filled): Promise<string> {
    const lang = officeLanguage(request);
    const view = await this.desk.see(session);
    const place = placeOf(lang, this.province);
    const children = <LentPage lang={lang} view={view} place={place} filled={filled} now={this.clock.now()} />;
    return this.draw(request, { title: agencyWords(lang).inside.title, lead: place.numberOf(view.number), children });
  }

  private askAgain(request: Request, response: Response, values: FormValues): void {
    const errors = [{ field: 'code', message: agencyWords(officeLanguage(request)).door.over }];
    response
      .status(401)
      .type('html')
      .send(this.asked(request, errors, typed(values, 'text')));
  }

  private asked(request: Request, errors: readonly FieldError[], unsent = ''): string {
    const lang = officeLanguage(request);
    const { title, lead } = agencyWords(lang).door;
    return this.draw(request, { title, lead, children: <CodeDoor lang={lang} errors={errors} unsent={unsent} /> });
  }

  private draw(request: Request, content: Parameters<DoorFrame['render']>[1]): string {
    return this.frame.render(request, content);
  }
}
