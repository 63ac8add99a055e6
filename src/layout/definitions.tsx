import type { ComponentChildren } from 'preact';

export interface Definition {
  readonly term: string;
  readonly value: ComponentChildren;
}

/** Terms and their values: the head of a case file. A value of null leaves the line out. */
export function Definitions({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl class="facts">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
