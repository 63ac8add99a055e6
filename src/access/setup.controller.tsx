import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Limited } from '../platform/http/limits';
import type { Request, Response } from 'express';
import { SetupOver } from './access.errors';
import { DoorFrame, officeLanguage } from './door-frame';
import type { Sent } from './forms';
import { mendable, statusOf, textOf } from './forms';
import { Public } from './may';
import { chosenPassphrase } from './passphrase.page';
import { Setup } from './setup';
import type { SetupFormProps } from './setup.page';
import { SetupDone, SetupForm } from './setup.page';
import { accessWords } from './words';

/** The page behind the link on the console: it works once, and only while nobody administers the province. */
@Controller('setup')
@Limited('signIn')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly frame: DoorFrame,
  ) {}

  @Public()
  @Get(':token')
  async form(@Param('token') token: string, @Req() request: Request): Promise<string> {
    await this.setup.mustBeOpen(token);
    return this.page(request, { action: request.path });
  }

  @Public()
  @Post(':token')
  async finish(
    @Param('token') token: string,
    @Body() sent: Sent,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { password, issued } = chosenPassphrase(sent);
    const [username, name] = [textOf(sent, 'username'), textOf(sent, 'name')];
    try {
      await this.setup.finish(token, { username, name, password });
      response.send(this.done(request, issued));
    } catch (error) {
      if (error instanceof SetupOver) throw error;
      const errors = mendable(error, 'username', officeLanguage(request));
      const own = issued === null;
      response.status(statusOf(error)).send(this.page(request, { action: request.path, username, name, own, errors }));
    }
  }

  private page(request: Request, props: SetupFormProps): string {
    const { title, lead } = accessWords(officeLanguage(request)).setup;
    return this.frame.render(request, { title, lead, children: <SetupForm {...props} /> });
  }

  private done(request: Request, passphrase: string | null): string {
    const { done } = accessWords(officeLanguage(request)).setup;
    return this.frame.render(request, { title: done, children: <SetupDone passphrase={passphrase} /> });
  }
}
