import { VERIFICATION_MODES, mayVerify, needsCover } from './verify.rules';

describe('who verifies', () => {
  const ordered = { investigator: 'inspector', assignee: 'handler' };

  it('lets the person it was ordered for, and the handler of the case', () => {
    expect(mayVerify('inspector', ordered)).toBe(true);
    expect(mayVerify('handler', ordered)).toBe(true);
  });

  it('lets nobody else while it is ordered for one person', () => {
    expect(mayVerify('somebody', ordered)).toBe(false);
  });

  it('lets whoever may verify when it was ordered for nobody in particular', () => {
    expect(mayVerify('somebody', { investigator: null, assignee: 'handler' })).toBe(true);
  });
});

describe('cover of a visit', () => {
  it('is asked when somebody is accused, and only for a visit', () => {
    expect(VERIFICATION_MODES.filter((mode) => needsCover(mode, true))).toEqual(['visit']);
  });

  it('is not asked for a grievance', () => {
    expect(VERIFICATION_MODES.some((mode) => needsCover(mode, false))).toBe(false);
  });
});
