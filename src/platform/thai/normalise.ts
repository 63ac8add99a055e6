import { toArabic } from './digits';

const CARRIAGE_RETURNS = /\r\n?/g;

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const DOUBLE_SARA_E = /\u0e40\u0e40/g;
/** Nikhahit, a tone in either place, sara aa: what old keyboards and PDFs write for sara am. */
const SPLIT_SARA_AM = /([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32/g;
const TONE_AFTER_SARA_AM = /\u0e33([\u0e48-\u0e4b])/g;

/** One spelling for what looks the same; controls and invisible characters out, line ends as \n. NFC alone is not enough. */
export function normaliseThai(text: string): string {
  return text
    .replace(CARRIAGE_RETURNS, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .replace(DOUBLE_SARA_E, '\u0e41')
    .replace(SPLIT_SARA_AM, '$1$2\u0e33')
    .replace(TONE_AFTER_SARA_AM, '$1\u0e33');
}

/** The form in which two texts are compared or searched: normalised, Arabic digits, lower case, single spaces. */
export function searchKey(text: string): string {
  return toArabic(normaliseThai(text.normalize('NFKC')))
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
