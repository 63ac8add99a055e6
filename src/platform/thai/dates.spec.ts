import {
  addDays,
  bangkokDay,
  bangkokTime,
  englishDate,
  fiscalMonths,
  fiscalYearBounds,
  fiscalYearOf,
  instantAt,
  malayDate,
  parseDay,
  parseInstant,
  thaiDate,
  thaiDateTime,
  thaiMonth,
} from './dates';

describe('days and instants', () => {
  it('sees the last half hour of a UTC afternoon on the same Bangkok day and 17:00 UTC on the next', () => {
    expect(bangkokDay('2024-12-03T16:30:00.000Z')).toBe('2024-12-03');
    expect(bangkokTime('2024-12-03T16:30:00.000Z')).toBe('23:30');
    expect(bangkokDay('2024-12-03T17:00:00.000Z')).toBe('2024-12-04');
  });

  it('turns a Bangkok time into a UTC instant, an early one into the day before', () => {
    expect(instantAt('2024-12-03', '16:30')).toBe('2024-12-03T09:30:00.000Z');
    expect(instantAt('2025-01-01', '00:00')).toBe('2024-12-31T17:00:00.000Z');
  });

  it('adds days over leap day, year ends and backwards', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });
});

describe('fiscal years', () => {
  it('end on 30 September and begin on 1 October', () => {
    expect(fiscalYearOf('2025-09-30')).toBe(2568);
    expect(fiscalYearOf('2025-10-01')).toBe(2569);
    expect(fiscalYearOf('2025-01-01')).toBe(2568);
    expect(fiscalYearBounds(2568)).toEqual({ from: '2024-10-01', to: '2025-09-30' });
  });

  it('have twelve months from October to September', () => {
    const months = fiscalMonths(2568);
    expect(months).toHaveLength(12);
    expect([months[0], months[2], months[3], months[11]]).toEqual(['2024-10', '2024-12', '2025-01', '2025-09']);
  });
});

describe('parseDay', () => {
  it.each([
    '2024-12-03',
    '2567-12-03',
    '๒๕๖๗-๑๒-๐๓',
    '3/12/2567',
    '๓/๑๒/๖๗',
    '03-12-2024',
    '3.12.67',
    '3-ธ.ค.-67',
    '3 ธ.ค. 2567',
    '3ธค67',
    '๓ ธันวาคม ๒๕๖๗',
    'วันที่ 3 เดือนธันวาคม พ.ศ. 2567',
    '3 December 2024',
    '3 Dis 2024',
    ' 3  ธันวาคม\u200b 2567 ',
  ])('reads %s', (text) => {
    expect(parseDay(text)).toBe('2024-12-03');
  });

  it.each([
    '',
    'เมื่อวาน',
    '31/2/2567',
    '2567-02-30',
    '29/2/2568',
    '0/1/2567',
    '3/13/2567',
    '3 ธ.ค.',
    '12/2567',
    '3/12/567',
  ])('cannot read %p', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('knows leap day in a Buddhist year', () => {
    expect(parseDay('29 ก.พ. 2567')).toBe('2024-02-29');
  });

  it('reads two-digit years as BE, first or last as the style says', () => {
    expect(parseDay('67-12-03', { style: 'iso' })).toBe('2024-12-03');
    expect(parseDay('67-12-03')).toBeNull();
    expect(parseDay('10-11-12', { style: 'iso' })).toBe('1967-11-12');
    expect(parseDay('10-11-12', { style: 'thai' })).toBe('1969-11-10');
  });

  it('refuses the other order when a style is named', () => {
    expect(parseDay('3/12/2567', { style: 'iso' })).toBeNull();
    expect(parseDay('2024-12-03', { style: 'thai' })).toBeNull();
  });
});

describe('parseInstant', () => {
  it('reads an instant with its offset, BE years and Thai digits too', () => {
    expect(parseInstant('2024-12-03T23:30:00+07:00')).toBe('2024-12-03T16:30:00.000Z');
    expect(parseInstant('2567-12-03T16:30:00.5Z')).toBe('2024-12-03T16:30:00.500Z');
    expect(parseInstant('๒๕๖๗-๑๒-๐๓T๒๓:๓๐+0700')).toBe('2024-12-03T16:30:00.000Z');
  });

  it('takes a bare day as its first moment in Bangkok', () => {
    expect(parseInstant('3 ธ.ค. 67')).toBe('2024-12-02T17:00:00.000Z');
  });

  it.each(['2024-12-03T10:00:00', '2024-02-30T10:00:00Z', '2024-12-03T24:01:00Z', '2024-12-03T10:00:00+99:00', 'now'])(
    'cannot read %p',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});

describe('dates in words', () => {
  it('writes Thai dates long and short, of a day and of an instant as seen in Bangkok', () => {
    expect(thaiDate('2024-12-03', 'long')).toBe('๓ ธันวาคม ๒๕๖๗');
    expect(thaiDate('2024-12-03', 'short')).toBe('๓ ธ.ค. ๖๗');
    expect(thaiDate('2024-12-02T17:00:00.000Z', 'short')).toBe('๓ ธ.ค. ๖๗');
  });

  it('writes the time of an instant in Bangkok', () => {
    expect(thaiDateTime('2024-12-03T09:30:00.000Z')).toBe('๓ ธันวาคม ๒๕๖๗ เวลา ๑๖.๓๐ น.');
    expect(thaiDateTime('2024-12-03T09:30:00.000Z', 'short')).toBe('๓ ธ.ค. ๖๗ ๑๖.๓๐ น.');
  });

  it('writes months as table heads', () => {
    expect(thaiMonth('2024-10')).toBe('ต.ค. ๖๗');
    expect(thaiMonth('2057-01')).toBe('ม.ค. ๐๐');
  });

  it('writes English and Malay dates in the common era', () => {
    expect(englishDate('2024-12-03')).toBe('3 December 2024');
    expect(malayDate('2024-12-03')).toBe('3 Disember 2024');
  });

  it('reads back what it writes', () => {
    for (const write of [thaiDate, (day: string) => thaiDate(day, 'short'), englishDate, malayDate])
      for (const month of fiscalMonths(2568)) expect(parseDay(write(`${month}-28`))).toBe(`${month}-28`);
  });
});
