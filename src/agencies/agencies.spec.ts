import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/root';
import { Province } from './agencies';
import { CHANNELS, CLOCKS, COMMON_TYPES, INDICATORS, REFUSAL_GROUNDS } from './codes';
import { loadProfile } from './profile.loader';

const narathiwat = new Province(loadProfile('narathiwat'));
const udon = new Province(loadProfile('udon-thani'));

describe.each([narathiwat, udon])('the profile of $code', (province) => {
  it('has every code of the closed lists', () => {
    expect(province.channels.map(({ code }) => code).sort()).toEqual([...CHANNELS].sort());
    expect(province.types.map(({ code }) => code)).toEqual(expect.arrayContaining([...COMMON_TYPES]));
    CLOCKS.forEach((code) => expect(province.clock(code).code).toBe(code));
    INDICATORS.forEach((code) => expect(province.indicator(code).code).toBe(code));
    REFUSAL_GROUNDS.forEach((code) => expect(province.refusalGround(code).code).toBe(code));
  });

  it('finds every agency by its code, its names and each of its aliases', () => {
    for (const agency of province.agencies) {
      const names = [
        agency.code,
        agency.nameTh,
        agency.nameEn,
        ...agency.aliases,
        ...(agency.abbrTh ? [agency.abbrTh] : []),
      ];
      names.forEach((name) => expect([name, province.findAgency(name)?.code]).toEqual([name, agency.code]));
    }
  });

  it('finds every district by its names', () => {
    for (const district of province.districts) {
      [district.code, district.nameTh, district.nameEn, ...district.aliases, `อ.${district.nameTh}`].forEach((name) =>
        expect([name, province.findDistrict(name)?.code]).toEqual([name, district.code]),
      );
    }
  });

  it('says of every target whose it is, and invents no base year', () => {
    for (const indicator of province.profile.indicators) {
      expect(indicator.baseYear).toBeNull();
      expect(indicator.target === null).toBe(indicator.ownerTh === null);
    }
    expect(province.indicator('2.1').ownerTh).toBe('จังหวัดพัทลุง ปี ๒๕๖๗');
    expect(province.indicator('2.2-c').target).toBeNull();
  });

  it('names no ground that speaks of the reporter (cabinet resolution 22 Dec 1998)', () => {
    for (const { nameTh, nameEn } of province.profile.refusalGrounds) {
      expect(`${nameTh} ${nameEn}`).not.toMatch(/ผู้ร้อง|ผู้แจ้ง|ไม่บอกชื่อ|บัตรสนเท่ห์|reporter|anonym/i);
    }
  });
});

describe('Narathiwat', () => {
  it('has 13 districts with 13 district offices, police stations and local authorities', () => {
    const of = (kind: string) => narathiwat.agencies.filter((agency) => agency.kind === kind);
    expect(narathiwat.districts.filter(({ code }) => /^96\d\d$/.test(code))).toHaveLength(13);
    expect(new Set(of('district').map(({ district }) => district)).size).toBe(13);
    expect(new Set(of('police').flatMap(({ district }) => district ?? [])).size).toBe(13);
    expect(new Set(of('local').flatMap(({ district }) => district ?? [])).size).toBe(13);
    expect([...of('district'), ...of('police'), ...of('local')].some(({ verified }) => verified)).toBe(false);
    expect(narathiwat.desk.code).toBe('NWT-DESK');
  });

  it.each([
    ['สนง.ที่ดิน จว.นธ.', 'NWT-LAND'],
    ['สำนักงานที่ดิน  จังหวัดนราธิวาส', 'NWT-LAND'],
    ['สนง.ป.ป.ช.ประจำจังหวัด นราธิวาส', 'NWT-NACC'],
    ['สำนักงาน ปก.จังหวัด นราธิวาส', 'NWT-DDPM'],
    ['สนง.พลังงานจังหวัด นราธิวาส', 'NWT-ENERGY'],
    ['อ.สุไหงโกลก', 'NWT-DIST_KOLOK'],
    ['ทม.สุไหงโก-ลก', 'NWT-TM_SU_NGAI_KOLOK'],
    ['อบต.จวบ', 'NWT-SAO_CHUAP'],
    ['สภ. เเว้ง', 'NWT-POL_WAENG'],
    ['สพป.นราธิวาส เขต 2', 'NWT-ESA2'],
    ['ดำเนินการเอง', 'NWT-DESK'],
  ])('knows %s as %s', (text, code) => expect(narathiwat.findAgency(text)?.code).toBe(code));

  it('mends another province printed for this one, and says so', () => {
    expect(narathiwat.matchAgency('สำนักงานแรงงานจังหวัดนครราชสีมา')).toMatchObject({
      agency: { code: 'NWT-LABOUR' },
      corrected: true,
    });
    expect(narathiwat.matchAgency('สำนักงานแรงงานจังหวัดนราธิวาส')?.corrected).toBe(false);
  });

  it.each(['', '-', 'สำนักงาน', 'จังหวัดนราธิวาส', 'หน่วยงานที่ไม่มีในบัญชี'])('does not guess an agency from "%s"', (text) =>
    expect(narathiwat.findAgency(text)).toBeUndefined(),
  );

  it('puts other provinces outside and an empty field under unknown', () => {
    expect(narathiwat.findDistrict('จ.ยะลา')?.code).toBe('outside');
    expect(narathiwat.findDistrict('-')?.code).toBe('unknown');
    expect(narathiwat.findDistrict('แดนสนธยา')).toBeUndefined();
  });

  it('holds unsorted and unknown types as accusations', () => {
    expect(narathiwat.isAccusation('unsorted')).toBe(true);
    expect(narathiwat.isAccusation('something')).toBe(true);
    expect(narathiwat.isAccusation('service')).toBe(false);
  });

  it('answers an agency in 15 days, with reminders at 0, 7 and 12 days, then the governor', () => {
    const clock = narathiwat.clock('agency_answer');
    expect([clock.amount, clock.unit]).toEqual([15, 'c']);
    expect(clock.ladder.map(({ after, who }) => [after.amount, who])).toEqual([
      [0, 'agency'],
      [7, 'agency'],
      [12, 'agency'],
      [17, 'governor_list'],
    ]);
  });

  it('knows the assessment numbers of FY2566 and says nothing of years it does not know', () => {
    expect(narathiwat.oNumber(2566, 'statistics')).toBe('O29');
    expect(narathiwat.oNumber(2590, 'statistics')).toBeUndefined();
  });
});

describe('holidays', () => {
  const file = JSON.parse(readFileSync(join(projectRoot, 'config', 'holidays-th.json'), 'utf8')) as {
    holidays: { date: string | null; closed: boolean; provinces: string[] }[];
  };

  it('loads every dated closed day for the default province, and lists the rest', () => {
    const closed = file.holidays.filter(({ date, closed }) => date !== null && closed);
    expect(narathiwat.holidays).toHaveLength(closed.length);
    expect(narathiwat.holidays.length + narathiwat.undecidedHolidays.length).toBe(file.holidays.length);
    expect(narathiwat.undecidedHolidays.some(({ date }) => date === null)).toBe(true);
  });

  it('keeps government open on Labour Day', () => {
    expect(narathiwat.holidays.map(({ date }) => date)).not.toContain('2025-05-01');
  });

  it('gives the southern days to Narathiwat and not to Udon Thani', () => {
    const eid = '2026-05-27';
    expect(narathiwat.holidays.map(({ date }) => date)).toContain(eid);
    expect(udon.holidays.map(({ date }) => date)).not.toContain(eid);
  });
});

describe('Udon Thani', () => {
  it('has its 20 districts', () => {
    expect(udon.districts.filter(({ code }) => /^41\d\d$/.test(code))).toHaveLength(20);
  });

  it.each([
    ['ภ.จว.อด', 'UDN-POLICE'],
    ['ทน.อด.', 'UDN-TN_UDON_THANI'],
    ['สนง.ท้องถิ่น จว.อด.', 'UDN-DLA'],
    ['สปถ.อด. เขต 3', 'UDN-ESA3'],
    ['สนง.ยุติธรรม จ.อด.', 'UDN-JUST'],
    ['เกษตรจว.อด.', 'UDN-DOAE'],
    ['อ.ประจักษ์', 'UDN-DIST_PRACHAK'],
  ])('knows the short name %s as %s', (text, code) => expect(udon.findAgency(text)?.code).toBe(code));

  it('gives every type and channel of the register mapping its own code', () => {
    const mapping = JSON.parse(readFileSync(join(projectRoot, 'config', 'mappings', 'udon-register.json'), 'utf8')) as {
      values: { type: Record<string, string>; channel: Record<string, string>; agencies: Record<string, string> };
    };
    const types = Object.values(mapping.values.type);
    expect(new Set(types).size).toBe(8);
    types.forEach((code) => expect(udon.type(code)).toBeDefined());
    Object.values(mapping.values.channel).forEach((code) => expect(udon.channel(code)).toBeDefined());
    expect(udon.agency(mapping.values.agencies['ดำเนินการเอง'] ?? '')).toBe(udon.desk);
  });
});
