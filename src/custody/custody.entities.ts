import { IdentityRequest } from './identity-request.entity';

export const CUSTODY_ENTITIES = [IdentityRequest];
