import { eachHome } from '../../test/harness/databases';
import { Desk } from '../../test/harness/desk';
import { OfficersService } from '../access/officers.service';
import { ChannelsModule } from '../channels/channels.module';
import { MAPPING, folder, registerText } from '../channels/testing/registers';
import { INDICATORS_ENTITIES } from '../indicators/indicators.entities';
import { IndicatorsModule } from '../indicators/indicators.module';
import { WrongFields } from '../platform/errors';
import { readCommand } from './arguments';
import type { Outcome } from './commands';
import { Commands } from './commands';

eachHome((_home, place) => {
  const disk = folder();
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(
      await place({ PROVINCE: 'udon-thani' }),
      [ChannelsModule, IndicatorsModule],
      INDICATORS_ENTITIES,
    );
    desk.rooms.clock.set('2015-11-20T03:00:00.000Z');
  });
  afterAll(async () => {
    await desk.close();
    disk.remove();
  });

  async function run(...args: readonly string[]): Promise<Outcome> {
    const command = readCommand(args);
    const { name } = command;
    if (name === 'help' || name === 'restore' || name === 'server-secret') throw new Error('not this one');
    return new Commands(desk.rooms.app, () => Promise.resolve('ม้าลายกินหญ้าตอนเช้าตรู่')).run(command);
  }

  it('imports a register and prints what the figures then say', async () => {
    const register = disk.write('r.csv', registerText({ no: '1' }, { no: '2', type: 'หนี้' }, { no: '3', received: '' }));
    const map = disk.write('m.json', JSON.stringify(MAPPING));
    const { text } = await run('import-register', register, '--map', map);
    expect(text.split('\n').slice(0, 3)).toEqual(['accepted 2', 'rejected 1', 'warnings 0']);

    const year = JSON.parse((await run('statistics', '--fiscal-year', '2558')).text) as unknown;
    expect(year).toMatchObject({ fiscalYear: 2558, new: 2, byType: { local_debt: 1, service: 1 } });
    const all = JSON.parse((await run('statistics', '--all-years')).text) as { fiscalYear: number }[];
    expect(all.map(({ fiscalYear }) => fiscalYear)).toEqual([2558, 2559]);
    const csv = (await run('statistics', '--fiscal-year', '๒๕๕๘', '--format', 'csv')).text;
    expect(csv).toContain('2558,2015-09-30,totals,new,2\r\n');
    expect(csv).toContain('2558,2015-09-30,byType,local_debt,1\r\n');
    expect(csv).toContain('2558,2015-09-30,byAgencyTotals,referrals,2\r\n');
  });

  it('prints the indicators of a year', async () => {
    const printed = JSON.parse((await run('indicators', '--fiscal-year', '2558')).text) as unknown;
    expect(printed).toMatchObject({ fiscalYear: 2558, asOf: '2015-09-30', indicators: expect.any(Array) });
    expect((await run('indicators', '--format', 'csv')).text).toMatch(/^\uFEFFcode,title,/);
  });

  it('takes no year that is none', async () => {
    await expect(run('statistics', '--fiscal-year', '2014')).rejects.toThrow(WrongFields);
  });

  it('adds a person who can sign in, and refuses what the pages refuse', async () => {
    const person = ['user', 'add', '--name', 'ผู้ทดลอง', '--password-stdin', '--username', 'tester', '--role'];
    expect((await run(...person, 'desk_officer')).text).toBe('added tester\n');
    expect(await desk.get(OfficersService).card('tester')).toMatchObject({ roles: ['desk_officer'], active: true });
    await expect(run(...person, 'wizard')).rejects.toThrow(WrongFields);
  });

  it('says that the audit trail holds, and where it does not', async () => {
    const { text, failed } = await run('audit', 'verify');
    expect(failed).toBeUndefined();
    const [, head = ''] = /^head (\d+:\w+)$/m.exec(text) ?? [];
    expect(text).toMatch(/^rows \d+\nhead \d+:[0-9a-f]{64}\nunbroken\n$/);
    expect((await run('audit', 'verify', '--head', head)).failed).toBeUndefined();
    const cut = `${Number(head.split(':')[0]) + 5}:${head.split(':')[1]}`;
    expect(await run('audit', 'verify', '--head', cut)).toEqual({
      text: expect.stringMatching(/^broken at row \d+\n$/),
      failed: true,
    });
  });
});
