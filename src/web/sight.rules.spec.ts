import type { Looker } from '../access/looker';
import type { Role } from '../access/roles';
import type { LineKind } from '../cases/story-line';
import { isTextOpened, isTold, mayDecide, sightOf } from './sight.rules';

const person = (...roles: readonly Role[]): Looker => ({
  officerId: 'me',
  province: 'NWT',
  username: 'me',
  name: 'me',
  roles,
  agencyCode: roles.includes('agency_contact') ? 'NWT-LAND' : null,
  deskUnit: null,
  keyEpoch: 1,
  hidden: [],
  sessionId: '',
  keyring: null,
});
const nobodys = { assignee: null, investigator: null };
const line = (kind: LineKind, referralId: string | null = null) => ({ kind, data: { referralId } });

describe('how much of a case somebody sees', () => {
  it('is everything for the desk, and for an investigator only of a case given to him', () => {
    expect(sightOf(person('desk_officer'), nobodys)).toBe('handling');
    expect(sightOf(person('desk_head'), nobodys)).toBe('handling');
    expect(sightOf(person('investigator'), { ...nobodys, investigator: 'me' })).toBe('handling');
    expect(sightOf(person('investigator', 'executive'), nobodys)).toBe('report');
  });

  it('is clocks and reports for an executive, its own part for an agency', () => {
    expect(sightOf(person('executive'), nobodys)).toBe('report');
    expect(sightOf(person('agency_contact'), nobodys)).toBe('own');
    expect(sightOf(person('agency_contact'), { ...nobodys, assignee: 'other' })).toBe('own');
  });

  it('tells an agency the lines of its own referrals and no other', () => {
    expect(isTold('own', ['r1'], line('referralSent', 'r1'))).toBe(true);
    expect(isTold('own', ['r1'], line('referralSent', 'r2'))).toBe(false);
    expect(isTold('own', ['r1'], line('received'))).toBe(false);
    expect(isTold('report', [], line('received'))).toBe(true);
  });

  it('opens no text at all to an executive, and to an agency only what was answered', () => {
    for (const kind of ['sorted', 'wordSent', 'commented', 'referralFinal'] as const) {
      expect(isTextOpened('report', line(kind))).toBe(false);
    }
    expect(isTextOpened('own', line('referralFinal', 'r1'))).toBe(true);
    expect(isTextOpened('own', line('referralWithdrawn', 'r1'))).toBe(false);
    expect(isTextOpened('handling', line('commented'))).toBe(true);
  });
});

describe('who may be the second person', () => {
  const asked = (kind: Parameters<typeof mayDecide>[1]['kind'], byHead = false, askedBy = 'other') => ({
    kind,
    askedBy,
    data: { byHead },
  });

  it('is never the one who asked', () => {
    expect(mayDecide(person('desk_head'), asked('end', true, 'me'))).toBe(false);
  });

  it('is the head for what her officers ask, the executive for what the head asks', () => {
    expect(mayDecide(person('desk_head'), asked('record'))).toBe(true);
    expect(mayDecide(person('desk_officer'), asked('record'))).toBe(false);
    expect(mayDecide(person('executive'), asked('record'))).toBe(false);
    expect(mayDecide(person('executive'), asked('end', true))).toBe(true);
  });

  it('is the head for a withdrawal and a reopening, anybody of the desk for a ruling', () => {
    expect(mayDecide(person('desk_head'), asked('withdrawal'))).toBe(true);
    expect(mayDecide(person('executive'), asked('withdrawal', true))).toBe(false);
    expect(mayDecide(person('desk_officer'), asked('reopening'))).toBe(false);
    expect(mayDecide(person('desk_officer'), asked('ruling'))).toBe(true);
  });
});
