import { allegationParts } from '../cases/allegation-words';
import { bandsOf } from './bands.rules';
import { wordGrams } from './grams.rules';

interface Text {
  readonly field: string;
  readonly text: string;
}

/**
 * The words of a sealed text that are worth finding: the parts of an allegation, the name of an exhibit, any other text
 * as it stands. A rating is none: only her score could be found by it.
 */
export function wordsOf(field: string, text: string): string {
  if (field === 'rating') return '';
  if (field === 'allegation') return allegationText(text);
  if (field === 'exhibit') return nameOf(text);
  return text;
}

/** An allegation's parts, one below the other. */
export const allegationText = (text: string): string =>
  allegationParts(text)
    .map((part) => part.text)
    .join('\n');

function nameOf(details: string): string {
  try {
    const { name } = JSON.parse(details) as { readonly name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

/** What these texts are found by: every trigram, and the bands of the allegation. */
export function keysOf(texts: readonly Text[]): readonly string[] {
  const keys = texts.flatMap(({ field, text }) => [
    ...wordGrams(wordsOf(field, text)),
    ...(field === 'allegation' ? bandsOf(allegationText(text)) : []),
  ]);
  return [...new Set(keys)];
}
