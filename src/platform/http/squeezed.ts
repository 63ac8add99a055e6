import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable, StreamableFile, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Quick rather than small: a page is made for each reader. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Compresses a public page that holds nothing of one reader. Pages with a receipt, a word or a name stay as they are:
 * the length of a compressed secret can be read from outside.
 */
@Injectable()
class Squeeze implements NestInterceptor<string, string | StreamableFile> {
  intercept(context: ExecutionContext, handler: CallHandler<string>): Observable<string | StreamableFile> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const encoding = http.getRequest<Request>().acceptsEncodings('br', 'gzip', 'identity');
    response.setHeader('Vary', 'Accept-Encoding, Cookie');
    if (encoding !== 'br' && encoding !== 'gzip') return handler.handle();
    return handler.handle().pipe(
      map((page) => {
        response.setHeader('Content-Encoding', encoding);
        return new StreamableFile(encoding === 'br' ? brotliCompressSync(page, BROTLI) : gzipSync(page));
      }),
    );
  }
}

export const Squeezed = (): MethodDecorator & ClassDecorator => UseInterceptors(Squeeze);
