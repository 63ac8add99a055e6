import { Body, Controller, Get, Header, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Looker } from '../access/looker';
import { may } from '../access/matrix';
import { May, Who } from '../access/may';
import { StaffPages } from '../access/staff-page';
import { Province } from '../agencies/agencies';
import { numberIn } from '../cases/number-in';
import { Clock } from '../platform/clock';
import { Answered } from '../platform/http/answered';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import { pageLanguage } from '../platform/http/language';
import { bangkokDay } from '../platform/thai/dates';
import { CalendarApprovalInput, CalendarChangeInput, announcementOf } from './calendar.inputs';
import { CalendarChangePage, changePath } from './calendar-changes-page';
import { CalendarChanges, isUndoable } from './calendar-changes';
import { CalendarPages } from './calendar-pages';
import type { Preview } from './calendar-preview';
import { CalendarPreview } from './calendar-preview';
import type { CalendarVersion } from './calendar-version.entity';
import { calendarWords } from './calendar-words';
import { Calendars } from './calendars';

type Told = Pick<
  CalendarVersion,
  'no' | 'origin' | 'version' | 'state' | 'change' | 'letterNo' | 'proposedAt' | 'decidedAt' | 'undoneAt' | 'carriedAt'
> & { readonly preview: Preview | null };

const next = ({ no }: Pick<CalendarVersion, 'no'>): string => changePath(no);

/** The calendar is changed by two persons (PROCESS §2: calendar²), with every due date it moves before their eyes. */
@Controller()
export class CalendarChangesController {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly previews: CalendarPreview,
    private readonly calendars: Calendars,
    private readonly pages: StaffPages,
    private readonly calendarPages: CalendarPages,
    private readonly province: Province,
    private readonly clock: Clock,
  ) {}

  @May('province.manage')
  @Post('api/v1/calendar/changes')
  async propose(@Who() looker: Looker, @Body() input: CalendarChangeInput): Promise<Told> {
    const announcement = announcementOf(input, await this.calendars.look(), bangkokDay(this.clock.now()));
    return this.tell(looker, await this.changes.propose(looker, announcement));
  }

  @May('province.manage')
  @Post('calendar/changes')
  async submit(
    @Who() looker: Looker,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = pageLanguage(request);
    const act = (input: CalendarChangeInput) => this.propose(looker, input);
    const outcome = await tryForm(CalendarChangeInput, values, lang, act);
    if ('done' in outcome) return response.redirect(303, next(outcome.done));
    const { trouble } = outcome;
    const html = await this.calendarPages.draw(looker, lang, undefined, { values, trouble });
    response.status(trouble.status).type('html').send(html);
  }

  @May('calendar.approve', 'province.manage')
  @Get('api/v1/calendar/changes/:no')
  async read(@Who() looker: Looker, @Param('no', ParseIntPipe) no: number): Promise<Told> {
    return this.tell(looker, await this.changes.find(no));
  }

  @May('calendar.approve', 'province.manage')
  @Get('calendar/changes/:no')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Who() looker: Looker, @Param('no', ParseIntPipe) no: number, @Req() request: Request): Promise<string> {
    const lang = pageLanguage(request);
    const versions = await this.changes.list();
    const version = await this.changes.find(no);
    const mayApprove = may(looker, 'calendar.approve') !== null;
    const w = calendarWords(lang);
    return this.pages.render(looker, lang, {
      title: w.change(no),
      lead: w.lead,
      path: changePath(no),
      children: (
        <CalendarChangePage
          version={version}
          preview={await this.previewFor(looker, version)}
          mayDecide={mayApprove && version.state === 'proposed' && version.proposedBy !== looker.officerId}
          mayUndo={mayApprove && isUndoable(versions, version)}
          agencyName={(code) => this.agencyName(code, lang)}
          numberIn={(number) => numberIn(lang, this.province, number)}
        />
      ),
    });
  }

  @May('calendar.approve')
  @Answered(next)
  @Post(['api/v1/calendar/changes/:no/approval', 'calendar/changes/:no/approval'])
  async decide(
    @Who() looker: Looker,
    @Param('no', ParseIntPipe) no: number,
    @Body() { decision }: CalendarApprovalInput,
  ): Promise<Told> {
    await this.changes.decide(looker, no, decision === 'approve');
    return this.tell(looker, await this.changes.find(no));
  }

  @May('calendar.approve')
  @Answered(next)
  @Post(['api/v1/calendar/changes/:no/undoing', 'calendar/changes/:no/undoing'])
  async undo(@Who() looker: Looker, @Param('no', ParseIntPipe) no: number): Promise<Told> {
    await this.changes.undo(looker, no);
    return this.tell(looker, await this.changes.find(no));
  }

  private async tell(looker: Looker, version: CalendarVersion): Promise<Told> {
    const { no, origin, state, change, letterNo, proposedAt, decidedAt, undoneAt, carriedAt } = version;
    const told = { no, origin, version: version.version, state, change, letterNo };
    const preview = await this.previewFor(looker, version);
    return { ...told, proposedAt, decidedAt, undoneAt, carriedAt, preview };
  }

  /** Cases are for the desk head's eyes, never for the administrator's. */
  private previewFor(looker: Looker, version: CalendarVersion): Promise<Preview> | null {
    return may(looker, 'calendar.approve') === null ? null : this.previews.of(looker, version);
  }

  private agencyName(code: string, lang: string): string {
    const agency = this.province.agency(code);
    return (lang === 'en' ? agency?.nameEn : agency?.nameTh) ?? code;
  }
}
