import type { Lang } from '../platform/http/language';
import { publicEn } from './en.public';
import { publicMs } from './ms.public';
import type { PublicWords } from './th.public';
import { publicTh } from './th.public';

const ALL: Readonly<Record<Lang, PublicWords>> = { th: publicTh, en: publicEn, ms: publicMs };

export const publicWords = (lang: Lang): PublicWords => ALL[lang];
