import type { Lang } from '../platform/http/language';
import { reportersEn } from './words.en';
import { reportersMs } from './words.ms';
import type { ReportersWords } from './words.th';
import { reportersTh } from './words.th';

const ALL: Readonly<Record<Lang, ReportersWords>> = { th: reportersTh, en: reportersEn, ms: reportersMs };

export const reportersWords = (lang: Lang): ReportersWords => ALL[lang];
