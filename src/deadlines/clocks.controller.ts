import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { Answered } from '../platform/http/answered';
import type { Lang } from '../platform/http/language';
import { languageOf } from '../platform/http/language';
import { Calendars } from './calendars';
import type { ClocksSeen, RunView } from './clocks-view';
import { ClocksView } from './clocks-view';
import { ExtensionApprovalInput, ExtensionInput, PauseInput } from './clocks.inputs';
import { Deadlines } from './deadlines.service';
import { Extensions } from './extensions.service';
import { sentencesOf } from './sentences';

interface Told extends Omit<ClocksSeen, 'runs'> {
  readonly deadlines: readonly (RunView & { readonly why: readonly string[] })[];
}

export const clocksPath = ({ number }: Pick<ClocksSeen, 'number'>): string => `/cases/${number}/deadlines`;

/** The clocks of a case: read with their reasons, paused, extended. */
@Controller()
export class ClocksController {
  constructor(
    private readonly view: ClocksView,
    private readonly deadlines: Deadlines,
    private readonly extensions: Extensions,
    private readonly calendars: Calendars,
  ) {}

  @May('case.read')
  @Get('api/v1/cases/:number/deadlines')
  read(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request): Promise<Told> {
    return this.tell(looker, number, languageOf(request));
  }

  @May('case.pause')
  @Post('api/v1/cases/:number/pauses')
  async pause(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: PauseInput,
    @Req() request: Request,
  ): Promise<Told> {
    await this.deadlines.pause(looker, number, input);
    return this.tell(looker, number, languageOf(request));
  }

  @May('case.pause')
  @Answered(clocksPath)
  @Post(['api/v1/cases/:number/pauses/:id/end', 'cases/:number/pauses/:id/end'])
  async resume(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Req() request: Request,
  ): Promise<Told> {
    await this.deadlines.resume(looker, number, id);
    return this.tell(looker, number, languageOf(request));
  }

  @May('case.extend.ask')
  @Post('api/v1/cases/:number/extensions')
  async ask(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() input: ExtensionInput,
    @Req() request: Request,
  ): Promise<Told> {
    await this.extensions.ask(looker, number, input);
    return this.tell(looker, number, languageOf(request));
  }

  @May('case.extend.grant')
  @Answered(clocksPath)
  @Post(['api/v1/cases/:number/extensions/:id/approval', 'cases/:number/extensions/:id/approval'])
  async decide(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Body() { decision, reason }: ExtensionApprovalInput,
    @Req() request: Request,
  ): Promise<Told> {
    await this.extensions.decide(looker, number, id, { grant: decision === 'grant', reason });
    return this.tell(looker, number, languageOf(request));
  }

  @May('case.extend.grant')
  @Answered(clocksPath)
  @Post(['api/v1/cases/:number/extensions/:id/undoing', 'cases/:number/extensions/:id/undoing'])
  async undo(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Param('id') id: string,
    @Req() request: Request,
  ): Promise<Told> {
    await this.extensions.undo(looker, number, id);
    return this.tell(looker, number, languageOf(request));
  }

  private async tell(looker: Looker, number: string, lang: Lang): Promise<Told> {
    const { runs, ...seen } = await this.view.of(looker, number);
    const deadlines = runs.map((run) => ({ ...run, why: sentencesOf(lang, run.explanation, this.calendars.inForce) }));
    return { ...seen, deadlines };
  }
}
