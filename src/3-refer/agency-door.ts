import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Settings } from '../platform/config/settings';
import { cookie } from '../platform/http/language';
import { AgencyCodes } from './agency-codes';
import type { OpenAgencySession } from './agency-sessions';
import { AgencySessions } from './agency-sessions';

/** In with a code, through with its cookie, out with a button. Officers' and reporters' cookies are not looked at here. */
@Injectable()
export class AgencyDoor {
  constructor(
    private readonly codes: AgencyCodes,
    private readonly sessions: AgencySessions,
    private readonly settings: Settings,
  ) {}

  /** A session that was open in this browser ends. @throws AgencyCodeUnknown Busy */
  async open(code: string, request: Request, response: Response): Promise<void> {
    const opened = await this.codes.open(code);
    await this.end(request);
    response.cookie(nameIn(this.settings), await this.sessions.begin(opened), options(this.settings));
  }

  /** Null when nobody is in: no cookie, an unknown one, its time is over, or the code opens nothing any more. */
  within(request: Request): Promise<OpenAgencySession | null> {
    return this.sessions.find(cookie(request, nameIn(this.settings)));
  }

  /** Also for whose session is over already. */
  async leave(request: Request, response: Response): Promise<void> {
    await this.end(request);
    this.forget(response);
  }

  /** After the final answer there is nothing left to come back to. */
  forget(response: Response): void {
    response.clearCookie(nameIn(this.settings), options(this.settings));
  }

  private async end(request: Request): Promise<void> {
    const session = await this.within(request);
    if (session) await this.sessions.end(session);
  }
}

/** `__Host-` needs https; a trial on http://localhost gets a plain name, which production refuses to read. */
const nameIn = ({ production }: Pick<Settings, 'production'>): string => (production ? '__Host-answer' : 'answer');

/** No end: the browser forgets it when it closes, the server after fifteen minutes. */
const options = ({ production }: Settings): CookieOptions => ({
  httpOnly: true,
  secure: production,
  sameSite: 'strict',
  path: '/',
});
