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
    ['RATE_LIMITS', { RATE_LIMITS: 'no' }],
    ['RATE_LIMITS', { RATE_LIMITS: 'off', NODE_ENV: 'production' }],
    ['TWO_FACTOR', { TWO_FACTOR: 'off', NODE_ENV: 'production' }],
    ['DEAD_AFTER', { DEAD_AFTER: 'never' }],
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

  it.each([
    [undefined, false],
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, fd00::/8, 192.0.2.1', ['10.0.0.0/8', 'fd00::/8', '192.0.2.1']],
  ])('says whose X-Forwarded-For is believed: %s', (text, trusted) => {
    expect(readSettings({ TRUST_PROXY: text }).trustProxy).toEqual(trusted);
  });
});
