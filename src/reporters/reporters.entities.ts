import { MessageRead } from './message-read.entity';
import { Rating } from './rating.entity';
import { ReceiptSalt, ReporterKeyRow } from './reporter-key.entity';
import { ReporterAddress } from './reporter-address.entity';
import { ReporterSession } from './reporter-session.entity';
import { Submission } from './submission.entity';

export const REPORTERS_ENTITIES = [
  ReporterKeyRow,
  ReceiptSalt,
  Submission,
  ReporterSession,
  ReporterAddress,
  MessageRead,
  Rating,
];
