import type { ErrorAnswer } from './error.filter';
import type { Lang } from './language';

/** Draws an error as a page. The layout room provides it; the edge below knows only this. */
export abstract class ErrorPage {
  abstract render(lang: Lang, answer: ErrorAnswer): string;
}
