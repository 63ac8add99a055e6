import { REPORT_ORDERS, needsText } from './report.rules';

describe('an order on a report', () => {
  it('needs words unless the report is only acknowledged', () => {
    expect(REPORT_ORDERS.filter(needsText)).toEqual(['ordered', 'look_again']);
  });
});
