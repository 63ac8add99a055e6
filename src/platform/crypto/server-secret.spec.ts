import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../config/settings';
import { ServerSecretError, readServerSecret } from './server-secret';

describe('the file of the server secret', () => {
  let folder: string;
  let file: string;
  const read = () => readServerSecret(readSettings({ SERVER_SECRET_FILE: file }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'phitak-secret-'));
    file = join(folder, 'server.secret');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made for its owner alone, and read again', () => {
    const made = read().subkey('check');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(read().subkey('check')).toEqual(made);
    chmodSync(file, 0o400);
    expect(read().subkey('check')).toEqual(made);
  });

  it.each([0o640, 0o604, 0o660, 0o610, 0o644, 0o777])('refuses the start when its mode is %s', (mode) => {
    read();
    chmodSync(file, mode);
    expect(read).toThrow(ServerSecretError);
    expect(read).toThrow(`chmod 600 "${file}"`);
  });

  it('does not matter where the environment holds the secret', () => {
    read();
    chmodSync(file, 0o644);
    const settings = readSettings({ SERVER_SECRET: '7'.repeat(64), SERVER_SECRET_FILE: file });
    expect(() => readServerSecret(settings)).not.toThrow();
  });
});
