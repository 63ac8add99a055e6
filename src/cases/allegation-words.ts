/** The parts of a complaint in the order in which an officer reads them. */
const PARTS = ['what', 'where', 'when', 'who', 'proof', 'want', 'told'] as const;
export type AllegationPart = (typeof PARTS)[number];

/** The words of a complaint as they are sealed: one JSON text. Only what happened is always there. */
export type AllegationWords = { readonly what: string } & { readonly [part in AllegationPart]?: string };

export interface PartOfAllegation {
  readonly part: AllegationPart;
  readonly text: string;
}

/** Reads a sealed allegation: the parts of the form, or the one text that an old register holds. */
export function allegationParts(text: string): readonly PartOfAllegation[] {
  const parts = partsOf(text);
  if (!parts) return [{ part: 'what', text }];
  return PARTS.flatMap((part) => {
    const words = parts[part];
    return typeof words === 'string' ? [{ part, text: words }] : [];
  });
}

function partsOf(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.startsWith('{')) return null;
  try {
    const parts: unknown = JSON.parse(text);
    return typeof parts === 'object' && parts !== null && 'what' in parts ? parts : null;
  } catch {
    return null;
  }
}
