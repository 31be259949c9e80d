import { policyError } from './errors.ts';
import { PURPOSES, type Purpose } from './subject.ts';
import { parseTlp, type Tlp } from './tlp.ts';

/**
 * What the owner of a document, statement or entity says about who may have it and for what. Every field beyond
 * `tlp` only narrows. In writing: `TLP:AMBER//OWNER in-mea//TO us-state//REL TO IN, US//ORCON//CAVEAT no-court//FOR lead`.
 */
export interface Marking {
  readonly tlp: Tlp;
  /** The organisation whose information it is, and which decides about it; `null` for none. */
  readonly owner: string | null;
  /** Organisations it was given to, beside the owner: who AMBER speaks of. */
  readonly organisations: readonly string[];
  /** Accounts it was given to by id: who RED speaks of. */
  readonly persons: readonly string[];
  /** States it may be released to (ISO 3166-1 alpha-2); `null` where nothing was said, `[]` for none. */
  readonly releasableTo: readonly string[] | null;
  /** Originator control: nobody but the owner passes it on without the owner's word. */
  readonly originatorControl: boolean;
  /** Handling caveats, each of which a reader must have undertaken to keep. */
  readonly caveats: readonly string[];
  /** Purposes it may be used for; `null` for any. */
  readonly purposes: readonly Purpose[] | null;
}

/** A marking that could not be read, with its text. Nobody meets it. */
export interface UnknownMarking {
  readonly unknown: string;
}

/** The marking of what is published: official lists, the starter record. */
export const PUBLIC: Marking = Object.freeze({
  tlp: 'CLEAR',
  owner: null,
  organisations: [],
  persons: [],
  releasableTo: null,
  originatorControl: false,
  caveats: [],
  purposes: null,
});

/** A marking of the given level that says nothing else. */
export function marking(tlp: Tlp, more: Partial<Omit<Marking, 'tlp'>> = {}): Marking {
  return { ...PUBLIC, ...more, tlp };
}

const MOST_PARTS = 40;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const STATE = /^[A-Z]{2}$/;

/**
 * Reads a marking in writing. Parts are set apart by `//`, in any order and case of keywords; the TLP level must
 * be there, and each part at most once. Throws `ENT_MARKING_SYNTAX` for what it does not understand.
 */
export function parseMarking(text: string): Marking {
  const parts = text.trim().split('//', MOST_PARTS + 1);
  if (parts.length > MOST_PARTS) throw policyError('ENT_MARKING_SYNTAX', { text, why: 'too many parts' });
  const seen = new Map<Keyword, string>();
  for (const part of parts) {
    const [keyword, value] = split(part.trim(), text);
    if (seen.has(keyword)) throw policyError('ENT_MARKING_SYNTAX', { text, why: `${keyword} stands twice` });
    seen.set(keyword, value);
  }
  const list = (keyword: Keyword, form: RegExp): readonly string[] => {
    const value = seen.get(keyword);
    if (value === undefined) return [];
    const items = value.split(',').map((item) => item.trim());
    const bad = items.find((item) => !form.test(item));
    if (bad !== undefined)
      throw policyError('ENT_MARKING_SYNTAX', { text, why: `"${bad}" cannot stand after ${keyword}` });
    return [...new Set(items)].sort();
  };
  const none = (keyword: Keyword) => seen.get(keyword)?.toUpperCase() === 'NONE';
  const tlp = parseTlp(seen.get('TLP') ?? '');
  if (tlp === null) throw policyError('ENT_MARKING_SYNTAX', { text, why: 'it states no TLP level' });
  const purposes = none('FOR') ? [] : list('FOR', /^[a-z]+$/);
  const strange = purposes.find((purpose) => !isPurpose(purpose));
  if (strange !== undefined)
    throw policyError('ENT_MARKING_SYNTAX', {
      text,
      why: `"${strange}" is no purpose; they are ${PURPOSES.join(', ')}`,
    });
  const owners = list('OWNER', ID);
  if (owners.length > 1)
    throw policyError('ENT_MARKING_SYNTAX', {
      text,
      why: 'a marking has one owner; give each owner a marking',
    });
  return {
    tlp,
    owner: owners[0] ?? null,
    organisations: list('TO', ID),
    persons: list('EYES', ID),
    releasableTo: none('REL TO') ? [] : seen.has('REL TO') ? list('REL TO', STATE) : null,
    originatorControl: seen.has('ORCON'),
    caveats: list('CAVEAT', ID),
    purposes: seen.has('FOR') ? purposes.filter(isPurpose) : null,
  };
}

/** Reads a marking as it was stored or received: one that cannot be read is kept as unknown, and hides. */
export function readMarking(text: string): Marking | UnknownMarking {
  try {
    return parseMarking(text);
  } catch {
    // What it says we cannot know, so that the strictest is the only safe reading; the text is kept to be shown.
    return { unknown: text };
  }
}

/** Writes a marking; what is written reads as the same marking. An unknown one is written as it came. */
export function formatMarking(of: Marking | UnknownMarking): string {
  if ('unknown' in of) return of.unknown;
  const listed = (keyword: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${keyword} ${[...items].sort().join(', ')}`];
  const narrowed = (keyword: string, items: readonly string[] | null) =>
    items?.length === 0 ? [`${keyword} NONE`] : listed(keyword, items ?? []);
  return [
    `TLP:${of.tlp}`,
    ...(of.owner === null ? [] : [`OWNER ${of.owner}`]),
    ...listed('TO', of.organisations),
    ...listed('EYES', of.persons),
    ...narrowed('REL TO', of.releasableTo),
    ...(of.originatorControl ? ['ORCON'] : []),
    ...listed('CAVEAT', of.caveats),
    ...narrowed('FOR', of.purposes),
  ].join('//');
}

const KEYWORDS = ['TLP', 'OWNER', 'TO', 'EYES', 'REL TO', 'ORCON', 'CAVEAT', 'FOR'] as const;
type Keyword = (typeof KEYWORDS)[number];

function split(part: string, text: string): readonly [Keyword, string] {
  const upper = part.toUpperCase();
  if (upper === 'ORCON') return ['ORCON', ''];
  if (upper.startsWith('TLP:')) return ['TLP', part.slice(4).trim()];
  const keyword = KEYWORDS.find((word) => word !== 'TLP' && word !== 'ORCON' && upper.startsWith(`${word} `));
  if (keyword === undefined) throw policyError('ENT_MARKING_SYNTAX', { text, why: `"${part}" is not known` });
  return [keyword, part.slice(keyword.length + 1).trim()];
}

function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}
