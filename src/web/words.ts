import type { Lang } from '../platform/http/language';
import { webEn } from './en.web';
import type { WebWords } from './th.web';
import { webTh } from './th.web';

/** Pages inside speak Thai and English; Malay is for the reporter's pages. */
export const webWords = (lang: Lang): WebWords => (lang === 'en' ? webEn : webTh);
