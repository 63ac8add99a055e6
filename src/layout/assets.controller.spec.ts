import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { FONT, ICON, STYLE } from './assets';
import { AssetsController } from './assets.controller';

describe('assets', () => {
  let app: INestApplication;

  beforeAll(async () => {
    const room = await Test.createTestingModule({ controllers: [AssetsController] }).compile();
    app = room.createNestApplication();
    await app.init();
  });
  afterAll(() => app.close());

  const get = (path: string) => request(app.getHttpServer()).get(path);

  it('serves the style compressed as asked, to be kept for ever', async () => {
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(STYLE.href).set('Accept-Encoding', encoding).buffer(false);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['cache-control']).toContain('immutable');
      expect(answer.headers.vary).toBe('Accept-Encoding');
    }
    const bare = await get(STYLE.href).set('Accept-Encoding', 'identity');
    expect(bare.headers['content-encoding']).toBeUndefined();
    expect(bare.text).toBe(STYLE.body.toString());
  });

  it('names the font in the style by the address it is served at', async () => {
    expect(STYLE.body.toString()).toContain(`url(${FONT.href})`);
    const font = await get(FONT.href);
    expect(font.status).toBe(200);
    expect(font.headers['content-type']).toBe('font/woff2');
    expect(font.headers['cache-control']).toContain('immutable');
  });

  it('gives a page from before an update today’s style, not to be kept', async () => {
    const answer = await get('/assets/style.0123456789.css');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).not.toContain('immutable');
  });

  it('has nothing else', async () => {
    for (const file of ['style.css', '..%2fpage.tsx', 'x']) expect((await get(`/assets/${file}`)).status).toBe(404);
  });

  it('tells robots to keep out of everything that is not public', async () => {
    const { text } = await get('/robots.txt');
    expect(text).toContain('Disallow: /\n');
    expect((await get('/favicon.ico')).headers['content-type']).toBe(ICON.type);
  });

  it('fits: style at most 12 kB, Thai font at most 14 kB', () => {
    expect(STYLE.body.length).toBeLessThanOrEqual(12_288);
    expect(FONT.body.length).toBeLessThanOrEqual(14_336);
  });
});
