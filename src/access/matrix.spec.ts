import type { Act, Scope } from './matrix';
import { ACTS, MATRIX, may, reach } from './matrix';
import type { Role } from './roles';
import { ROLES, forbiddenPair } from './roles';

/** PROCESS §2 written out once more, by hand: one line an act, one column a role in the order of ROLES. */
const TABLE: Readonly<Record<Act, string>> = {
  //                   officer  head     contact investigator executive committee plan custodian auditor administrator
  'case.list': '         unit     all      own     assigned clocks_reports - - - - -',
  'case.read': '         unit     all      own     assigned clocks_reports - - - - -',
  'case.content': '      unit     unit     own     assigned report         - - - - -',
  'case.enter': '        yes      yes      -       -        -              - - - - -',
  'case.acknowledge': '  yes      yes      -       -        -              - - - - -',
  'case.sort': '         yes      yes      -       -        -              - - - - -',
  'case.refer': '        yes      yes      -       -        -              - - - - -',
  'case.word': '         yes      yes      -       assigned -              - - - - -',
  'case.report': '       yes      yes      -       -        -              - - - - -',
  'case.comment': '      unit     unit     -       assigned -              - - - - -',
  'case.exhibit': '      unit     unit     -       assigned -              - - - - -',
  'case.pause': '        yes      yes      -       -        -              - - - - -',
  'case.end.propose': '  yes      yes      -       -        -              - - - - -',
  'case.end.grant': '    -        yes      -       -        heads          - - - - -',
  'case.record.propose': 'yes     yes      -       -        -              - - - - -',
  'case.record.grant': ' -        yes      -       -        heads          - - - - -',
  'case.extend.ask': '   yes      yes      own     assigned -              - - - - -',
  'case.extend.grant': ' -        yes      -       -        heads          - - - - -',
  'case.assign': '       -        yes      -       -        -              - - - - -',
  'referral.answer': '   own      own      own     -        -              - - - - -',
  'case.verify': '       ordered  -        -       yes      -              - - - - -',
  'case.verify.order': ' -        yes      -       -        -              - - - - -',
  'case.sendBack': '     ordered  yes      -       yes      -              - - - - -',
  'case.rule': '         yes      yes      -       -        -              - - - - -',
  'case.merge': '        yes      yes      -       -        -              - - - - -',
  'case.withdraw': '     yes      yes      -       -        -              - - - - -',
  'case.classify': '     yes      yes      -       -        -              - - - - -',
  'case.order': '        -        -        -       -        yes            - - - - -',
  'case.reopen': '       propose  approve  -       -        -              - - - - -',
  'identity.ask': '      yes      yes      -       assigned -              - - - - -',
  'identity.grant': '    -        -        -       -        -              - - yes - -',
  'statistics.full': '   all      all      -       -        all            no_crossings no_crossings - - -',
  'statistics.own': '    -        -        own     -        -              - - - - -',
  'indicators.see': '    yes      yes      -       -        yes            yes yes - - -',
  'indicators.own': '    -        -        own     -        -              - - - - -',
  'indicators.sign': '   -        -        -       -        -              yes - - - -',
  'indicators.type': '   -        -        -       -        -              - yes - - -',
  'audit.read': '        -        -        -       -        -              - - - all -',
  'people.manage': '     -        -        -       -        -              - - - - yes',
  'province.manage': '   -        -        -       -        -              - - - - yes',
  'calendar.approve': '  -        yes      -       -        -              - - - - -',
  'import.register': '   -        yes      -       -        -              - - - - -',
  'records.keep': '      -        all      -       -        -              - - - - -',
  'records.hold': '      -        yes      -       -        -              - - - - -',
  'records.dispose.propose': 'yes yes      -       -        -              - - - - -',
  'records.dispose.grant': ' -    yes      -       -        heads          - - - - -',
  'breaches.keep': '     -        yes      -       -        yes            - - - - -',
  'breaches.read': '     -        yes      -       -        yes            - - - yes -',
  'notices.resend': '    -        all      -       -        -              - - - - -',
};

const cells = ACTS.flatMap((act) => {
  const scopes = TABLE[act].trim().split(/\s+/);
  return ROLES.map((role, at) => [role, act, scopes[at] === '-' ? null : (scopes[at] as Scope)] as const);
});

describe('the matrix', () => {
  it('has a line for every act and a column for every role', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...ACTS].sort());
    expect(cells).toHaveLength(Object.keys(MATRIX).length * 10);
  });

  it.each(cells)('%s · %s: %s', (role, act, scope) => {
    expect(may({ roles: [role] }, act)).toBe(scope);
  });

  it('gives nothing to nobody', () => {
    for (const act of ACTS) expect(may({ roles: [] }, act)).toBeNull();
  });

  it('gives the strongest of several roles, and all reaches where they add up', () => {
    expect(may({ roles: ['desk_officer', 'desk_head'] }, 'case.list')).toBe('all');
    expect(may({ roles: ['committee', 'executive'] }, 'statistics.full')).toBe('all');
    expect(reach({ roles: ['investigator', 'agency_contact'] }, 'case.list')).toEqual(['own', 'assigned']);
  });

  it.each(['auditor', 'administrator', 'custodian', 'committee', 'plan_officer'] as const)(
    'shows no case to %s',
    (role) => {
      const ofCases = ACTS.filter((act) => act.startsWith('case.') || act === 'referral.answer');
      expect(ofCases.filter((act) => may({ roles: [role] }, act) !== null)).toEqual([]);
    },
  );

  it('lets nobody both ask for an identity and grant it', () => {
    for (const pair of pairs()) {
      const roles = { roles: pair };
      if (may(roles, 'identity.ask') && may(roles, 'identity.grant')) expect(forbiddenPair(pair)).not.toBeNull();
    }
  });
});

describe('roles of one person', () => {
  const FORBIDDEN: readonly (readonly [Role, Role])[] = [
    ['custodian', 'desk_officer'],
    ['custodian', 'desk_head'],
    ['custodian', 'agency_contact'],
    ['custodian', 'investigator'],
    ['administrator', 'desk_officer'],
    ['administrator', 'desk_head'],
    ['administrator', 'investigator'],
    ['administrator', 'custodian'],
    ...ROLES.filter((role) => role !== 'auditor').map((role) => ['auditor', role] as const),
  ];

  it.each(pairs())('%s with %s', (one, other) => {
    const forbidden = FORBIDDEN.some((pair) => pair.includes(one) && pair.includes(other));
    expect(forbiddenPair([one, other]) !== null).toBe(forbidden);
    expect(forbiddenPair([other, one]) !== null).toBe(forbidden);
  });

  it('may be one role, or several that do not watch each other', () => {
    for (const role of ROLES) expect(forbiddenPair([role])).toBeNull();
    expect(forbiddenPair(['desk_officer', 'desk_head', 'investigator', 'plan_officer'])).toBeNull();
  });
});

function pairs(): (readonly [Role, Role])[] {
  return ROLES.flatMap((one, at) => ROLES.slice(at + 1).map((other) => [one, other] as const));
}
