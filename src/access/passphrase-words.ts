const FIRST = 'bdfghjklmnprstvz';
const SECOND = 'bdfklmnrst';
const VOWELS = 'aeiou';
/** Said aloud in an office, in Thai, Malay or English: left out. */
const LEFT_OUT =
  /^(f.k.|hi..|pu[kt].|pet?.[eo]|t[eio]t.|kon.|babi|bodo|buto|bunu|tolo|kote|nono|mati|homo|kike|meme|hera|dilo|jodo)$/;

/**
 * 2,048 words of two open syllables (11 bits each): short, sayable in Thai, Malay and English, typed without accents.
 * Made by rule, so that the list is the same everywhere; changing it makes no old passphrase wrong.
 */
export const PASSPHRASE_WORDS: readonly string[] = pick(2048, allWords());

function allWords(): readonly string[] {
  const words: string[] = [];
  for (const first of FIRST)
    for (const vowel of VOWELS)
      for (const second of SECOND) for (const last of VOWELS) words.push(first + vowel + second + last);
  return words.filter((word) => !LEFT_OUT.test(word));
}

/** Evenly through the list, so that every beginning is among them. */
function pick(count: number, words: readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, i) => words[Math.floor((i * words.length) / count)] ?? '');
}
