import type { CodeCircumstances } from './agency-code.rules';
import { codeEndsAt, codeRefusal } from './agency-code.rules';

const asked = {
  recipientKind: 'agency',
  agencyCode: 'NWT-LAND',
  state: 'sent',
  purpose: 'act',
  imported: false,
} as const;
const plain: CodeCircumstances = {
  deskCode: 'NWT-DESK',
  caseOpen: true,
  corruption: false,
  accused: false,
  accusedAgency: 'NWT-LAND',
  walled: false,
};

describe('a code for an agency without an account (KEYS K6)', () => {
  it('is given for an open referral of a case that accuses nobody of it', () => {
    expect(codeRefusal(asked, plain)).toBeNull();
    expect(codeRefusal({ ...asked, state: 'accepted' }, plain)).toBeNull();
    expect(codeRefusal(asked, { ...plain, accused: true, accusedAgency: 'NWT-PAO' })).toBeNull();
  });

  it.each(['self', 'section', 'person'] as const)('is not given to the desk itself or to a person: %s', (kind) => {
    expect(codeRefusal({ ...asked, recipientKind: kind }, plain)).toBe('not_an_agency');
  });

  it('is given to no agency that the register does not name, nor to the desk under its own code', () => {
    for (const agencyCode of [null, 'NWT-DESK']) {
      expect(codeRefusal({ ...asked, agencyCode }, plain)).toBe('not_an_agency');
    }
  });

  it.each(['final', 'not_ours', 'withdrawn'] as const)('is not given once it is %s', (state) => {
    expect(codeRefusal({ ...asked, state }, plain)).toBe('over');
  });

  it('is not given for a closed case, nor for what an old register says', () => {
    expect(codeRefusal(asked, { ...plain, caseOpen: false })).toBe('over');
    expect(codeRefusal({ ...asked, imported: true }, plain)).toBe('over');
  });

  it('is never given for corruption, nor when the accused is of that agency or it stands behind the wall', () => {
    expect(codeRefusal(asked, { ...plain, corruption: true })).toBe('corruption');
    expect(codeRefusal(asked, { ...plain, accused: true })).toBe('accuseds_own');
    expect(codeRefusal(asked, { ...plain, walled: true })).toBe('accuseds_own');
  });

  it('ends after thirty days', () => {
    expect(codeEndsAt('2026-11-20T03:00:00.000Z')).toBe('2026-12-20T03:00:00.000Z');
  });
});
