import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Due } from './clock';
import { Code } from './code';
import { Definitions } from './definitions';
import { Pagination } from './pagination';
import { Steps } from './steps';
import { Table } from './table';
import { Prose } from './text';

const html = (node: VNode): string => renderToString(node);
const plain = (node: VNode): string => html(node).replace(/<[^>]+>/g, '');
const NOW = '2026-11-20T03:00:00.000Z';
const LATE = '2026-11-18T09:30:00.000Z';

describe('the due chip', () => {
  it('says in words what its colour says', () => {
    expect(html(<Due due={LATE} now={NOW} />)).toContain('class="due overdue"');
    expect(plain(<Due due={LATE} now={NOW} />)).toBe('เกินกำหนด ๒ วัน ๑๘ พ.ย. ๖๙');
    expect(plain(<Due due="2026-11-23T09:30:00.000Z" now={NOW} near />)).toContain('ใกล้ครบกำหนด (เหลือ ๓ วัน)');
    expect(plain(<Due due={LATE} now={NOW} state="paused" />)).toContain('หยุดนับเวลา');
    expect(plain(<Due due={null} now={NOW} />)).toBe('ไม่มีกำหนด');
  });

  it('never reproaches before a reporter', () => {
    const chip = html(<Due due={LATE} now={NOW} area="public" />);
    expect(chip).not.toMatch(/overdue|เกิน/);
    expect(chip).toContain('๑๘ พฤศจิกายน ๒๕๖๙');
  });
});

describe('the six steps', () => {
  it('mark the present one and speak to each reader in her own words', () => {
    const steps = [
      { no: 1, state: 'done', when: '๑๐ พ.ย. ๖๙' },
      { no: 2, state: 'now' },
    ] as const;
    expect(html(<Steps steps={steps} area="public" />)).toMatch(/class="now" aria-current="step".*กำลังอ่านและแยกเรื่อง/);
    expect(plain(<Steps steps={steps} area="staff" />)).toContain('คัดแยก');
    expect(plain(<Steps steps={steps} area="public" />)).toContain('เสร็จแล้ว · ๑๐ พ.ย. ๖๙');
  });
});

describe('a table', () => {
  const table = (
    <Table
      id="t1"
      number={1}
      title="สถิติ"
      unit="เรื่อง"
      narrow="cards"
      columns={[{ head: 'เดือน' }, { head: 'รับใหม่', align: 'number' }]}
      rows={[{ cells: ['ต.ค. ๖๘', '๕'] }, { cells: ['รวม', '๕'], kind: 'total' }]}
      notes={['ที่มา: ศูนย์']}
    />
  );

  it('stands as officials expect: number and title, unit, figures, notes', () => {
    expect(plain(table)).toBe('ตารางที่ ๑ สถิติหน่วย: เรื่องเดือนรับใหม่ต.ค. ๖๘๕รวม๕ที่มา: ศูนย์');
  });

  it('keeps its headings and roles when rows become cards', () => {
    expect(html(table)).toContain('<td role="cell" class="number" data-label="รับใหม่">');
    expect(html(table)).toContain('<th role="rowheader" scope="row">');
  });

  it('can be scrolled by keyboard when it scrolls', () => {
    const scrolled = html(<Table id="t" title="x" columns={[{ head: 'a' }]} rows={[{ cells: ['1'] }]} />);
    expect(scrolled).toContain('role="region" aria-labelledby="t-title" tabindex="0"');
  });

  it('says so when there is nothing', () => {
    expect(plain(<Table id="t" title="x" columns={[]} rows={[]} />)).toContain('ไม่มีเรื่องร้องเรียน');
  });
});

describe('small parts', () => {
  it('show a code in fours', () => {
    expect(plain(<Code label="รหัส" digits="4071-9258 36017745" />)).toBe('รหัส4071 9258 3601 7745 ');
  });

  it('leave out facts that are not there, but not a zero', () => {
    const facts = [
      { term: 'ก', value: null },
      { term: 'ข', value: 0 },
    ];
    expect(plain(<Definitions items={facts} />)).toBe('ข0');
  });

  it('page only where there are pages', () => {
    const hrefOf = (page: number) => `?page=${page}`;
    expect(html(<Pagination page={1} pages={1} hrefOf={hrefOf} />)).toBe('');
    const first = html(<Pagination page={1} pages={2} hrefOf={hrefOf} />);
    expect(first).toContain('href="?page=2"');
    expect(first).not.toContain('rel="prev"');
  });

  it('show free text as text', () => {
    expect(html(<Prose text="<script>" />)).toContain('&lt;script>');
  });
});
