import type { Lang } from '../../platform/http/language';
import { caseEn } from './en.case';
import { errorsEn } from './en.errors';
import { figuresEn } from './en.figures';
import { reporterEn } from './en.reporter';
import { staffEn } from './en.staff';
import { toldEn } from './en.told';
import { errorsMs } from './ms.errors';
import { figuresMs } from './ms.figures';
import { reporterMs } from './ms.reporter';
import { toldMs } from './ms.told';
import { caseTh, type CaseWords } from './th.case';
import { errorsTh, type ErrorWords } from './th.errors';
import { figuresTh, type FigureWords } from './th.figures';
import { reporterTh, type ReporterWords } from './th.reporter';
import { staffTh, type StaffWords } from './th.staff';
import { toldTh, type ToldWords } from './th.told';

/** All words of one language. Sentences with numbers or days are functions and write digits and dates as the language does. */
export interface Words extends ReporterWords {
  readonly told: ToldWords;
  readonly error: ErrorWords;
  readonly figures: FigureWords;
  readonly staff: StaffWords;
  readonly caseFile: CaseWords;
}

const ALL: Readonly<Record<Lang, Words>> = {
  th: { ...reporterTh, told: toldTh, error: errorsTh, figures: figuresTh, staff: staffTh, caseFile: caseTh },
  en: { ...reporterEn, told: toldEn, error: errorsEn, figures: figuresEn, staff: staffEn, caseFile: caseEn },
  ms: { ...reporterMs, told: toldMs, error: errorsMs, figures: figuresMs, staff: staffTh, caseFile: caseTh },
};

/** The words of a language. Malay is for the reporter's pages: its staff words are the Thai ones. */
export function words(lang: Lang): Words {
  return ALL[lang];
}

/** Each language by its own name, Thai first. */
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { th: 'ไทย', en: 'English', ms: 'Bahasa Melayu' };
