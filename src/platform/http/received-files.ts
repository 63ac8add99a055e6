import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable, UseInterceptors, createParamDecorator } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import type { DomainError } from '../errors';
import { tooMuch } from './file-faults';
import { FormMemory } from './form-memory';
import { nested } from './form';
import { isApi } from './language';
import type { ReceivedFile } from './multipart';
import { LARGEST_FORM, readForm } from './multipart';

/** What came with a form; a fault is thrown where the act is tried, so that the form is shown again. */
export class Upload {
  constructor(
    private readonly received: readonly ReceivedFile[],
    private readonly fault: DomainError | null = null,
  ) {}

  /** @throws FilesTooLarge WrongFields */
  get files(): readonly ReceivedFile[] {
    if (this.fault) throw this.fault;
    return this.received;
  }
}

interface UploadRequest extends Request {
  upload?: Upload;
}

/** Reads `multipart/form-data` into memory, behind the guards; every other kind of body passes untouched. */
@Injectable()
class FileDoor implements NestInterceptor {
  async intercept(context: ExecutionContext, handler: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<UploadRequest>();
    if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) return handler.handle();
    const response = http.getResponse<Response>();
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM) throw tooMuch();
    const memory = new FormMemory();
    response.once('close', () => memory.release());
    const { fields, files, fault } = await readForm(request, memory);
    request.upload = new Upload(files, fault);
    request.body = isApi(request) ? nested(fields) : fields;
    return handler.handle();
  }
}

/** The door takes files beside its fields. */
export const TakesFiles = (): MethodDecorator => UseInterceptors(FileDoor);

/** The files of this request; empty when the form carried none. */
export const Files = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Upload =>
    context.switchToHttp().getRequest<UploadRequest>().upload ?? new Upload([]),
);
