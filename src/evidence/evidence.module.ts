import { Module } from '@nestjs/common';
import { Admissions } from './admissions';
import { Cleaning } from './cleaning';
import { CopiesController } from './copies.controller';
import { Custody } from './custody';
import { Evidence } from './evidence';
import { EvidenceController } from './evidence.controller';
import { Exhibits } from './exhibits';
import { HandingOut } from './handing-out';
import { Scanner } from './scanner';

/** Exhibits: received, cleaned, sealed, handed out, and who had them. */
@Module({
  controllers: [EvidenceController, CopiesController],
  providers: [Admissions, Cleaning, Custody, Evidence, Exhibits, HandingOut, Scanner],
  exports: [Custody, Evidence, Exhibits, HandingOut],
})
export class EvidenceModule {}
