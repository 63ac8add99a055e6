import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Province } from '../agencies/agencies';
import { AuditedProvince } from '../audit/audit';
import { CsrfGuard } from '../platform/http/csrf.guard';
import { AccessGuard } from './access.guard';
import { AccountApiController } from './account-api.controller';
import { AccountController } from './account.controller';
import { Attempts } from './attempts';
import { Codes } from './codes';
import { ConfirmationController } from './confirmation.controller';
import { Credentials } from './credentials';
import { Directory } from './directory';
import { DoorFrame } from './door-frame';
import { Keyrings } from './keyrings';
import { OfficersController } from './officers.controller';
import { OfficersService } from './officers.service';
import { Organisation } from './organisation';
import { OrganisationController } from './organisation.controller';
import { OwnAddress } from './own-address';
import { OwnAddressController } from './own-address.controller';
import { OwnPassphrase } from './own-passphrase';
import { PeopleController } from './people.controller';
import { Routes } from './routes';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactors } from './second-factors';
import { Sessions } from './sessions';
import { SessionsController } from './sessions.controller';
import { Setup } from './setup';
import { SetupController } from './setup.controller';
import { SignIn } from './sign-in';
import { SignInController } from './sign-in.controller';
import { StaffPages } from './staff-page';
import { TrailController } from './trail.controller';
import { Wall } from './wall';

/** People and what they may; every route of the house passes these two guards, in this order. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionsController,
    SignInController,
    OrganisationController,
    SetupController,
    AccountController,
    ConfirmationController,
    SecondFactorController,
    AccountApiController,
    OwnAddressController,
    OfficersController,
    PeopleController,
    TrailController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: AuditedProvince, inject: [Province], useFactory: ({ code }: Province): AuditedProvince => ({ code }) },
    Attempts,
    Codes,
    Credentials,
    Directory,
    DoorFrame,
    Keyrings,
    OfficersService,
    Organisation,
    OwnAddress,
    OwnPassphrase,
    Routes,
    SecondFactors,
    Sessions,
    Setup,
    SignIn,
    StaffPages,
    Wall,
  ],
  exports: [
    AuditedProvince,
    Directory,
    DoorFrame,
    Keyrings,
    OfficersService,
    Routes,
    Sessions,
    Setup,
    SignIn,
    StaffPages,
    Wall,
  ],
})
export class AccessModule {}
