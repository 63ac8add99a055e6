import { Global, Module } from '@nestjs/common';
import { ErrorPage } from '../platform/http/error-page';
import { AssetsController } from './assets.controller';
import { DrawnErrorPage } from './error-page';

/** Serves what pages fetch, and draws errors for the edge. The parts themselves are plain functions. */
@Global()
@Module({
  controllers: [AssetsController],
  providers: [{ provide: ErrorPage, useClass: DrawnErrorPage }],
  exports: [ErrorPage],
})
export class LayoutModule {}
