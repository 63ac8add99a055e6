import { useWords } from './language';
import { safeUrl } from './safe-url';

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Back and on, and where one is; nothing when there is one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const word = useWords().staff.page;
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={word.label}>
      {page > 1 ? (
        <a class="button quiet" rel="prev" href={safeUrl(hrefOf(page - 1))}>
          ‹ {word.previous}
        </a>
      ) : (
        <span />
      )}
      <span>{word.of(page, pages)}</span>
      {page < pages ? (
        <a class="button quiet" rel="next" href={safeUrl(hrefOf(page + 1))}>
          {word.next} ›
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
