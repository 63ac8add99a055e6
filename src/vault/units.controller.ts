import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { mustBeFresh } from '../access/lock.rules';
import type { Looker } from '../access/looker';
import { STAFF_PATHS } from '../layout/nav';
import { May, Who } from '../access/may';
import { Admissions } from './admissions';
import { KeyKeeping } from './key-keeping';
import { UnitCodePipe } from './unit-code.pipe';
import type { RecoverySheets } from './unit-epochs';
import { AdmissionInput, RecoveryInput, RotationInput } from './unit-inputs';
import type { UnitCard } from './unit-register';
import { UnitRegister } from './unit-register';
import type { UnitCode } from './units';

/** The units' keys for programs; the pages do the same. */
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly register: UnitRegister,
    private readonly keeping: KeyKeeping,
    private readonly admissions: Admissions,
  ) {}

  @May('case.content', 'identity.grant')
  @Get()
  async list(@Who() looker: Looker): Promise<{ readonly units: readonly UnitCard[] }> {
    return { units: await this.register.of(looker) };
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/key')
  bear(@Who() looker: Looker, @Param('unit', UnitCodePipe) unit: UnitCode): Promise<RecoverySheets> {
    mustBeFresh(looker, STAFF_PATHS.units);
    return this.keeping.bear(looker, unit);
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/members')
  @HttpCode(204)
  admit(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() { username, code }: AdmissionInput,
  ): Promise<void> {
    return this.admissions.admit(looker, unit, username, code);
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/rotation')
  rotate(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() { without = [] }: RotationInput,
  ): Promise<RecoverySheets> {
    mustBeFresh(looker, STAFF_PATHS.units);
    return this.keeping.rotate(looker, unit, without);
  }

  @May('case.content', 'identity.grant')
  @Post(':unit/recovery')
  recover(
    @Who() looker: Looker,
    @Param('unit', UnitCodePipe) unit: UnitCode,
    @Body() { first, second }: RecoveryInput,
  ): Promise<RecoverySheets> {
    mustBeFresh(looker, STAFF_PATHS.units);
    return this.keeping.recover(looker, unit, first, second);
  }
}
