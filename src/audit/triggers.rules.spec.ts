import { faultsIn } from './triggers.rules';

const REFUSES = `CREATE TRIGGER "audit_row_no_update" BEFORE UPDATE ON "audit_row"
   BEGIN SELECT RAISE(ABORT, 'audit_row is append-only'); END`;
const of = (text: string, name = 'audit_row_no_update') =>
  faultsIn('sqlite', [{ name, text }]).filter((fault) => fault.startsWith(name));

describe('the triggers of the trail', () => {
  it('are known by what they say, however it is written', () => {
    expect(of(REFUSES)).toEqual([]);
    expect(of(REFUSES.replaceAll('"', '').replaceAll('\n', ' ').toLowerCase())).toEqual([]);
  });

  it.each([
    ['is empty', REFUSES.replace(/BEGIN.*END/, 'BEGIN SELECT 1; END')],
    ['does nothing', REFUSES.replace('ABORT', 'IGNORE')],
    ['never holds', REFUSES.replace('BEGIN', 'WHEN 0 BEGIN')],
    ['looks at one column', REFUSES.replace('UPDATE', 'UPDATE OF mac')],
    ['stands on another table', REFUSES.replace('ON "audit_row"', 'ON "counter"')],
  ])('one that %s is found', (_how, text) => expect(of(text)).toEqual(['audit_row_no_update was changed']));

  it('name the ones that are missing and those nobody of us made', () => {
    expect(faultsIn('postgres', [{ name: 'swallow', text: 'rule' }])).toEqual([
      'audit_row_no_update is missing',
      'audit_row_no_delete is missing',
      'audit_row_no_truncate is missing',
      'audit_head_forward_only is missing',
      'audit_head_no_delete is missing',
      'audit_head_no_truncate is missing',
      'swallow is not ours',
    ]);
  });
});
