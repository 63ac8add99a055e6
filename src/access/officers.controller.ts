import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { STAFF_PATHS } from '../layout/nav';
import { edgeValidation } from '../platform/http/validation';
import { NewOfficerBody, OfficerChangeBody } from './bodies';
import { mustBeFresh } from './lock.rules';
import type { Looker } from './looker';
import { May, Who } from './may';
import type { OfficerCard } from './officers.service';
import { OfficersService, actorOf } from './officers.service';
import { issuePassphrase } from './passphrase.rules';

interface Answer {
  readonly officer: OfficerCard;
  /** Shown this once. */
  readonly passphrase?: string;
}

@Controller('api/v1/officers')
export class OfficersController {
  constructor(private readonly officers: OfficersService) {}

  @May('people.manage')
  @Get()
  async list(): Promise<{ readonly officers: readonly OfficerCard[] }> {
    return { officers: await this.officers.list() };
  }

  @May('people.manage')
  @Post()
  async add(@Body(edgeValidation) body: NewOfficerBody, @Who() looker: Looker): Promise<Answer> {
    const passphrase = body.password ? null : issuePassphrase();
    const officer = await this.officers.add({ ...body, password: passphrase ?? body.password ?? '' }, actorOf(looker));
    return passphrase === null ? { officer } : { officer, passphrase };
  }

  @May('people.manage')
  @Patch(':username')
  async change(
    @Param('username') username: string,
    @Body(edgeValidation) { passphrase, ...change }: OfficerChangeBody,
    @Who() looker: Looker,
  ): Promise<Answer> {
    if (passphrase === 'issue') mustBeFresh(looker, STAFF_PATHS.people);
    const officer = await this.officers.change(username, change, actorOf(looker));
    if (passphrase !== 'issue') return { officer };
    return { officer, passphrase: await this.officers.reissue(username, actorOf(looker)) };
  }
}
