import type { Classified } from './classification.rules';
import { classify, differences, isBelow, leastSecrecy, secrecyAfterSorting } from './classification.rules';

const was: Classified = {
  type: 'procurement',
  corruptionAlleged: 'unclear',
  accusedKind: null,
  agencyCode: null,
  district: '9601',
  riskArea: null,
  secrecy: 'secret',
};

describe('a classification', () => {
  it('keeps what nobody spoke of', () => {
    expect(classify(was, { corruptionAlleged: 'yes', agencyCode: 'NWT-LAND', type: undefined })).toEqual({
      ...was,
      corruptionAlleged: 'yes',
      agencyCode: 'NWT-LAND',
    });
  });

  it('names what became different', () => {
    expect(differences(was, { ...was, type: 'corruption', riskArea: 'procurement' })).toEqual(['type', 'riskArea']);
    expect(differences(was, was)).toEqual([]);
  });
});

describe('secrecy', () => {
  const grievance = { identityKind: 'open', accusation: false, corruptionAlleged: 'no', sorted: true } as const;

  it('may be normal only for a sorted grievance of somebody with a name, without corruption', () => {
    expect(leastSecrecy(grievance)).toBe('normal');
    expect(leastSecrecy({ ...grievance, identityKind: 'confidential' })).toBe('normal');
    expect(leastSecrecy({ ...grievance, sorted: false })).toBe('secret');
    expect(leastSecrecy({ ...grievance, accusation: true })).toBe('secret');
    expect(leastSecrecy({ ...grievance, corruptionAlleged: 'yes' })).toBe('secret');
    expect(leastSecrecy({ ...grievance, corruptionAlleged: 'unclear' })).toBe('secret');
  });

  it('of an anonymous report is never below secret', () => {
    expect(leastSecrecy({ ...grievance, identityKind: 'anonymous' })).toBe('secret');
  });

  it('goes down to the least at sorting, unless it had been raised', () => {
    expect(secrecyAfterSorting(undefined, 'secret', 'normal')).toBe('normal');
    expect(secrecyAfterSorting(undefined, 'secret', 'secret')).toBe('secret');
    expect(secrecyAfterSorting(undefined, 'top_secret', 'normal')).toBe('top_secret');
    expect(secrecyAfterSorting('very_secret', 'secret', 'normal')).toBe('very_secret');
  });

  it('has an order', () => {
    expect(isBelow('normal', 'secret')).toBe(true);
    expect(isBelow('secret', 'secret')).toBe(false);
    expect(isBelow('top_secret', 'very_secret')).toBe(false);
  });
});
