import { readSettings } from '../platform/config/settings';
import { DrawnErrorPage } from './error-page';

describe('an error page', () => {
  const page = new DrawnErrorPage(readSettings({}));

  it('says what happened, what is possible now, and the id of a failure', () => {
    const html = page.render('th', {
      statusCode: 409,
      error: 'StepOutOfOrder',
      message: 'ยังส่งเรื่องไม่ได้ <x>',
      allowed: ['sort'],
      id: '01ABC',
    });
    expect(html).toContain('ทำขั้นนี้ไม่ได้ในตอนนี้');
    expect(html).toContain('ยังส่งเรื่องไม่ได้ &lt;x>');
    expect(html).toContain('ทำได้ตอนนี้: รับไว้และคัดแยก');
    expect(html).toContain('01ABC');
  });

  it('has words for statuses it has no title for', () => {
    expect(page.render('en', { statusCode: 418, error: 'X', message: 'm' })).toContain('This did not succeed');
  });
});
