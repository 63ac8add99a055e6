import { AgencySession } from './agency-session.entity';
import { ReferralAnswer } from './referral-answer.entity';
import { ReferralCode } from './referral-code.entity';
import { ReferralExhibit } from './referral-exhibit.entity';

export const REFER_ENTITIES = [ReferralAnswer, ReferralCode, AgencySession, ReferralExhibit];
