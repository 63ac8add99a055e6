const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * An address that may stand in `href`: one of ours (`/…`, `?…`, `#…`), a web page, mail or telephone.
 * Anything else (`javascript:`, `data:`, `//elsewhere`) becomes '#': no template engine stops those.
 */
export function safeUrl(url: string): string {
  const plain = url.replace(/[\u0000-\u0020\u007f]/g, '');
  if (/^[?#]/.test(plain) || /^\/(?![/\\])/.test(plain)) return url.trim();
  return URL.canParse(plain) && SCHEMES.has(new URL(plain).protocol) ? plain : '#';
}
