import { say } from '../platform/errors';
import { faultsOf, readOfficer } from './officer.rules';

const napa = { username: 'napa', name: 'นภา', roles: ['desk_officer'] };
const fieldsOf = (change: object): string[] =>
  faultsOf(
    { ...napa, ...change },
    (role) => say(role, role),
    (code) => code === 'NWT-LAND',
  ).map(({ field }) => field);

describe('what is said about a person', () => {
  it('is read into one spelling', () => {
    const words = {
      username: ' ＮＡＰＡ ',
      name: ' นภา \u200b ทดสอบ',
      roles: ['desk_officer', 'desk_officer'],
      agencyCode: ' nwt-land ',
    };
    expect(readOfficer(words)).toEqual({
      deskUnit: null,
      email: null,
      username: 'napa',
      name: 'นภา ทดสอบ',
      roles: ['desk_officer'],
      agencyCode: 'NWT-LAND',
    });
    expect(readOfficer({ ...napa, agencyCode: ' ' }).agencyCode).toBeNull();
  });

  it.each([
    ['nothing', {}],
    ['an agency contact of an agency', { roles: ['agency_contact'], agencyCode: 'NWT-LAND' }],
    ['an executive of an agency', { roles: ['executive'], agencyCode: 'NWT-LAND' }],
    ['a username with dots and digits', { username: 'napa.s-2_x' }],
  ])('has no fault: %s', (_what, change) => {
    expect(fieldsOf(change)).toEqual([]);
  });

  it.each([
    ['roles that watch each other', { roles: ['custodian', 'desk_head'] }, ['roles']],
    ['no role', { roles: [] }, ['roles']],
    ['a role there is not', { roles: ['desk_officer', 'king'] }, ['roles']],
    ['a contact without an agency', { roles: ['agency_contact'] }, ['agencyCode']],
    ['an agency there is not', { agencyCode: 'NWT-NOWHERE' }, ['agencyCode']],
    ['a username with a space', { username: 'a b' }, ['username']],
    ['a username in Thai', { username: 'นภา' }, ['username']],
    ['a username that is a page', { username: 'New' }, ['username']],
    ['a blank name', { name: ' \u0000 ' }, ['name']],
    ['a name without end', { name: 'น'.repeat(121) }, ['name']],
    ['everything at once', { username: '', name: '', roles: [] }, ['username', 'name', 'roles']],
  ])('names the field: %s', (_what, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });
});
