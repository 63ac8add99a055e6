import { chainOf } from './chain.rules';
import type { Role } from './roles';

const somebody = (id: string, role: Role, agencyCode: string | null = null, deskUnit: 'alternative' | null = null) => ({
  id,
  roles: [role],
  agencyCode,
  deskUnit,
});
const officer = somebody('officer', 'desk_officer');
const land = somebody('land', 'agency_contact', 'NWT-LAND');
const PEOPLE = [
  officer,
  somebody('head', 'desk_head'),
  somebody('other head', 'desk_head', null, 'alternative'),
  somebody('executive', 'executive'),
  land,
  somebody('land too', 'agency_contact', 'NWT-LAND'),
  somebody('police', 'agency_contact', 'NWT-POLICE'),
];
const RULES = [
  { named: 'desk_officer', with: ['desk_head'] },
  { named: 'agency_contact', with: ['agency_contact'] },
] as const;
const found = (...named: (typeof PEOPLE)[number][]): readonly string[] =>
  chainOf(named, PEOPLE, RULES).map(({ id }) => id);

describe('the chain above and below somebody named', () => {
  it('is of her own office alone', () => {
    expect(found(officer)).toEqual(['head']);
    expect(found(land)).toEqual(['land too']);
    expect(found(officer, land)).toEqual(['head', 'land too']);
  });

  it('is empty for whom no rule names, and without rules', () => {
    expect(chainOf([officer], PEOPLE, [])).toEqual([]);
    expect(found()).toEqual([]);
  });
});
