import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Cases } from '../cases/cases';
import { Settings } from '../platform/config/settings';
import { Receipts } from './receipts';
import { clearReporterCookie, reporterCookie, setReporterCookie } from './reporter-cookie';
import type { OpenSession } from './reporter-sessions';
import { ReporterSessions } from './reporter-sessions';

/** In with a receipt, through with its cookie, out with a button. An officer's cookie is not looked at here. */
@Injectable()
export class ReporterDoor {
  constructor(
    private readonly receipts: Receipts,
    private readonly sessions: ReporterSessions,
    private readonly cases: Cases,
    private readonly settings: Settings,
  ) {}

  /** A session that was open in this browser ends. @throws CodeUnknown Busy */
  async open(receipt: string, request: Request, response: Response): Promise<{ readonly number: string }> {
    const opened = await this.receipts.open(receipt);
    await this.end(request);
    setReporterCookie(response, this.settings, await this.sessions.begin(opened));
    const { number } = await this.cases.byId(opened.caseId);
    return { number };
  }

  /** Null when nobody is in: no cookie, an unknown one, or its time is over. */
  within(request: Request): Promise<OpenSession | null> {
    return this.sessions.find(reporterCookie(request, this.settings));
  }

  /** Also for whose session is over already. */
  async leave(request: Request, response: Response): Promise<void> {
    await this.end(request);
    clearReporterCookie(response, this.settings);
  }

  private async end(request: Request): Promise<void> {
    const session = await this.within(request);
    if (session) await this.sessions.end(session);
  }
}
