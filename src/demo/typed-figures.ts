import { addDays, bangkokDay, fiscalYearOf } from '../platform/thai/dates';
import type { DemoHouse } from './house';
import type { People } from './people';

/** Bases against which last year's counts are judged: what makes this verdict, from this count. */
const BASES: readonly (readonly [code: string, base: (count: number) => number])[] = [
  ['2.1', (count) => Math.ceil(count / 0.72)],
  ['2.2.1', (count) => count],
  ['2.2.2', (count) => Math.ceil(count / 0.7)],
  ['2.2-c', (count) => Math.ceil(count * 0.93)],
  ['2.3', (count) => Math.ceil(count * 1.1)],
];

/**
 * The secretariat types the bases of the year before last and, beside the desk's own count, an official figure with its
 * letter: some targets are reached and some are not. Last year's own counts become this year's bases.
 */
export async function typeFigures({ indicators, typing, clock }: DemoHouse, people: People): Promise<void> {
  const secretary = people.get('plan');
  const today = bangkokDay(clock.now());
  const year = fiscalYearOf(today) - 1;
  const counts = new Map((await indicators.table(year)).map(({ code, value }) => [code as string, value ?? 0]));
  const letter = (no: number, ago: number) => ({ letterNo: `นธ 0017.3/${no}`, letterDate: addDays(today, -ago) });
  for (const [code, base] of BASES) {
    const value = base(counts.get(code) ?? 0);
    await typing.type(secretary, 'base', { code, year: year - 1, value, source: 'province', ...letter(1180, 300) });
  }
  await typing.type(secretary, 'base', { code: '2.1', year, value: counts.get('2.1') ?? 0, source: 'desk' });
  await typing.type(secretary, 'official', {
    code: '2.1',
    year,
    value: Math.ceil((counts.get('2.1') ?? 0) * 0.6),
    source: 'nacc',
    letterNo: 'ปช 0099(สมมติ)/456',
    letterDate: addDays(today, -20),
  });
}
