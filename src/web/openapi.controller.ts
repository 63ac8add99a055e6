import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../access/may';
import { NotFound } from '../platform/errors';

/** The document is drawn once the program stands. */
@Controller()
export class OpenApiController {
  document: OpenAPIObject | null = null;

  @Public()
  @Get('api/openapi.json')
  openapi(): OpenAPIObject {
    if (!this.document) throw new NotFound();
    return this.document;
  }
}
