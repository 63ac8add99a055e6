import type { Role } from '../access/roles';
import type { Status } from '../cases/moves.rules';
import { doorsFor, stepPagesFor } from './doors.rules';

const person = (...roles: readonly Role[]) => ({
  officerId: 'me',
  province: 'NWT',
  username: 'me',
  name: 'me',
  roles,
  agencyCode: null,
  deskUnit: null,
  keyEpoch: 1,
  hidden: [],
  sessionId: '',
  keyring: null,
});
const at = (status: Status) => ({ status, imported: false, reopenedCount: 0, takenUpAt: null, identityItem: null });

describe('what leads on from a case file', () => {
  it('is sorting for a new case, and not what comes later', () => {
    const doors = doorsFor(person('desk_officer'), at('received'));
    expect(doors).toContain('sorting');
    expect(doors).not.toContain('referrals');
    expect(doors).not.toContain('rulings');
    expect(doors).not.toContain('assignment');
  });

  it('gives the order to verify to the head, the finding to whoever verifies', () => {
    expect(doorsFor(person('desk_head'), at('referred'))).toContain('verification');
    expect(doorsFor(person('desk_officer'), at('referred'))).not.toContain('verification');
    expect(doorsFor(person('investigator'), at('verifying'))).toContain('verification');
  });

  it('gives the executive the report that waits, and nothing of the desk’s', () => {
    expect(doorsFor(person('executive'), at('reported'))).toEqual(['report', 'deadlines']);
    expect(doorsFor(person('executive'), at('referred'))).toEqual(['deadlines']);
  });

  it('lets an agency answer while its answer is awaited', () => {
    expect(doorsFor(person('agency_contact'), at('referred'))).toEqual(['referrals', 'deadlines']);
    expect(doorsFor(person('agency_contact'), at('recorded'))).toEqual(['deadlines']);
  });

  it('keeps rulings and reopening for a closed case', () => {
    const doors = doorsFor(person('desk_head'), at('recorded'));
    expect(doors).toEqual(expect.arrayContaining(['rulings', 'reopening', 'classification']));
    expect(doors).not.toContain('assignment');
  });

  it('offers to take up an imported case that is open and not taken up yet', () => {
    const imported = { ...at('referred'), imported: true };
    expect(doorsFor(person('desk_officer'), imported)).toContain('taking-up');
    expect(doorsFor(person('desk_officer'), { ...imported, takenUpAt: 'then' })).not.toContain('taking-up');
    expect(doorsFor(person('desk_officer'), at('referred'))).not.toContain('taking-up');
  });

  it('shows each step’s page to those whose act it is', () => {
    expect(stepPagesFor(person('executive'))).toEqual([null, null, null, null, 'report', 'record']);
    expect(stepPagesFor(person('investigator'))).toEqual([null, null, 'referrals', 'verification', null, null]);
  });
});
