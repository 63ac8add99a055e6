import { Controller, Get, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Audit } from '../audit/audit';
import type { TrailPage } from '../audit/trail';
import { Trail } from '../audit/trail';
import { STAFF_PATHS } from '../layout/nav';
import { WrongFields, say } from '../platform/errors';
import { Directory } from './directory';
import { officeLanguage } from './door-frame';
import type { Looker } from './looker';
import { May, Who } from './may';
import { actorOf } from './officers.service';
import { StaffPages } from './staff-page';
import { TrailTable } from './trail.page';
import { accessWords } from './words';

/** The auditor's view of the record. It lives here because the record itself stands below the roles. */
@Controller()
export class TrailController {
  constructor(
    private readonly trail: Trail,
    private readonly audit: Audit,
    private readonly directory: Directory,
    private readonly pages: StaffPages,
  ) {}

  @May('audit.read')
  @Get('api/v1/audit')
  list(@Query('page') page: unknown, @Who() looker: Looker): Promise<TrailPage> {
    return this.read(looker, pageOf(page));
  }

  @May('audit.read')
  @Get('audit')
  async show(@Query('page') page: unknown, @Req() request: Request, @Who() looker: Looker): Promise<string> {
    const lang = officeLanguage(request);
    const { title, lead } = accessWords(lang).trail;
    const trail = await this.read(looker, pageOf(page));
    const ids = trail.rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId]);
    const names = await this.directory.names(ids.filter((id) => id !== null));
    const children = <TrailTable trail={trail} names={names} />;
    return this.pages.render(looker, lang, { title, lead, path: STAFF_PATHS.audit, children });
  }

  /** Who watches is seen watching: one row for each look, not shown on the page it asks for. */
  private async read(looker: Looker, page: number): Promise<TrailPage> {
    const trail = await this.trail.page(looker.province, page);
    await this.audit.record({ actor: actorOf(looker), act: 'audit.read', subjectKind: 'audit', data: { page } });
    return trail;
  }
}

/** From 1; left out is the newest. */
function pageOf(given: unknown): number {
  if (given === undefined || given === '') return 1;
  const page = Number(given);
  if (typeof given === 'string' && Number.isInteger(page) && page >= 1 && page <= 1_000_000) return page;
  throw WrongFields.one('page', say('หน้าต้องเป็นจำนวนเต็มตั้งแต่ ๑', 'The page is a whole number from 1.'));
}
