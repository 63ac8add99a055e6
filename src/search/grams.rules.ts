import { searchKey } from '../platform/thai/normalise';

/** Shorter words stand in nearly every text; digits alone are numbers and looked up as such. */
export const SHORTEST = 3;

/** What two spellings of the same words have in common: letters, Thai signs and Arabic digits, nothing between them. */
export const squeeze = (text: string): string => searchKey(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * Every three neighbouring characters of a text: Thai has no spaces between words, and where people put some is nobody's
 * rule, so they are left out on both sides.
 */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  const characters = [...squeeze(text)];
  for (let at = 0; at + SHORTEST <= characters.length; at++) {
    grams.add(characters.slice(at, at + SHORTEST).join(''));
  }
  return grams;
}

/** In the index trigrams and bands are told apart by their first letter. */
export const wordGrams = (text: string): readonly string[] => [...gramsOf(text)].map((gram) => `t${gram}`);

/** The words of a question: all of them must be in a case. */
export interface Asked {
  /** Long enough to be looked up. */
  readonly words: readonly string[];
  /** Too short for the index: compared only. */
  readonly short: readonly string[];
}

export function readQuestion(text: string): Asked {
  const all = [...new Set(searchKey(text).split(' ').map(squeeze))].filter((word) => word !== '');
  const isLong = (word: string): boolean => [...word].length >= SHORTEST;
  return { words: all.filter(isLong), short: all.filter((word) => !isLong(word)) };
}

/** Nothing that the index could find; numbers of one or two digits are looked up elsewhere. */
export const isTooShort = ({ words, short }: Asked): boolean =>
  words.length === 0 && short.some((word) => !/^\d+$/.test(word));

/** Whether every word stands in one of the texts: the index only says that it may. */
export function answers({ words, short }: Asked, texts: readonly string[]): boolean {
  const squeezed = texts.map(squeeze);
  return [...words, ...short].every((word) => squeezed.some((text) => text.includes(word)));
}
