import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable, UseInterceptors, applyDecorators } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { isApi } from './language';

/**
 * One act, two askers: under /api the result is answered as JSON, a posted form is answered 303 with the page to see next.
 */
export function Answered<T>(next: (result: T) => string): MethodDecorator {
  @Injectable()
  class SeeOther implements NestInterceptor<T, T | undefined> {
    intercept(context: ExecutionContext, handler: CallHandler<T>): Observable<T | undefined> {
      const http = context.switchToHttp();
      if (isApi(http.getRequest<Request>())) return handler.handle();
      return handler.handle().pipe(map((result) => void http.getResponse<Response>().redirect(303, next(result))));
    }
  }
  return applyDecorators(UseInterceptors(SeeOther));
}
