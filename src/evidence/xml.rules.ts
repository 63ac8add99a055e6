import { CannotClean } from './kinds.rules';
import { BLANKED_ATTRIBUTES, CUT_ATTRIBUTES, CUT_RELATIONS, CUT_WHOLE } from './office-parts.rules';

/* Neither may run past the next `<`, nor try a run of spaces twice: what is read here was written by anybody. */
const TAG = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
const ATTRIBUTE = /\s([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g;
/** A picture is named after the file it came from. */
const PICTURE_TAG = /^<(?:[\w.-]+:)?(?:docPr|cNvPr)\s/;
const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
const unquoted = (value: string): string => value.slice(1, -1);

/**
 * UTF-8 without a document type, comments and instructions, in which every `<` begins a tag; anything else is not
 * followed. @throws CannotClean
 */
export function readXml(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CannotClean('inside');
  }
  const encoding = /^\ufeff?<\?xml[^>]*\sencoding=["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  const plain = without(without(text, '<!--', '-->'), '<?', '?>');
  if (!/^utf-?8$/i.test(encoding) || plain.includes('<!') || plain.replace(TAG, '').includes('<')) {
    throw new CannotClean('inside');
  }
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${plain}`;
}

function without(text: string, opening: string, closing: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, from)) {
    const end = text.indexOf(closing, at + opening.length);
    if (end < 0) throw new CannotClean('inside');
    kept.push(text.slice(from, at));
    from = end + closing.length;
  }
  return kept.join('') + text.slice(from);
}

/** A part without persons, times, machines and references to what was left behind. */
export function cleanXml(text: string, cutIds: ReadonlySet<string>): string {
  return withoutElements(text).replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (whole, name: string, value: string) => {
      const local = localOf(name);
      if (BLANKED_ATTRIBUTES.test(local)) return ` ${name}="-"`;
      if (CUT_ATTRIBUTES.test(local)) return '';
      if (local === 'name' && PICTURE_TAG.test(tag)) return ` ${name}="-"`;
      return name.startsWith('r:') && cutIds.has(unquoted(value)) ? '' : whole;
    }),
  );
}

/** Walks the tags once and leaves out the named elements with everything in them. */
function withoutElements(text: string): string {
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  let cut = '';
  for (const match of text.matchAll(TAG)) {
    const [tag] = match;
    const name = /^<\/?([\w:.-]+)/.exec(tag)?.[1] ?? '';
    const opens = !tag.startsWith('</') && !tag.endsWith('/>');
    if (depth === 0 && CUT_WHOLE.includes(localOf(name))) {
      kept.push(text.slice(from, match.index));
      from = match.index + tag.length;
      if (!opens) continue;
      cut = name;
      depth = 1;
    } else if (depth > 0 && name === cut) {
      depth += opens ? 1 : tag.startsWith('</') ? -1 : 0;
      if (depth === 0) from = match.index + tag.length;
    }
  }
  return depth > 0 ? kept.join('') : kept.join('') + text.slice(from);
}

export interface Relations {
  readonly text: string;
  /** Ids of relations that are gone: whoever mentions one must stop. */
  readonly cut: ReadonlySet<string>;
}

/**
 * A `.rels` part without the relations that are cut by kind or lead to a part left behind. Addresses outside the package
 * stay when they are web addresses; a path on somebody's machine becomes `about:blank`.
 */
export function cleanRelations(text: string, leadsToKept: (target: string) => boolean): Relations {
  const cut = new Set<string>();
  const cleaned = text.replace(TAG, (tag) => {
    if (!/^<(?:\w+:)?Relationship\s/.test(tag)) return tag;
    const attributes = new Map(
      [...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unquoted(value)]),
    );
    const target = attributes.get('Target') ?? '';
    const isOutside = attributes.get('TargetMode') === 'External';
    if (CUT_RELATIONS.test(attributes.get('Type') ?? '') || (!isOutside && !leadsToKept(target))) {
      cut.add(attributes.get('Id') ?? '');
      return '';
    }
    if (!isOutside || /^(https?|mailto|tel):/i.test(target)) return tag;
    return tag.replace(/(\sTarget\s*=\s*)("[^"]*"|'[^']*')/, '$1"about:blank"');
  });
  return { text: cleaned, cut };
}

/** `[Content_Types].xml` without the parts that are gone. */
export const cleanTypes = (text: string, isThere: (part: string) => boolean): string =>
  text.replace(TAG, (tag) => {
    const part = /^<(?:\w+:)?Override\s/.test(tag) && /\sPartName\s*=\s*["']\/([^"']*)["']/.exec(tag)?.[1];
    return part && !isThere(part) ? '' : tag;
  });
