import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { OfficersService } from '../access/officers.service';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { CaseNumberPipe } from '../cases/case-number.pipe';
import { numberIn } from '../cases/number-in';
import { STAFF_PATHS } from '../layout/nav';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import type { Lang } from '../platform/http/language';
import { ReasonInput, WallInput } from './conflict.inputs';
import { Conflicts } from './conflicts';
import type { ConflictAct, SentConflict } from './conflicts-page';
import { ConflictsPage } from './conflicts-page';
import { Handovers } from './handovers';
import { Readers } from './readers';
import { conflictWords } from './words';

interface Posted {
  readonly looker: Looker;
  readonly number: string;
  readonly values: FormValues;
  readonly request: Request;
  readonly response: Response;
}

/** Who could read a case and who could not; and the forms that change it. */
@Controller('cases/:number')
export class ConflictPagesController {
  constructor(
    private readonly conflicts: Conflicts,
    private readonly handovers: Handovers,
    private readonly readers: Readers,
    private readonly officers: OfficersService,
    private readonly pages: StaffPages,
    private readonly province: Province,
  ) {}

  @May('case.sort')
  @Get('conflicts')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Who() looker: Looker, @Param('number', CaseNumberPipe) number: string, @Req() request: Request) {
    return this.drawn(looker, officeLanguage(request), number, null);
  }

  @May('case.sort')
  @Post('wall')
  wallOff(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ username, reason }: WallInput) => this.conflicts.wallOff(looker, number, username, reason);
    return this.submit('wall', WallInput, act, { looker, number, values, request, response });
  }

  @May('case.comment')
  @Post('recusal')
  recuse(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ reason }: ReasonInput) => this.conflicts.recuse(looker, number, reason);
    return this.submit('recusal', ReasonInput, act, { looker, number, values, request, response });
  }

  @May('case.sort')
  @Post('handover')
  handOver(
    @Who() looker: Looker,
    @Param('number', CaseNumberPipe) number: string,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const act = ({ reason }: ReasonInput) => this.handovers.handOver(looker, number, reason);
    return this.submit('handover', ReasonInput, act, { looker, number, values, request, response });
  }

  /** Whoever does not see the case any more is led to her own work. */
  private async submit<Shape extends object>(
    act: ConflictAct,
    shape: new () => Shape,
    does: (input: Shape) => Promise<unknown>,
    { looker, number, values, request, response }: Posted,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const outcome = await tryForm(shape, values, lang, does);
    if ('done' in outcome) {
      return response.redirect(303, act === 'wall' ? `/cases/${number}/conflicts` : STAFF_PATHS.mine);
    }
    const { trouble } = outcome;
    const html = await this.drawn(looker, lang, number, { act, values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  private async drawn(looker: Looker, lang: Lang, number: string, sent: SentConflict | null): Promise<string> {
    const readership = await this.readers.of(looker, number);
    const officers = (await this.officers.active()).filter(({ id }) => id !== looker.officerId);
    const { title, lead } = conflictWords(lang);
    const children = <ConflictsPage readership={readership} officers={officers} sent={sent} />;
    const content = { title: `${title} ${numberIn(lang, this.province, number)}`, lead, path: STAFF_PATHS.all };
    return this.pages.render(looker, lang, { ...content, children });
  }
}
