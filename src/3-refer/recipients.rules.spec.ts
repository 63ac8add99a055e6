import type { Referral } from '../cases/referral.entity';
import type { Asked, Circumstances } from './recipients.rules';
import { alreadyAsked, namedTwice, recipientOf, withLead, wrongRecipient } from './recipients.rules';

const DESK = 'NWT-DESK';
const read = (asked: Partial<Asked>) => recipientOf({ field: 'agencyCode', ...asked }, DESK);
const agencies: Readonly<Record<string, { isCollective?: boolean }>> = {
  'NWT-DESK': {},
  'NWT-LAND': {},
  'NWT-PAO': {},
  'NWT-ALL': { isCollective: true },
};
const about = (of: Partial<Circumstances> = {}): Circumstances => ({
  deskCode: DESK,
  agency: (code) => agencies[code],
  accusation: true,
  accusedAgency: 'NWT-PAO',
  ...of,
});

describe('a recipient', () => {
  it('is the desk itself by its own code or the word self', () => {
    expect(read({ agencyCode: DESK })).toMatchObject({ kind: 'self', agencyCode: DESK, purpose: 'act' });
    expect(read({ agencyCode: 'self' })).toMatchObject({ kind: 'self', agencyCode: DESK });
    expect(read({ kind: 'self' })).toMatchObject({ kind: 'self', agencyCode: DESK });
  });

  it('is an agency to act, a section of the desk, or a person to clarify', () => {
    expect(read({ agencyCode: 'NWT-LAND' })).toMatchObject({ kind: 'agency', purpose: 'act' });
    expect(read({ kind: 'section', name: 'กลุ่มกฎหมาย' })).toMatchObject({ kind: 'section', agencyCode: DESK });
    expect(read({ kind: 'person', name: 'ผู้ใหญ่บ้าน' })).toMatchObject({ agencyCode: null, purpose: 'clarify' });
  });

  it.each([
    ['no agency', {}, 'agencyCode'],
    ['an unknown agency', { agencyCode: 'NWT-NIX' }, 'agencyCode'],
    ['many offices at once', { agencyCode: 'NWT-ALL' }, 'agencyCode'],
    ['the accused’s own unit', { agencyCode: 'NWT-PAO' }, 'agencyCode'],
    ['a person of the accused’s own unit', { agencyCode: 'NWT-PAO', kind: 'person', name: 'ก' }, 'agencyCode'],
    ['a section of another office', { agencyCode: 'NWT-LAND', kind: 'section', name: 'ก' }, 'agencyCode'],
    ['a section without name', { kind: 'section' }, 'name'],
    ['a person without name', { kind: 'person' }, 'name'],
  ] as const)('cannot be %s', (_what, asked, field) => {
    expect(wrongRecipient(read(asked), about())?.field).toBe(field);
  });

  it('says what to do instead of asking the accused’s own unit', () => {
    expect(wrongRecipient(read({ agencyCode: 'NWT-PAO' }), about())?.say.en).toMatch(/one level up.*body with power/);
  });

  it('may be the agency of a grievance, and the desk unless the desk is accused', () => {
    expect(wrongRecipient(read({ agencyCode: 'NWT-PAO' }), about({ accusation: false }))).toBeNull();
    expect(wrongRecipient(read({ agencyCode: 'self' }), about())).toBeNull();
    expect(wrongRecipient(read({ agencyCode: 'self' }), about({ accusedAgency: DESK }))?.field).toBe('agencyCode');
  });

  it('is named once', () => {
    const twice = [read({ agencyCode: 'NWT-LAND' }), { ...read({ agencyCode: 'NWT-LAND' }), field: 'second' }];
    expect(namedTwice(twice).map(({ field }) => field)).toEqual(['second']);
    const sections = [read({ kind: 'section', name: 'ก' }), read({ kind: 'section', name: 'ข' })];
    expect(namedTwice(sections)).toEqual([]);
  });
});

const referral = (of: Partial<Referral>): Referral =>
  ({ recipientKind: 'agency', purpose: 'act', state: 'sent', lead: false, agencyCode: 'NWT-LAND', ...of }) as Referral;

describe('an agency that has the case on its desk', () => {
  it('is not asked again before it has answered', () => {
    const asked = [read({ agencyCode: 'NWT-LAND' }), read({ agencyCode: 'self' })];
    expect(alreadyAsked(asked, [referral({ state: 'accepted' })])).toEqual(['NWT-LAND']);
    expect(alreadyAsked(asked, [referral({ state: 'final' }), referral({ state: 'withdrawn' })])).toEqual([]);
    expect(alreadyAsked(asked, [referral({ recipientKind: 'self', agencyCode: DESK, state: 'accepted' })])).toEqual([
      DESK,
    ]);
    expect(alreadyAsked(asked, [referral({ recipientKind: 'section', agencyCode: DESK })])).toEqual([]);
  });
});

describe('the lead agency', () => {
  const two = [read({ agencyCode: 'self', purpose: 'clarify' }), read({ agencyCode: 'NWT-LAND' })];

  it('is the first that is asked to act when nobody says', () => {
    expect(withLead(two, []).recipients.map(({ lead }) => lead)).toEqual([false, true]);
  });

  it('is the one that is said', () => {
    const said = [{ ...two[0], lead: true } as (typeof two)[0], ...two.slice(1)];
    expect(withLead(said, []).recipients.map(({ lead }) => lead)).toEqual([true, false]);
  });

  it('is one only, unless the former gave the case back or was called back', () => {
    const both = two.map((one) => ({ ...one, lead: true }));
    expect(withLead(both, []).wrong.map(({ field }) => field)).toEqual(['lead']);
    const one = both.slice(0, 1);
    expect(withLead(one, [referral({ lead: true, state: 'final' })]).wrong).toHaveLength(1);
    expect(withLead(one, [referral({ lead: true, state: 'not_ours' })]).wrong).toHaveLength(0);
    expect(withLead(two, [referral({ lead: true, state: 'withdrawn' })]).recipients[1]?.lead).toBe(true);
    expect(withLead(two, [referral({ lead: true })]).recipients.some(({ lead }) => lead)).toBe(false);
  });
});
