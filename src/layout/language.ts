import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lang } from '../platform/http/language';
import { words, type Words } from './words/words';

/** The page's language, known to every part inside it. */
export const LanguageContext = createContext<Lang>('th');

export function useLang(): Lang {
  return useContext(LanguageContext);
}

export function useWords(): Words {
  return words(useLang());
}
