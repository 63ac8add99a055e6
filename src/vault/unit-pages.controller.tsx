import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { officeLanguage } from '../access/door-frame';
import { mustBeFresh } from '../access/lock.rules';
import type { Looker } from '../access/looker';
import { May, Who } from '../access/may';
import { STAFF_PATHS } from '../layout/nav';
import type { FormValues } from '../platform/http/form';
import { tryForm } from '../platform/http/form';
import { Admissions } from './admissions';
import { KeyKeeping } from './key-keeping';
import { UnitCodePipe } from './unit-code.pipe';
import type { RecoverySheets } from './unit-epochs';
import { AdmissionInput, RecoveryInput, RotationInput } from './unit-inputs';
import type { UnitTrouble } from './units-page';
import type { UnitCode } from './units';
import { UnitViews } from './unit-views';

const HTML = 'text/html; charset=utf-8';

interface Sent {
  readonly looker: Looker;
  readonly unit: UnitCode;
  readonly request: Request;
  readonly response: Response;
}

/**
 * The ceremony of a unit's key: birth, admission, change, recovery. What shows new sheets asks who is there: passphrase
 * and code within five minutes.
 */
@Controller('units')
export class UnitPagesController {
  constructor(
    private readonly keeping: KeyKeeping,
    private readonly admissions: Admissions,
    private readonly views: UnitViews,
  ) {}

  @May('case.content', 'identity.grant')
  @Get()
  @Header('Content-Type', HTML)
  units(@Who() looker: Looker, @Req() request: Request): Promise<string> {
    return this.views.page(looker, officeLanguage(request), null);
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/key')
  async bear(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    mustBeFresh(looker, STAFF_PATHS.units);
    const sheets = await this.keeping.bear(looker, unit);
    response
      .status(201)
      .type('html')
      .send(this.views.sheets(looker, officeLanguage(request), sheets));
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/members')
  async admit(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lang = officeLanguage(request);
    const outcome = await tryForm(AdmissionInput, values, lang, ({ username, code }) =>
      this.admissions.admit(looker, unit, username, code),
    );
    if ('done' in outcome) return response.redirect(303, STAFF_PATHS.units);
    await this.again({ looker, unit, request, response }, 'members', values, outcome.trouble);
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/rotation')
  rotate(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.sheets({ looker, unit, request, response }, 'rotation', RotationInput, values, ({ without = [] }) =>
      this.keeping.rotate(looker, unit, without),
    );
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/recovery')
  recover(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() values: FormValues,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.sheets({ looker, unit, request, response }, 'recovery', RecoveryInput, values, ({ first, second }) =>
      this.keeping.recover(looker, unit, first, second),
    );
  }

  /** What makes a new key answers with its sheets, or with the form to be mended. */
  private async sheets<Shape extends object>(
    sent: Sent,
    act: UnitTrouble['act'],
    shape: new () => Shape,
    values: FormValues,
    make: (input: Shape) => Promise<RecoverySheets>,
  ): Promise<void> {
    mustBeFresh(sent.looker, STAFF_PATHS.units);
    const lang = officeLanguage(sent.request);
    const outcome = await tryForm(shape, values, lang, make);
    if ('trouble' in outcome) return this.again(sent, act, values, outcome.trouble);
    sent.response
      .status(201)
      .type('html')
      .send(this.views.sheets(sent.looker, lang, outcome.done));
  }

  private async again(
    { looker, unit, request, response }: Sent,
    act: UnitTrouble['act'],
    values: FormValues,
    { status, message, fields }: { status: number; message: string; fields: UnitTrouble['errors'] },
  ): Promise<void> {
    const errors = fields.length > 0 ? fields : [{ field: act, message }];
    const page = await this.views.page(looker, officeLanguage(request), { unit, act, errors, values });
    response.status(status).type('html').send(page);
  }
}
