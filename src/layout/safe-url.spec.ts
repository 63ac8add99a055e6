import { safeUrl } from './safe-url';

describe('safeUrl', () => {
  it.each(['/status', '?lang=th', '#content', 'https://www.tmd.go.th/', 'mailto:a@example.org', 'tel:1567'])(
    'lets %s through',
    (url) => expect(safeUrl(url)).toBe(url),
  );

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'vbscript:x',
    'status',
    '',
  ])('stops %p', (url) => expect(safeUrl(url)).toBe('#'));
});
