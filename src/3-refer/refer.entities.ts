import { ReferralAnswer } from './referral-answer.entity';

export const REFER_ENTITIES = [ReferralAnswer];
