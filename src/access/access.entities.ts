import { Officer } from './officer.entity';
import { Session } from './session.entity';
import { SetupToken } from './setup-token.entity';
import { WallRow } from './wall.entity';

export const ACCESS_ENTITIES = [Officer, Session, SetupToken, WallRow] as const;
