import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { newId } from '../ids';
import type { FieldError, Say } from '../errors';
import { DomainError, say, sayIn } from '../errors';
import { errorLine, log } from '../log';
import { isApi, languageOf, pageLanguage } from './language';
import { SealBroken } from '../crypto/sealing';
import { Alarm } from './alarm';
import { ErrorPage } from './error-page';

/** What the outside is told of an error: a code, a sentence, and what can be done. Never a stack, a row or a text. */
export interface ErrorAnswer {
  readonly statusCode: number;
  readonly error: string;
  readonly message: string;
  readonly allowed?: readonly string[];
  readonly fields?: readonly FieldError[];
  readonly id?: string;
}

const BY_STATUS: Readonly<Record<number, Say>> = {
  400: say('อ่านข้อมูลที่ส่งมาไม่ได้ กรุณาตรวจแล้วส่งใหม่', 'What was sent cannot be read.'),
  403: say('ไม่รับคำขอนี้ กรุณาเปิดหน้าแล้วส่งใหม่', 'This request is refused. Open the page and send it again.'),
  404: say('ไม่พบหน้าที่ต้องการ', 'Not found.'),
  413: say('ข้อมูลใหญ่เกินไป (ไม่เกิน 256 กิโลไบต์)', 'Too large: at most 256 kB.'),
  415: say('อ่านข้อมูลรูปแบบนี้ไม่ได้', 'This kind of content cannot be read.'),
  429: say('ส่งถี่เกินไป กรุณารอสักครู่แล้วลองใหม่', 'Too many requests. Wait a little and try again.'),
};
const FALLBACK = say('ทำรายการไม่สำเร็จ', 'This did not succeed.');
const OURS = say(
  'ระบบขัดข้อง สิ่งที่ท่านส่งอาจยังไม่ถูกบันทึก กรุณาลองใหม่ หากยังไม่ได้ แจ้งรหัสนี้แก่ผู้ดูแลระบบ',
  'Something failed on our side; what you sent may not be saved. Please try again, or give this id to the administrator.',
);

/** The one place where an error becomes an answer: JSON under /api and /health, a page elsewhere. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly page: ErrorPage,
    private readonly alarm: Alarm,
  ) {}

  /** Async for one case only: an alarm stands in the trail before anybody is answered. */
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const alarm = alarmOf(error);
    if (alarm !== undefined) await this.alarm.raise(alarm);
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.end();
    const leadTo = error instanceof DomainError ? error.details.leadTo : undefined;
    if (leadTo !== undefined && !isApi(request)) return void response.redirect(303, leadTo);
    const answer = this.answer(error, request, response);
    response.status(answer.statusCode).setHeader('Cache-Control', 'no-store');
    if (isApi(request)) return void response.json(answer);
    if (answer.statusCode === 401 && request.method === 'GET') return void response.redirect(303, '/sign-in');
    response.type('html').send(this.page.render(pageLanguage(request), answer));
  }

  private answer(error: unknown, request: Request, response: Response): ErrorAnswer {
    const lang = languageOf(request);
    if (error instanceof DomainError) {
      const { allowed, fields, retryAfterSeconds } = error.details;
      if (retryAfterSeconds) response.setHeader('Retry-After', String(retryAfterSeconds));
      return {
        statusCode: error.status,
        error: error.code,
        message: sayIn(lang, error.says),
        ...(allowed ? { allowed } : {}),
        ...(fields ? { fields: fields.map(({ field, say }) => ({ field, message: sayIn(lang, say) })) } : {}),
      };
    }
    const status = statusOf(error);
    if (status < 500) {
      return {
        statusCode: status,
        error: error instanceof Error ? error.constructor.name : 'Error',
        message: sayIn(lang, BY_STATUS[status] ?? FALLBACK),
      };
    }
    const id = newId();
    log.error({ id, ...errorLine(error), method: request.method, route: routeOf(request) }, 'request failed');
    return { statusCode: 500, error: 'Failed', message: sayIn(lang, OURS), id };
  }
}

const alarmOf = (error: unknown): string | undefined => {
  if (error instanceof SealBroken) return 'seal.broken';
  return error instanceof DomainError ? error.details.alarm : undefined;
};

/** Body parser and router errors carry their status; anything else is ours. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown; statusCode?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** The route's pattern, never the path: a path may hold a case number. */
const routeOf = (request: Request): string => {
  const route = (request as { route?: { path?: string } }).route;
  return route?.path ?? 'unmatched';
};
