import request from 'supertest';
import { eachHome } from '../../test/harness/databases';
import type { OpenRooms } from '../../test/harness/rooms';
import { openRooms } from '../../test/harness/rooms';
import { ACCESS_ENTITIES } from '../access/access.entities';
import { AccessModule } from '../access/access.module';
import { OfficersService } from '../access/officers.service';
import type { Role } from '../access/roles';
import { AgenciesModule } from '../agencies/agencies.module';
import { AUDIT_ENTITIES } from '../audit/audit.entities';
import { AuditModule } from '../audit/audit.module';
import { AuditRow } from '../audit/audit-row.entity';
import { LayoutModule } from '../layout/layout.module';
import { Database } from '../platform/database/database';
import { newId } from '../platform/ids';
import { PLATFORM_ENTITIES } from '../platform/platform.entities';
import { Facts } from '../statistics/facts';
import type { OpenedCase } from '../statistics/facts.shapes';
import { STATISTICS_ENTITIES } from '../statistics/statistics.entities';
import { StatisticsModule } from '../statistics/statistics.module';
import { IndicatorBase } from './indicator-base.entity';
import { INDICATORS_ENTITIES } from './indicators.entities';
import { IndicatorsModule } from './indicators.module';
import { Indicators } from './indicators.service';
import { TypedFigures } from './typed-figures';

const NOW = '2026-11-20T03:00:00.000Z';
const PASSPHRASE = 'blue kettle on stilts';
const MODULES = [LayoutModule, AuditModule, AgenciesModule, AccessModule, StatisticsModule, IndicatorsModule];
const ENTITIES = [
  ...PLATFORM_ENTITIES,
  ...AUDIT_ENTITIES,
  ...ACCESS_ENTITIES,
  ...STATISTICS_ENTITIES,
  ...INDICATORS_ENTITIES,
];

eachHome((_home, place) => {
  let rooms: OpenRooms;
  let facts: Facts;
  const cookies = new Map<string, string>();
  const http = () => request(rooms.app.getHttpServer());
  const as = (username: string) => ({
    get: (path: string) =>
      http()
        .get(path)
        .set('Cookie', cookies.get(username) ?? ''),
    put: (path: string, body: object) =>
      http()
        .put(path)
        .set('Cookie', cookies.get(username) ?? '')
        .set('Accept-Language', 'en')
        .send(body),
  });

  beforeAll(async () => {
    rooms = await openRooms(await place(), MODULES, ENTITIES);
    rooms.clock.set(NOW);
    facts = rooms.app.get(Facts);
    const people: readonly (readonly [string, Role, string?])[] = [
      ['plan', 'plan_officer'],
      ['head', 'desk_head'],
      ['land', 'agency_contact', 'NWT-LAND'],
      ['reader', 'auditor'],
    ];
    for (const [username, role, agencyCode] of people) {
      const person = { username, name: `คุณ ${username}`, roles: [role], password: PASSPHRASE };
      await rooms.app.get(OfficersService).add({ ...person, ...(agencyCode ? { agencyCode } : {}) });
      const answer = await http().post('/api/v1/sessions').send({ username, password: PASSPHRASE });
      cookies.set(username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
    }
  });
  afterAll(() => rooms.close());

  async function acceptedCorruption(receivedOn: string, changes: Partial<OpenedCase> = {}): Promise<string> {
    const caseId = newId();
    const accused = { accusedKind: 'state_official', agencyCode: 'NWT-LAND' };
    const place = { province: 'NWT', channel: 'box', district: '9601', imported: false, step: 2 };
    const opened = { caseId, receivedOn, type: 'procurement', corruptionAlleged: 'yes' } as const;
    rooms.clock.set(`${receivedOn}T05:00:00.000Z`);
    await facts.openCase({ ...place, ...opened, ...accused, ...changes });
    rooms.clock.set(NOW);
    await facts.move(caseId, { on: receivedOn, status: 'sorted', step: 3, completed: false, accepted: true });
    return caseId;
  }
  const line = async (code: string, fiscalYear: number) => {
    const found = (await rooms.app.get(Indicators).table(fiscalYear)).find((one) => one.code === code);
    if (!found) throw new Error(code);
    return found;
  };

  it('has no base, and says so, before anybody typed one', async () => {
    expect(await line('2.1', 2569)).toMatchObject({
      value: 0,
      base: null,
      baseYear: null,
      verdict: 'cannot_be_computed',
      warnings: ['no_base'],
      label: 'desk proxy, not NACC statistics',
    });
    expect(await line('3.1', 2569)).toMatchObject({ value: null, warnings: ['not_measured'] });
    expect(await line('3-b', 2569)).toMatchObject({ verdict: 'reached' });
  });

  it('judges a year against the base that the plan officer typed, and keeps what was typed before', async () => {
    for (const day of ['2025-11-03', '2026-01-10']) await acceptedCorruption(day);
    const path = '/api/v1/indicators/2.1/bases/2568';
    expect((await as('plan').put(path, { value: 2 })).status).toBe(200);
    expect(await line('2.1', 2569)).toMatchObject({ value: 2, base: 2, allowed: 1, verdict: 'not_reached' });
    const letter = { value: '๓', source: 'nacc', letterNo: 'ปช 0012/345', letterDate: '3 ธ.ค. 2568' };
    const typed = await as('plan').put(path, letter);
    expect(typed.body).toMatchObject({ code: '2.1', year: 2568, value: 3, version: 2, letterDate: '2025-12-03' });
    expect(await line('2.1', 2569)).toMatchObject({ base: 3, allowed: 2, changeCount: 1, verdict: 'reached' });
    const history = await rooms.app.get(TypedFigures).history('base', 'NWT', '2.1', 2568);
    expect(history.map(({ value, version }) => [version, value])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('compares a running year with the same days of the base year, and tells why it changed to the last complaint', async () => {
    await acceptedCorruption('2026-10-05');
    const merged = await acceptedCorruption('2026-10-06');
    await facts.move(merged, { on: '2026-10-08', status: 'merged', step: 3, completed: true });
    await as('plan').put('/api/v1/indicators/2.1/bases/2569', { value: 40 });
    const running = await line('2.1', 2570);
    expect(running).toMatchObject({ base: 40, allowed: 32, value: 1, changeCount: 0, verdict: 'year_not_over' });
    expect(running.warnings).toContain('same_months');
    const parts = Object.values(running.whyChanged ?? {}) as number[];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(running.changeCount);
    expect(running.whyChanged).toMatchObject({ filedLess: -1, mergedMore: 1 });
  });

  it('counts rulings per agency, and puts the official figure beside the count', async () => {
    const caseId = await acceptedCorruption('2024-05-01');
    const ruling = { caseId, province: 'NWT', kind: 'both', agencyCode: 'NWT-LAND', on: '2026-02-01' } as const;
    await facts.ruling({ ...ruling, rulingId: newId() });
    await as('plan').put('/api/v1/indicators/2.2.1/official/2569', { value: 4, source: 'nacc' });
    expect(await line('2.2.1', 2569)).toMatchObject({
      value: 1,
      perAgency: [{ agencyCode: 'NWT-LAND', value: 1 }],
      official: { value: 4, source: 'nacc' },
    });
    expect(await line('2.2.2', 2569)).toMatchObject({ value: 1, official: null });
  });

  it('computes shares from what was recorded', async () => {
    for (let n = 0; n < 5; n++) {
      const proceeding = { proceedingId: newId(), province: 'NWT' };
      await facts.proceeding({ ...proceeding, caseId: null, body: 'nacc', counterSuit: false });
      const limit = { ...proceeding, dueOn: '2026-03-01', endedOn: null, extended: n === 0 };
      await facts.limit({ ...limit, limitId: newId() });
    }
    expect(await line('3.1', 2569)).toMatchObject({ value: 20, numerator: 1, denominator: 5, verdict: 'reached' });
    expect(await line('3.2', 2569)).toMatchObject({ value: 0, numerator: 0, denominator: 5, verdict: 'reached' });
  });

  it('refuses what cannot be a base, by the name of the field, and writes nothing', async () => {
    const before = await rooms.app.get(Database).reader.count(IndicatorBase);
    const wrong: readonly (readonly [string, object, string])[] = [
      ['/api/v1/indicators/9.9/bases/2568', { value: 1 }, 'code'],
      ['/api/v1/indicators/3.1/bases/2568', { value: 1 }, 'code'],
      ['/api/v1/indicators/2.1/bases/2025', { value: 1 }, 'year'],
      ['/api/v1/indicators/2.1/bases/2571', { value: 1 }, 'year'],
      ['/api/v1/indicators/2.1/bases/2568', { value: 'many' }, 'value'],
      ['/api/v1/indicators/2.1/bases/2568', {}, 'value'],
      ['/api/v1/indicators/2.1/bases/2568', { value: 1, letterDate: '2099-01-01' }, 'letterDate'],
    ];
    for (const [path, body, field] of wrong) {
      const answer = await as('plan').put(path, body);
      expect([answer.status, answer.body.fields?.[0]?.field]).toEqual([400, field]);
    }
    expect((await as('plan').get('/api/v1/indicators?fiscalYear=68')).body.fields[0].field).toBe('fiscalYear');
    expect(await rooms.app.get(Database).reader.count(IndicatorBase)).toBe(before);
  });

  it('opens to whom the matrix says, and shows an agency its own rows alone', async () => {
    const path = '/api/v1/indicators?fiscalYear=2569';
    expect((await http().get(path)).status).toBe(401);
    expect((await as('reader').get(path)).status).toBe(403);
    expect((await as('head').put('/api/v1/indicators/2.1/bases/2568', { value: 1 })).status).toBe(403);
    const head = await as('head').get(path);
    expect(head.body).toMatchObject({ fiscalYear: 2569, asOf: '2026-09-30' });
    expect(head.body.indicators.map(({ code }: { code: string }) => code)).toContain('2.1');
    const land = await as('land').get('/api/v1/indicators?fiscalYear=๒๕๖๙');
    const codes = land.body.indicators.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['2.2.1', '2.2.2', '2.2-c', '3-b']);
    expect(land.body.indicators[0]).toMatchObject({ value: 1, base: null, official: null });
    expect(JSON.stringify(land.body)).not.toContain('NWT-TREAS');
  });

  it('writes the same as CSV, and every typed figure into the audit trail', async () => {
    const file = await as('head').get('/api/v1/indicators.csv?fiscalYear=2569').set('Accept-Language', 'en');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.split('\r\n')[1]).toMatch(/^2\.1,"?Corruption cases/);
    const rows = await rooms.app.get(Database).reader.findBy(AuditRow, { act: 'indicators.type.base' });
    expect(rows.length).toBe(await rooms.app.get(Database).reader.count(IndicatorBase));
  });
});
