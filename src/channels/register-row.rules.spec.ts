import type { RegisterEntry } from './register-row.rules';
import type { Row } from './testing/registers';
import { HEADER, MAPPING, plan, registerText, rowText } from './testing/registers';

const said = (row: Row) => {
  const { rejected, warnings } = plan(registerText(row));
  return { rejected: rejected.map(({ says }) => says.en), warnings: warnings.map(({ says }) => says.en) };
};

function entryOf(row: Row): RegisterEntry {
  const [entry] = plan(registerText(row)).entries;
  if (!entry) throw new Error('the row was rejected');
  return entry;
}

describe('a row that cannot be counted is rejected', () => {
  it.each([
    [{ received: '' }, 'no date of receipt'],
    [{ received: 'เมื่อวาน' }, 'the date of receipt cannot be read'],
    [{ received: '31 ก.พ. 57' }, 'the date of receipt cannot be read'],
    [{ received: '21/11/2569' }, 'the date of receipt lies in the future'],
    [{ received: '31/12/2499' }, 'the date of receipt lies before B.E. 2500'],
    [{ channel: 'นกพิราบ' }, 'unknown channel "นกพิราบ"'],
    [{ channel: '' }, 'no channel'],
    [{ no: '' }, 'unreadable: it has no key'],
    [{ no: '9'.repeat(81) }, 'unreadable: its key is longer than 80 characters'],
    [{ text: 'a,b' }, 'unreadable: 11 cells where there should be 10'],
  ])('%o', (row, reason) => expect(said(row)).toEqual({ rejected: [reason], warnings: [] }));

  it('when it is cut short or empty', () => {
    const text = `${HEADER}\n1,3/10/2557\n,,,,,,,,,\n${rowText({ no: '3' })}\n`;
    const { rejected, entries } = plan(text);
    expect(rejected.map(({ row, says }) => [row, says.en])).toEqual([
      [1, 'unreadable: 2 cells where there should be 10'],
      [2, 'unreadable: the row is empty'],
    ]);
    expect(entries.map(({ key }) => key)).toEqual(['3']);
  });

  it('when its key stands in the file already, Thai digits or not', () => {
    const { rejected, entries } = plan(registerText({ no: '12' }, { no: '๑๒', channel: 'มาเอง' }));
    expect(entries).toHaveLength(1);
    expect(rejected).toEqual([{ row: 2, says: expect.objectContaining({ en: expect.stringContaining('row 1') }) }]);
  });

  it('but not because another row of the same key was rejected before', () => {
    expect(plan(registerText({ received: '' }, {})).entries).toHaveLength(1);
  });

  it('and never because it says the same as another', () => {
    expect(plan(registerText({ no: '1' }, { no: '2' })).entries).toHaveLength(2);
  });
});

describe('the date of receipt', () => {
  it.each([
    ['3-ธ.ค.-57', '2014-12-03'],
    ['๓ ธันวาคม ๒๕๕๗', '2014-12-03'],
    ['3/12/57', '2014-12-03'],
    ['3/12/2014', '2014-12-03'],
    ['1/1/2500', '1957-01-01'],
    ['20/11/2569', '2026-11-20'],
  ])('is read from %s', (received, day) => expect(entryOf({ received }).receivedOn).toBe(day));

  it('is read year first where the mapping says so', () => {
    const { entries } = plan(registerText({ received: '57-12-03' }), { ...MAPPING, dates: 'iso' });
    expect(entries[0]?.receivedOn).toBe('2014-12-03');
  });
});

describe('a later date', () => {
  const received = '3 ธ.ค. 57';

  it('is kept', () => {
    expect(entryOf({ received, due: '18/12/57', reported: '๒๐ ธ.ค. ๕๗' })).toMatchObject({
      dueOn: '2014-12-18',
      statusReportedOn: '2014-12-20',
    });
  });

  it('that is missing stays unknown without a word', () => {
    expect(entryOf({ due: '', reported: '-' })).toMatchObject({ dueOn: null, statusReportedOn: null, letterOn: null });
    expect(said({ due: '', reported: '-' }).warnings).toEqual([]);
  });

  it('before receipt, in the future or unreadable is set aside with a warning', () => {
    const row = { received, due: '2/12/57', reported: '1/1/2570' };
    expect(entryOf(row)).toMatchObject({ dueOn: null, statusReportedOn: null });
    expect(said(row)).toEqual({
      rejected: [],
      warnings: [
        'the due date lies before the date of receipt; set aside',
        'the date of the status report lies in the future; set aside',
      ],
    });
    expect(said({ due: 'เร็ว ๆ นี้' }).warnings).toEqual(['the due date cannot be read; set aside']);
  });

  it('may be due in the future', () => expect(entryOf({ due: '1/1/2570' }).dueOn).toBe('2027-01-01'));
});

describe('a word of the register', () => {
  it('of a type is read as the mapping says', () => expect(entryOf({ type: 'หนี้' }).type).toBe('local_debt'));

  it('may be our own code', () => expect(entryOf({ type: 'procurement' }).type).toBe('procurement'));

  it('of a type that is blank or unknown counts as unsorted, with a warning', () => {
    expect(entryOf({ type: '' }).type).toBe('unsorted');
    expect(said({ type: '' }).warnings).toEqual(['no type; counted as unsorted']);
    expect(entryOf({ type: 'ช้างป่า' }).type).toBe('unsorted');
    expect(said({ type: 'ช้างป่า' }).warnings).toEqual(['unknown type "ช้างป่า"; counted as unsorted']);
  });

  it('of a type that nobody listed follows the mapping’s rest', () => {
    const values = { ...MAPPING.values, type: { '*': 'general' } };
    const { entries, warnings } = plan(registerText({ type: 'ช้างป่า' }, { no: '2', type: '' }), { ...MAPPING, values });
    expect(entries.map(({ type }) => type)).toEqual(['general', 'unsorted']);
    expect(warnings.map(({ row }) => row)).toEqual([2]);
  });

  it('of a district is found with or without its first word, elsewhere is outside', () => {
    expect(entryOf({ district: 'อ.เพ็ญ' }).district).toBe(entryOf({ district: 'เพ็ญ' }).district);
    expect(entryOf({ district: '' }).district).toBe('unknown');
    expect(entryOf({ district: 'หนองคาย' }).district).toBe('outside');
  });

  it('of a district that nobody knows is kept as unlisted', () => {
    expect(entryOf({ district: 'ดวงจันทร์' })).toMatchObject({ district: 'unknown', unlistedDistrict: 'ดวงจันทร์' });
    expect(said({ district: 'ดวงจันทร์' }).warnings).toEqual(['unknown district "ดวงจันทร์"; kept as unlisted']);
  });

  it.each([
    ['ยุติ', 'recorded'],
    ['รายงานแล้ว', 'verifying'],
    ['เลยกำหนด', 'referred'],
    ['', 'referred'],
  ])('of a status: %s', (status, ours) => expect(entryOf({ status }).status).toBe(ours));
});

describe('the agencies of a row', () => {
  it('are its referrals, in their order', () => {
    expect(entryOf({ agencies: 'อ.เพ็ญ / ดำเนินการเอง' }).agencies).toEqual([
      { code: expect.stringMatching(/^UDN-/), mended: false },
      { code: 'UDN-DESK', mended: false },
    ]);
  });

  it('are none where a dash stands', () => expect(entryOf({ agencies: '-' }).agencies).toEqual([]));

  it('that nobody knows are kept under their name, with a warning', () => {
    expect(entryOf({ agencies: 'กรมฝนเทียมดาวอังคาร' }).agencies).toEqual([{ unlisted: 'กรมฝนเทียมดาวอังคาร' }]);
    expect(said({ agencies: 'กรมฝนเทียมดาวอังคาร' }).warnings).toEqual([
      'unknown agency "กรมฝนเทียมดาวอังคาร"; kept as unlisted',
    ]);
  });

  it('count once when they stand twice', () => {
    expect(entryOf({ agencies: 'อ.เพ็ญ/อำเภอเพ็ญ' }).agencies).toHaveLength(1);
    expect(said({ agencies: 'อ.เพ็ญ/อำเภอเพ็ญ' }).warnings).toEqual(['agency "อำเภอเพ็ญ" stands twice; counted once']);
  });

  it('make a received case a referred one', () => {
    const values = { ...MAPPING.values, status: { '*': 'received' } };
    const statusOf = (agencies: string) => plan(registerText({ agencies }), { ...MAPPING, values }).entries[0]?.status;
    expect([statusOf('-'), statusOf('อ.เพ็ญ')]).toEqual(['received', 'referred']);
  });
});

describe('a row that is already there', () => {
  it('is left alone and unremarked', () => {
    const { entries, warnings, rejected, alreadyThere } = plan(
      registerText({ no: '1', type: '' }, { no: '2', type: '' }),
      MAPPING,
      ['1'],
    );
    expect({ entries: entries.length, rejected, alreadyThere }).toEqual({ entries: 1, rejected: [], alreadyThere: 1 });
    expect(warnings.map(({ row }) => row)).toEqual([2]);
  });
});
