import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Province } from '../agencies/agencies';
import { STAFF_PATHS } from '../layout/nav';
import type { FieldError } from '../platform/errors';
import { officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, textOf, textsOf } from './forms';
import { mustBeFresh } from './lock.rules';
import type { Looker } from './looker';
import { May, Who } from './may';
import type { OfficerValues } from './officer-fields.page';
import { OfficersService, actorOf } from './officers.service';
import { chosenPassphrase } from './passphrase.page';
import { AddForm, PeopleList, Person } from './people.page';
import { StaffPages } from './staff-page';
import { accessWords } from './words';

const PEOPLE = STAFF_PATHS.people;
const NOTHING: OfficerValues = { name: '', roles: [], agencyCode: null, deskUnit: null, email: null };

/** The administrator's pages: who works here. */
@Controller('people')
export class PeopleController {
  constructor(
    private readonly officers: OfficersService,
    private readonly province: Province,
    private readonly pages: StaffPages,
  ) {}

  @May('people.manage')
  @Get()
  async list(@Req() request: Request, @Who() looker: Looker, @Query('added') added: unknown): Promise<string> {
    const lang = officeLanguage(request);
    const w = accessWords(lang).people;
    const officers = await this.officers.list();
    const newcomer = officers.find(({ username }) => username === added);
    const flash = newcomer ? { text: w.added(newcomer.name) } : null;
    const agencyName = (code: string): string => {
      const agency = this.province.agency(code);
      return (lang === 'th' ? agency?.nameTh : agency?.nameEn) ?? code;
    };
    const children = <PeopleList officers={officers} agencyName={agencyName} />;
    return this.pages.render(looker, lang, { title: w.title, lead: w.lead, path: PEOPLE, flash, children });
  }

  @May('people.manage')
  @Get('new')
  newcomer(@Req() request: Request, @Who() looker: Looker): string {
    return this.addPage(request, looker, { username: '', values: NOTHING, own: false, errors: [] });
  }

  @May('people.manage')
  @Post()
  async add(
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const { password, issued } = chosenPassphrase(sent);
    const username = textOf(sent, 'username');
    const values = valuesOf(sent);
    try {
      const officer = await this.officers.add({ username, ...values, password }, actorOf(looker));
      if (issued === null) response.redirect(303, `${PEOPLE}?added=${officer.username}`);
      else response.send(await this.personPage(request, looker, officer.username, { passphrase: issued }));
    } catch (error) {
      const errors = mendable(error, 'username', officeLanguage(request));
      const page = this.addPage(request, looker, { username, values, own: issued === null, errors });
      response.status(statusOf(error)).send(page);
    }
  }

  @May('people.manage')
  @Get(':username')
  person(@Param('username') username: string, @Req() request: Request, @Who() looker: Looker): Promise<string> {
    return this.personPage(request, looker, username, { saved: request.query.saved === 'yes' });
  }

  @May('people.manage')
  @Post(':username')
  async change(
    @Param('username') username: string,
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    const values = valuesOf(sent);
    await this.changed(username, request, response, looker, values, values);
  }

  @May('people.manage')
  @Post(':username/activity')
  async activity(
    @Param('username') username: string,
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    await this.changed(username, request, response, looker, { active: textOf(sent, 'active') === 'yes' });
  }

  @May('people.manage')
  @Post(':username/passphrase')
  async reissue(
    @Param('username') username: string,
    @Req() request: Request,
    @Res() response: Response,
    @Who() looker: Looker,
  ): Promise<void> {
    mustBeFresh(looker, `${PEOPLE}/${encodeURIComponent(username)}`);
    const passphrase = await this.officers.reissue(username, actorOf(looker));
    response.send(await this.personPage(request, looker, username, { passphrase }));
  }

  private async changed(
    username: string,
    request: Request,
    response: Response,
    looker: Looker,
    change: Parameters<OfficersService['change']>[1],
    values?: OfficerValues,
  ): Promise<void> {
    try {
      const officer = await this.officers.change(username, change, actorOf(looker));
      response.redirect(303, `${PEOPLE}/${officer.username}?saved=yes`);
    } catch (error) {
      const errors = mendable(error, 'roles', officeLanguage(request));
      response.status(statusOf(error));
      response.send(await this.personPage(request, looker, username, { errors, ...(values ? { values } : {}) }));
    }
  }

  private addPage(request: Request, looker: Looker, form: AddFormState): string {
    const lang = officeLanguage(request);
    const { addTitle: title } = accessWords(lang).people;
    const children = <AddForm {...form} agencies={this.agencies()} />;
    return this.pages.render(looker, lang, { title, path: PEOPLE, children });
  }

  private async personPage(request: Request, looker: Looker, username: string, state: PersonState): Promise<string> {
    const officer = await this.officers.card(username);
    const lang = officeLanguage(request);
    const w = accessWords(lang).people;
    const { errors = [], values = officer, passphrase = null } = state;
    const text = passphrase ? w.reissued : state.saved ? w.saved : null;
    const children = (
      <Person
        username={officer.username}
        active={officer.active}
        values={values}
        agencies={this.agencies()}
        errors={errors}
        passphrase={passphrase}
      />
    );
    const flash = text === null ? null : { text };
    const lead = `${officer.username} · ${officer.active ? w.active : w.inactive}`;
    return this.pages.render(looker, lang, { title: officer.name, lead, path: PEOPLE, flash, children });
  }

  private agencies() {
    return this.province.agencies.filter(({ isCollective }) => isCollective !== true);
  }
}

interface AddFormState {
  readonly username: string;
  readonly values: OfficerValues;
  readonly own: boolean;
  readonly errors: readonly FieldError[];
}

interface PersonState {
  readonly errors?: readonly FieldError[];
  readonly values?: OfficerValues;
  readonly passphrase?: string | null;
  readonly saved?: boolean;
}

const valuesOf = (sent: Sent): OfficerValues => ({
  name: textOf(sent, 'name'),
  roles: textsOf(sent, 'roles'),
  agencyCode: textOf(sent, 'agencyCode') || null,
  deskUnit: textOf(sent, 'deskUnit') || null,
  email: textOf(sent, 'email') || null,
});
