import { AGENCIES } from '../text/index.ts';
import { field } from './canonical.ts';

/** Letters that in a field of a feed or page are a word of its own: a section, a format. */
const WORDS = new Set(['ONLINE', 'RSS']);
const BY_NAME = new Map(
  AGENCIES.flatMap(({ name, names, letters }) =>
    [...names, ...letters.filter((text) => !WORDS.has(text))].map(
      (text) => [text.toLowerCase(), name] as const,
    ),
  ),
);
/** Names that say what they are. */
const AGENCY_NAME = /\b(?:news agency|newswire|news service|press agency|wire service)$/i;

/** The agency that a byline, credit or source field names, or `null`. */
export function agencyNamed(words: string): string | null {
  const bare = words
    .replace(/^(?:by|source|from|via|credits?|copyright|©|with inputs? from)\b[\s:]*/i, '')
    .replace(/[.,;\s]+$/, '')
    .trim();
  const known = BY_NAME.get(bare.toLowerCase().replace(/^the\s+/, ''));
  if (known !== undefined) return known;
  return AGENCY_NAME.test(bare) && bare.length <= 80 ? bare : null;
}

/** Who wrote, printed and sent a report, told apart. */
export interface Who {
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly author: string | null;
}

/** "Asha Verma and John Doe, PTI" → its parts. */
function partsOf(byline: string): readonly string[] {
  return byline
    .replace(/^(?:by|written by|reported by|edited by)\s+/i, '')
    .split(/\s*(?:[,;|/]|\s[-–—]\s|\band\b|&)\s*/i)
    .filter((part) => part !== '');
}

/**
 * Tells the names in the fields of a document apart: an agency that stands where an author or a source does is the
 * agency; a publisher that signs as author is no author; an address or e-mail is nobody.
 */
export function whoOf(given: {
  readonly publisher: unknown;
  readonly authors: readonly unknown[];
  /** Fields that name where the words come from: a credit line, `dc:source`, a provider. */
  readonly sources?: readonly unknown[];
}): Who {
  const publisher = field(given.publisher, 200);
  let agency: string | null = null;
  for (const source of given.sources ?? []) {
    const words = field(source, 200);
    if (words !== null) agency ??= agencyNamed(words) ?? partsOf(words).map(agencyNamed).find(isSome) ?? null;
  }
  const authors: string[] = [];
  for (const raw of given.authors) {
    const words = bareName(field(raw, 300));
    if (words === null) continue;
    for (const part of agencyNamed(words) === null ? partsOf(words) : [words]) {
      const named = agencyNamed(part);
      if (named !== null) agency ??= named;
      else if (part.toLowerCase() !== publisher?.toLowerCase() && !authors.includes(part)) authors.push(part);
    }
  }
  const own = publisher === null ? null : agencyNamed(publisher);
  return {
    publisher,
    agency: agency ?? own,
    author: authors.length === 0 ? null : authors.slice(0, 8).join(', '),
  };
}

/** RSS writes `desk@example.org (Asha Verma)`; a page's author may be an address. */
function bareName(words: string | null): string | null {
  if (words === null || /^https?:/i.test(words)) return null;
  const inBrackets = /^\S+@\S+\s+\(([^()]{2,100})\)$/.exec(words);
  if (inBrackets !== null) return inBrackets[1] ?? null;
  const before = /^(.{2,100}?)\s*<\S+@\S+>$/.exec(words);
  if (before !== null) return before[1]?.replace(/^"|"$/g, '') ?? null;
  return /^\S+@\S+$/.test(words) ? null : words;
}

function isSome<T>(value: T | null): value is T {
  return value !== null;
}
