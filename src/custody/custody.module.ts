import { Module } from '@nestjs/common';
import { CustodyPagesController } from './custody-pages.controller';
import { CustodyController } from './custody.controller';
import { DisclosureDesk } from './disclosure-desk';
import { DisclosurePagesController } from './disclosure-pages.controller';
import { DisclosuresController } from './disclosures.controller';
import { Disclosures } from './disclosures';
import { IdentityDesk } from './identity-desk';
import { EvidenceModule } from '../evidence/evidence.module';
import { IdentityRequests } from './identity-requests';
import { Originals } from './originals';

/** Who spoke, behind two keys. */
@Module({
  imports: [EvidenceModule],
  controllers: [CustodyController, CustodyPagesController, DisclosuresController, DisclosurePagesController],
  providers: [DisclosureDesk, Disclosures, IdentityDesk, IdentityRequests, Originals],
})
export class CustodyModule {}
