import type { House } from '../harness/app';
import { Asker, eachHouse } from '../harness/app';

/** What is published is anybody's; what is not leaves as a file only by whoever has just shown who she is. */
eachHouse((_home, open) => {
  let house: House;
  beforeEach(async () => {
    house = await open();
    house.clock.set('2026-03-02T03:00:00.000Z');
  });
  afterEach(() => house.close());

  it('asks for passphrase and code again before an agency’s own figures are exported', async () => {
    await house.officer('head', ['desk_head']);
    const password = 'head: a passphrase for the test';
    // Without credentials of its own this one does not sign in again by itself.
    const head = new Asker(house.origin);
    head.adopt(await head.post('/api/v1/sessions', { username: 'head', password }));
    const own = '/api/v1/statistics.csv?agency=NWT-LAND';
    expect((await head.get(own)).status).toBe(200);
    house.clock.set('2026-03-02T03:06:00.000Z');
    const late = await head.get<{ error: string }>(own);
    expect([late.status, late.body.error]).toEqual([401, 'ConfirmationNeeded']);
    for (const published of [
      '/api/v1/statistics.csv',
      '/api/v1/indicators.csv',
      '/api/v1/statistics?agency=NWT-LAND',
    ]) {
      expect((await head.get(published)).status).toBe(200);
    }
    const confirmed = await head.post('/api/v1/session/confirmation', { password });
    expect(confirmed.status).toBeLessThan(300);
    expect((await head.get(own)).status).toBe(200);
    expect((await house.anyone.get('/api/v1/statistics.csv')).status).toBe(200);
    expect((await house.anyone.get(own)).status).toBe(401);
  });
});
