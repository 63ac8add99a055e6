/** Free text as it was typed: escaped, its line ends kept. */
export function Prose({ text }: { readonly text: string }) {
  return <div class="prose">{text}</div>;
}

/** A small word on a line of a list: a status, a channel. */
export function Chip({ label }: { readonly label: string }) {
  return <span class="chip">{label}</span>;
}
