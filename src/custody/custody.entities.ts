import { DisclosureOrder } from './disclosure-order.entity';
import { IdentityRequest } from './identity-request.entity';

export const CUSTODY_ENTITIES = [DisclosureOrder, IdentityRequest];
