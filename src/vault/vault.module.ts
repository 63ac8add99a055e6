import { Global, Module } from '@nestjs/common';
import { Admissions } from './admissions';
import { CaseHandover } from './case-handover';
import { CeremonyController } from './ceremony.controller';
import { Compartments } from './compartments';
import { Directory } from './directory';
import { GramIndex } from './gram-index';
import { IndexKeys } from './index-keys';
import { IntakeGate } from './intake-gate';
import { KeyKeeping } from './key-keeping';
import { LentKeys } from './lent-keys';
import { Memberships } from './memberships';
import { PinWatch } from './pin-watch';
import { ReaderRemoval } from './reader-removal';
import { Regrants } from './regrants';
import { RegisterTexts } from './register-texts';
import { SealedFiles } from './sealed-files';
import { Shelf } from './shelf';
import { SplitKeys } from './split-keys';
import { TrialRetirement } from './trial-retirement';
import { UnitEpochs } from './unit-epochs';
import { UnitKeys } from './unit-keys';
import { UnitPins } from './unit-pins';
import { UnitPagesController } from './unit-pages.controller';
import { UnitRegister } from './unit-register';
import { UnitViews } from './unit-views';
import { UnitsController } from './units.controller';
import { Vault } from './vault';
import { WholeTexts } from './whole-texts';

@Global()
@Module({
  controllers: [CeremonyController, UnitsController, UnitPagesController],
  providers: [
    Admissions,
    CaseHandover,
    Compartments,
    Directory,
    GramIndex,
    IndexKeys,
    IntakeGate,
    KeyKeeping,
    LentKeys,
    Memberships,
    PinWatch,
    RegisterTexts,
    ReaderRemoval,
    Regrants,
    SealedFiles,
    Shelf,
    SplitKeys,
    TrialRetirement,
    UnitEpochs,
    UnitKeys,
    UnitPins,
    UnitRegister,
    UnitViews,
    Vault,
    WholeTexts,
  ],
  exports: [
    CaseHandover,
    Compartments,
    Directory,
    GramIndex,
    IntakeGate,
    LentKeys,
    Memberships,
    RegisterTexts,
    ReaderRemoval,
    Regrants,
    SealedFiles,
    Shelf,
    SplitKeys,
    UnitKeys,
    Vault,
    WholeTexts,
  ],
})
export class VaultModule {}
