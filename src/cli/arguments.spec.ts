import { WrongUse, readCommand } from './arguments';

const command = (line: string) => readCommand(line.split(' ').filter(Boolean));

describe('the command line', () => {
  it('imports a register, or only looks', () => {
    const read = { name: 'import-register', file: 'r.csv', map: 'm.json', dryRun: false };
    expect(command('import-register r.csv --map m.json')).toEqual(read);
    expect(command('import-register --dry-run --map=m.json r.csv')).toEqual({ ...read, dryRun: true });
  });

  it('prints figures of a year, of the running one, of all', () => {
    expect(command('statistics --fiscal-year 2558 --format csv')).toEqual({
      name: 'statistics',
      year: '2558',
      all: false,
      format: 'csv',
    });
    expect(command('statistics')).toMatchObject({ year: undefined, all: false, format: 'json' });
    expect(command('statistics --all-years')).toMatchObject({ all: true });
    expect(command('indicators --fiscal-year 2568')).toEqual({ name: 'indicators', year: '2568', format: 'json' });
  });

  it('adds a person with several roles', () => {
    const line = 'user add --username somchai --name สมชาย --role desk_officer --role desk_head --password-stdin';
    expect(command(line)).toEqual({
      name: 'user add',
      username: 'somchai',
      fullName: 'สมชาย',
      roles: ['desk_officer', 'desk_head'],
      agencyCode: null,
    });
    expect(command(`${line} --agency NWT-LAND`)).toMatchObject({ agencyCode: 'NWT-LAND' });
  });

  it('proves the audit trail, against a noted head too', () => {
    expect(command('audit verify')).toEqual({ name: 'audit verify', head: undefined });
    const mac = 'AB'.repeat(32);
    expect(command(`audit verify --head 12:${mac}`)).toMatchObject({ head: { no: 12, mac: mac.toLowerCase() } });
  });

  it('makes a backup key, a backup, and brings one back', () => {
    expect(command('backup-key')).toEqual({ name: 'backup-key', replace: false });
    expect(command('backup-key --replace')).toMatchObject({ replace: true });
    expect(command('backup a.phitak')).toEqual({ name: 'backup', file: 'a.phitak' });
    expect(command('restore a.phitak')).toEqual({ name: 'restore', file: 'a.phitak' });
  });

  it.each(['--help', '-h', 'help', 'statistics --help'])('helps with %s', (line) => {
    expect(command(line)).toEqual({ name: 'help' });
  });

  it.each([
    ['', 'A command is missing.'],
    ['fly', 'There is no command "fly".'],
    ['user remove', 'There is no command "user remove".'],
    ['import-register --map m.json', 'import-register needs the FILE'],
    ['import-register r.csv', '--map is missing.'],
    ['import-register r.csv s.csv --map m.json', '"s.csv" is one word too many.'],
    ['import-register r.csv --map', '--map'],
    ['statistics --fiscal-year 2558 --all-years', 'not both'],
    ['statistics --format xml', '--format is json or csv, not "xml".'],
    ['statistics --wings', '--wings'],
    ['user add --username u --name n --role r', 'needs --password-stdin'],
    ['user add --username u --name n --role r --password secret --password-stdin', '--password'],
    ['user add --username u --name n --password-stdin', '--role is missing.'],
    ['user add --name n --role r --password-stdin', '--username is missing.'],
    ['backup', 'backup needs the FILE'],
    ['restore a b', '"b" is one word too many.'],
    ['audit verify --head 12', '--head is NO:MAC'],
  ])('refuses "%s"', (line, reason) => {
    expect(() => command(line)).toThrow(WrongUse);
    expect(() => command(line)).toThrow(reason);
  });
});
