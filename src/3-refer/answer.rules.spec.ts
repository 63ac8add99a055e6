import { REFERRAL_STATES } from '../cases/codes';
import { ANSWER_KINDS, allowedAnswers, deskAnswers } from './answer.rules';

describe('an answer to a referral', () => {
  it('follows sent → accepted → final · not ours, with interim answers noted on the way', () => {
    const table = Object.fromEntries(REFERRAL_STATES.map((state) => [state, allowedAnswers(state)]));
    expect(table).toEqual({
      sent: ANSWER_KINDS,
      accepted: ['interim', 'final', 'not_ours'],
      final: [],
      not_ours: [],
      withdrawn: [],
    });
  });

  it('is the desk’s own when it went to the desk, a section of it, or a person without an agency', () => {
    expect(deskAnswers({ agencyCode: 'NWT-DESK' }, 'NWT-DESK')).toBe(true);
    expect(deskAnswers({ agencyCode: null }, 'NWT-DESK')).toBe(true);
    expect(deskAnswers({ agencyCode: 'NWT-LAND' }, 'NWT-DESK')).toBe(false);
  });
});
