import { hideCrossings } from './own.rules';
import type { YearFigures } from './statistics.service';

const figures = (byChannel: YearFigures['byChannel'], total: number): YearFigures => ({
  fiscalYear: 2569,
  asOf: '2026-09-30',
  ...{ carriedOver: 0, new: total, reopened: 0, total, completed: 0, inProgress: total },
  byChannel,
  ...{ byType: { corruption: total }, byMonth: {}, byDistrict: {}, byStep: { '2': total } },
  byAgency: { rows: {}, referrals: 0, cases: 0 },
});

describe('the figures of one agency', () => {
  it('keep exact totals and hide small crossings with what would give them away', () => {
    const shown = hideCrossings(
      figures({ website: 1, letter: 7 }, 8),
      figures({ box: 9, website: 20, letter: 30 }, 59),
    );
    expect(shown).toMatchObject({ new: 8, total: 8, byType: { corruption: 8 } });
    expect(shown.byChannel.website).toBeNull();
    expect(Object.values(shown.byChannel).filter((n) => n === null).length).toBeGreaterThan(1);
  });

  it('hide nothing that is large enough', () => {
    const own = figures({ website: 4, letter: 7 }, 11);
    expect(hideCrossings(own, figures({ website: 20, letter: 30 }, 50)).byChannel).toEqual(own.byChannel);
  });
});
