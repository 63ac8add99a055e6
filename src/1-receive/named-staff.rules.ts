import { normaliseThai } from '../platform/thai/normalise';

/** What stands before a name, and is no part of it. */
const TITLES = /^(?:นางสาว|นาง|นาย|คุณ|ดร\.?|น\.ส\.|ว่าที่|พ\.?ต\.?[ทอต]\.?|ร\.?ต\.?[ทอต]?\.?|mrs?\.?|ms\.?)\s*/i;
const SHORTEST = 6;

interface Named {
  readonly name: string;
}

/**
 * Those whose first and last name stand in the text together, whatever the spaces between (KEYS K11). A first name alone
 * is too little: half the province shares it.
 */
export function namedIn<T extends Named>(text: string, people: readonly T[]): readonly T[] {
  const said = bare(text);
  return people.filter(({ name }) => {
    const own = bareName(name);
    return own.length >= SHORTEST && said.includes(own);
  });
}

/** First and last name without title, position or spaces. */
function bareName(name: string): string {
  const words = normaliseThai(name).trim().replace(TITLES, '').split(/\s+/).filter(Boolean);
  return words.length < 2 ? '' : bare(words.slice(0, 2).join(' '));
}

const bare = (text: string): string =>
  normaliseThai(text)
    .toLowerCase()
    .replace(/[\s\u200b]+/g, '');
