import { SettingsError, readSettings } from './settings';

describe('the environment', () => {
  it('needs nothing', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      province: 'narathiwat',
      trialMode: true,
    });
  });

  it.each([
    ['PORT', { PORT: 'x' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['CLAMD_SOCKET', { CLAMD_SOCKET: 'clamd' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.org:25', MAIL_FROM: 'a@example.org' }],
    ['SMTP_URL', { SMTP_URL: 'smtp:', MAIL_FROM: 'a@example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'the desk' }],
    ['MAIL_GIVE_UP_HOURS', { SMTP_URL: 'smtp://h', MAIL_FROM: 'a@example.org', MAIL_GIVE_UP_HOURS: 'soon' }],
    ['RATE_LIMITS', { RATE_LIMITS: 'no' }],
    ['RATE_LIMITS', { RATE_LIMITS: 'off', NODE_ENV: 'production' }],
    ['TWO_FACTOR', { TWO_FACTOR: 'off', NODE_ENV: 'production' }],
    ['DEAD_AFTER', { DEAD_AFTER: 'never' }],
    ['DEAD_AFTER', { DEAD_AFTER: '20' }],
    ['MAIL_LEASE', { SMTP_URL: 'smtp://h', MAIL_FROM: 'a@example.org', MAIL_LEASE: '119' }],
    ['TEST_CLOCK_OFFSET_FILE', { TEST_CLOCK_OFFSET_FILE: 'clock-offset', NODE_ENV: 'production' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['TRUST_PROXY', { TRUST_PROXY: '0' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'loopback, everybody' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/0' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
    ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://id.example' }],
    ['PUBLIC_URL', { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'phitak' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'id.example', OIDC_CLIENT_ID: 'phitak', PUBLIC_URL: 'https://phitak.example' }],
    [
      'PUBLIC_URL',
      {
        NODE_ENV: 'production',
        OIDC_ISSUER: 'https://id.example',
        OIDC_CLIENT_ID: 'phitak',
        PUBLIC_URL: 'http://phitak.example',
      },
    ],
    ['SERVER_SECRET_FILE', { DATA_DIR: '/var/phitak', SERVER_SECRET_FILE: '/var/phitak/server.secret' }],
  ])('is refused by the name of %s', (name, env) => {
    expect(() => readSettings(env as Record<string, string>)).toThrow(SettingsError);
    expect(() => readSettings(env as Record<string, string>)).toThrow(name);
  });

  it('knows where notices are posted, and sends none by default', () => {
    expect(readSettings({}).mail).toBeNull();
    const SMTP_URL = 'smtps://desk:secret@mail.example.org:465';
    const from = { name: 'สำนักงาน', address: 'notice@example.org' };
    const mail = { url: SMTP_URL, from, giveUpHours: 24, leaseSeconds: 900 };
    expect(readSettings({ SMTP_URL, MAIL_FROM: 'สำนักงาน <notice@example.org>' }).mail).toEqual(mail);
    expect(
      readSettings({ SMTP_URL, MAIL_FROM: 'notice@example.org', MAIL_GIVE_UP_HOURS: '6', MAIL_LEASE: '120' }).mail,
    ).toEqual({
      ...mail,
      from: { name: '', address: 'notice@example.org' },
      giveUpHours: 6,
      leaseSeconds: 120,
    });
  });

  it('never quotes the password of the mail server', () => {
    expect(() => readSettings({ SMTP_URL: 'https://desk:secret@mail.example.org' })).not.toThrow(/secret/);
  });

  it.each([
    [undefined, false],
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, fd00::/8, 192.0.2.1', ['10.0.0.0/8', 'fd00::/8', '192.0.2.1']],
  ])('says whose X-Forwarded-For is believed: %s', (text, trusted) => {
    expect(readSettings({ TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });
});
