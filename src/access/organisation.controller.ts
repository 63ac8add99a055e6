import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Limited } from '../platform/http/limits';
import { Public } from './may';
import { Organisation } from './organisation';
import { SignIn } from './sign-in';

/** To the organisation's own sign-in and back to ours. */
@Controller('sign-in/organisation')
@Limited('signIn')
export class OrganisationController {
  constructor(
    private readonly organisation: Organisation,
    private readonly signIn: SignIn,
  ) {}

  @Public()
  @Get()
  ask(@Res() response: Response): Promise<void> {
    return this.organisation.ask(response);
  }

  @Public()
  @Get('back')
  async back(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.signIn.vouched(await this.organisation.hear(request, response));
    response.redirect(303, '/sign-in');
  }
}
