import { BODY_HEADS, FORA_TABLE, INSTRUMENT_HEADS, NAME_JOINTS } from './tables/fora.ts';
import { type Word, wordsOf } from './words.ts';

/** A body or instrument that a text names. */
export interface NamedThing {
  readonly kind: 'forum' | 'instrument';
  /** Equal for two names of one thing. */
  readonly key: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

interface Known {
  readonly id: string;
  readonly label: string;
  readonly words: readonly string[];
  /** Matched in capitals only. */
  readonly letters: string | null;
}

const KNOWN: ReadonlyMap<string, readonly Known[]> = (() => {
  const map = new Map<string, Known[]>();
  for (const { id, label, names } of FORA_TABLE)
    for (const name of names) {
      const words = wordsOf(name).map(({ low }) => low);
      const head = words[0] ?? '';
      const letters = /^[\p{Lu}\d.-]+$/u.test(name) ? name.replace(/[.-]/g, '') : null;
      map.set(head, [...(map.get(head) ?? []), { id, label, words, letters }]);
    }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
})();

/**
 * The bodies and instruments that words name: those of the table by any of their names, the longest first;
 * resolutions by their number; and names in capitals that end in what such a name ends in ("Joint Border
 * Commission"), which no table needs to know. `skip` are places that name something else: a group, a person's office.
 */
export function namedThingsIn(
  words: readonly Word[],
  skip: readonly { readonly start: number; readonly end: number }[],
): readonly NamedThing[] {
  const found: NamedThing[] = [];
  const masked = skip.map(({ start, end }) => [start, end] as const).sort((a, b) => a[0] - b[0]);
  let mask = 0;
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    while (mask < masked.length && (masked[mask]?.[1] ?? 0) <= word.start) mask += 1;
    const hidden = masked[mask];
    if (hidden !== undefined && hidden[0] <= word.start && word.start < hidden[1]) {
      at += 1;
      continue;
    }
    const hit = knownAt(words, at) ?? resolutionAt(words, at) ?? capitalsAt(words, at);
    if (hit === null) {
      at += 1;
      continue;
    }
    found.push(hit.thing);
    at += hit.length;
  }
  return found;
}

interface Hit {
  readonly thing: NamedThing;
  readonly length: number;
}

function knownAt(words: readonly Word[], at: number): Hit | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const { id, label, words: name, letters } of KNOWN.get(first.low) ?? []) {
    const last = words[at + name.length - 1];
    if (last === undefined || !name.every((part, step) => words[at + step]?.low === part)) continue;
    const printed = words
      .slice(at, at + name.length)
      .map(({ text }) => text.replace(/\./g, ''))
      .join('');
    if (letters !== null && printed !== letters) continue;
    if (letters === null && !isCapital(last)) continue;
    return {
      thing: { kind: 'forum', key: id, label, start: first.start, end: last.end },
      length: name.length,
    };
  }
  return null;
}

/** "UNSC Resolution 2593 (2021)", "resolutions 1267": keyed by its number. */
function resolutionAt(words: readonly Word[], at: number): Hit | null {
  const word = words[at];
  if (word === undefined || (!word.low.startsWith('resolution') && word.low !== 'unscr')) return null;
  const number = words[at + 1];
  if (number === undefined || !/^\d{2,4}$/.test(number.low)) return null;
  const year = words[at + 2];
  const dated = year !== undefined && /^(?:19|20)\d\d$/.test(year.low);
  const end = dated ? year : number;
  const label = `Resolution ${number.text}${dated ? ` (${year.text})` : ''}`;
  return {
    thing: { kind: 'instrument', key: `resolution:${number.low}`, label, start: word.start, end: end.end },
    length: dated ? 3 : 2,
  };
}

/** A name of two words or more in capitals, small words between them, that ends in a head of the table. */
function capitalsAt(words: readonly Word[], at: number): Hit | null {
  const opening = words[at];
  if (opening === undefined || !isCapital(opening) || OPENERS.has(opening.low)) return null;
  let end = at;
  let head = -1;
  for (let step = at; step < Math.min(words.length, at + LONGEST); step += 1) {
    const word = words[step];
    const before = words[step - 1];
    if (word === undefined || (before !== undefined && step > at && word.start - before.end > 2)) break;
    if (isCapital(word) || /^\d{1,4}$/.test(word.low)) end = step;
    else if (!NAME_JOINTS.has(word.low)) break;
    const heads = BODY_HEADS.has(word.low) || INSTRUMENT_HEADS.has(word.low);
    if (isCapital(word) && heads) head = step;
  }
  if (head <= at || head > end) return null;
  const [first, last] = [words[at], words[head]];
  if (first === undefined || last === undefined) return null;
  const name = words.slice(at, head + 1);
  if (name.filter((word) => isCapital(word)).length < 2) return null;
  const kind = BODY_HEADS.has(last.low) ? 'forum' : 'instrument';
  return {
    thing: {
      kind,
      key: name.map(({ low }) => spelled(low)).join(' '),
      label: name.map(({ text }) => text).join(' '),
      start: first.start,
      end: last.end,
    },
    length: head - at + 1,
  };
}

const LONGEST = 12;

/** Words with a capital at the head of a sentence that begin no name. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those both each all in on at by for from to with under within of as and or but their its our ' +
    'they he she it we also further meanwhile since after before during while according recalling noting welcoming ' +
    'reaffirming emphasizing emphasising mr ms mrs dr'
  ).split(' '),
);

/** British and American spelling of one name are one. */
function spelled(low: string): string {
  return low
    .replace(/isation/g, 'ization')
    .replace(/centre/g, 'center')
    .replace(/defence/g, 'defense');
}

function isCapital(word: Word | undefined): boolean {
  const head = word?.text.charAt(0) ?? '';
  return head !== head.toLowerCase();
}
