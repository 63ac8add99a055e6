import type { ComponentChildren } from 'preact';
import { useWords } from './language';

/** calm: a word to the reader · good: it is done · care: mind this */
export type Tone = 'calm' | 'good' | 'care';

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A boxed word that belongs to the page. */
export function Notice({ tone = 'calm', title, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      {title ? <p class="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

export interface FlashMessage {
  readonly tone?: Tone;
  readonly text: string;
}

/** What the last act led to, said once at the top of the next page. */
export function Flash({ tone = 'good', text }: FlashMessage) {
  return (
    <div class={`notice ${tone}`} role="status">
      <p>{text}</p>
    </div>
  );
}

/** On every page while the server holds the unit key (KEYS K9). */
export function TrialBanner() {
  return <aside class="trial">{useWords().app.trial}</aside>;
}
