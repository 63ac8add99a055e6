import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Province } from '../../agencies/agencies';
import { loadProfile } from '../../agencies/profile.loader';
import type { RegisterMapping } from '../mapping.shape';
import { readRegister } from '../register-file';
import type { Plan } from '../register-plan.rules';
import { planImport } from '../register-plan.rules';
import { RegisterWords } from '../register-words';

export const UDON = new Province(loadProfile('udon-thani'));
export const TODAY = '2026-11-20';

/** A made-up register in the way offices write them. */
export const MAPPING = {
  register: 'made-up',
  key: ['เลขที่'],
  encoding: 'auto',
  dates: 'thai',
  columns: {
    receivedOn: 'วันรับ',
    channel: 'ช่องทาง',
    type: 'ประเภท',
    district: 'อำเภอ',
    agencies: { column: 'หน่วยงาน', split: '/' },
    dueOn: 'กำหนด',
    statusReportedOn: 'รายงานเมื่อ',
    status: 'สถานะ',
    allegation: 'เรื่อง',
  },
  values: {
    channel: { จดหมาย: 'letter', มาเอง: 'walk_in' },
    type: { ถนนชำรุด: 'service', หนี้: 'local_debt' },
    agencies: { ดำเนินการเอง: 'UDN-DESK', '-': 'unknown' },
    status: { ยุติ: 'recorded', รายงานแล้ว: 'verifying', '*': 'referred' },
  },
} as const satisfies RegisterMapping;

export const HEADER = 'เลขที่,วันรับ,ช่องทาง,ประเภท,อำเภอ,หน่วยงาน,กำหนด,รายงานเมื่อ,สถานะ,เรื่อง';

/** What a row has where nothing is said. */
const PLAIN = {
  no: '1',
  received: '3 ต.ค. 57',
  channel: 'จดหมาย',
  type: 'ถนนชำรุด',
  district: 'เพ็ญ',
  agencies: 'อ.เพ็ญ',
  due: '',
  reported: '',
  status: '',
  text: '',
};

/** What differs from a plain row. */
export type Row = Partial<typeof PLAIN>;

export const rowText = (row: Row = {}): string => Object.values({ ...PLAIN, ...row }).join(',');

export const registerText = (...rows: readonly Row[]): string => [HEADER, ...rows.map(rowText), ''].join('\n');

export function plan(text: string, mapping: RegisterMapping = MAPPING, present: readonly string[] = []): Plan {
  const rules = { mapping, words: new RegisterWords(mapping, UDON), today: TODAY };
  return planImport(readRegister(text), rules, new Set(present));
}

export interface Folder {
  write(name: string, content: string | Buffer): string;
  remove(): void;
}

export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'phitak-register-'));
  return {
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Bytes as a Thai spreadsheet of old writes them. */
export function windows874(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x0e00 + 0xa0;
    }),
  );
}
