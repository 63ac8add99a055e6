import { Global, Module } from '@nestjs/common';
import { Admissions } from './admissions';
import { CaseHandover } from './case-handover';
import { Compartments } from './compartments';
import { Directory } from './directory';
import { IntakeGate } from './intake-gate';
import { KeyKeeping } from './key-keeping';
import { LentKeys } from './lent-keys';
import { Memberships } from './memberships';
import { ReaderRemoval } from './reader-removal';
import { Regrants } from './regrants';
import { SealedFiles } from './sealed-files';
import { Shelf } from './shelf';
import { SplitKeys } from './split-keys';
import { TrialRetirement } from './trial-retirement';
import { UnitEpochs } from './unit-epochs';
import { UnitKeys } from './unit-keys';
import { UnitPagesController } from './unit-pages.controller';
import { UnitRegister } from './unit-register';
import { UnitViews } from './unit-views';
import { UnitsController } from './units.controller';
import { Vault } from './vault';

@Global()
@Module({
  controllers: [UnitsController, UnitPagesController],
  providers: [
    Admissions,
    CaseHandover,
    Compartments,
    Directory,
    IntakeGate,
    KeyKeeping,
    LentKeys,
    Memberships,
    ReaderRemoval,
    Regrants,
    SealedFiles,
    Shelf,
    SplitKeys,
    TrialRetirement,
    UnitEpochs,
    UnitKeys,
    UnitRegister,
    UnitViews,
    Vault,
  ],
  exports: [
    CaseHandover,
    Compartments,
    Directory,
    IntakeGate,
    LentKeys,
    Memberships,
    ReaderRemoval,
    Regrants,
    SealedFiles,
    Shelf,
    SplitKeys,
    UnitKeys,
    Vault,
  ],
})
export class VaultModule {}
