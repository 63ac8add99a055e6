import { WrongFields } from '../platform/errors';
import { monthsOf, periodOf, readFiscalYear, samePartOf } from './fiscal-year';

describe('fiscal years', () => {
  it('reads Thai and Arabic digits, and nothing as the running year', () => {
    expect(readFiscalYear('๒๕๖๘', '2026-11-20')).toBe(2568);
    expect(readFiscalYear(' 2568 ', '2026-11-20')).toBe(2568);
    expect(readFiscalYear(undefined, '2026-09-30')).toBe(2569);
    expect(readFiscalYear('', '2026-10-01')).toBe(2570);
  });

  it.each(['2025', '2499', '2700', '68', 'ปีนี้', '2568.5', '25 68'])('refuses %j by the name of the field', (text) => {
    const refused = (() => {
      try {
        return readFiscalYear(text, '2026-11-20');
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(WrongFields);
    expect((refused as WrongFields).details.fields?.map(({ field }) => field)).toEqual(['fiscalYear']);
  });

  it('ends a running year on the day of asking', () => {
    expect(periodOf(2569, '2026-02-10')).toMatchObject({ from: '2025-10-01', to: '2026-02-10', running: true });
    expect(periodOf(2569, '2026-09-30').running).toBe(true);
    expect(periodOf(2569, '2026-10-01').running).toBe(false);
    expect(periodOf(2568, '2026-02-10')).toMatchObject({ to: '2025-09-30', running: false });
    expect(monthsOf(periodOf(2569, '2026-02-10'))).toEqual(['2025-10', '2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsOf(periodOf(2570, '2026-02-10'))).toEqual([]);
  });

  it('holds a running year against the same months of the base year', () => {
    const running = periodOf(2569, '2026-02-10');
    expect(samePartOf(2567, running)).toMatchObject({ from: '2023-10-01', to: '2024-02-10' });
    expect(samePartOf(2567, periodOf(2568, '2026-02-10'))).toMatchObject({ to: '2024-09-30', running: false });
    expect(samePartOf(2566, periodOf(2567, '2024-02-29'))).toMatchObject({ to: '2023-02-28' });
  });
});
