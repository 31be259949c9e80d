import type { Reading } from '../reading.ts';
import { normalString } from './ceaf.ts';
import { CONFIDENCE_WORDS, OUTLETS, SORTS } from './tables/confidence-words.ts';

/** How many places of a text are looked at: the first tell most. */
const MOST_PLACES = 15;
/** How many characters of a sentence count, on either side. */
const REACH = 600;
/** Words beside a name that are near. */
const NEAR = 4;

/**
 * What stands about a group's name in a text, as features for a learner: the attributions that the reading gives it,
 * the classes of the words in the sentences that name it (before, after and beside it, and in pairs), what sort of
 * organisation and of source it is, and whether the text speaks with its voice. No weights: whoever evaluates learns
 * them.
 */
export function confidenceCues(
  reading: Reading,
  names: readonly string[],
  label: string | null,
): readonly string[] {
  const flat = reading.document.text.replace(/\s/g, ' ');
  const lower = flat.toLowerCase();
  const places = placesOf(reading, flat, names);
  const out = new Set<string>([`rule:${label ?? '-'}`, ...textCues(lower, names), ...voiceCues(flat, names)]);
  for (const { kind } of reading.attributions) out.add(`text:${kind}`);
  out.add(`places:${Math.min(5, places.length)}`);
  const [first] = places;
  out.add(
    `first:${first === undefined ? 'none' : first.start < 400 ? 'lede' : first.start < flat.length / 2 ? 'early' : 'late'}`,
  );
  for (const place of places.slice(0, MOST_PLACES)) for (const cue of placeCues(lower, place)) out.add(cue);
  return [...out, ...together([...out], label)];
}

/** The rules' answer beside the cues that most often set it right. */
function together(cues: readonly string[], label: string | null): readonly string[] {
  const beside = cues
    .filter((cue) => /^(?:first|sort):/.test(cue) || BESIDE.has(cue))
    .map((cue) => `rule:${label ?? '-'}+${cue}`);
  const claims = CLAIMS.filter((pair) => pair.every((cue) => cues.includes(cue))).map((pair) =>
    pair.join('+'),
  );
  return [...beside, ...claims];
}

const BESIDE = new Set(['in:hedge', 'in:accuse', 'before:authority', 'after:responsibility']);
const CLAIMS: readonly (readonly string[])[] = [
  ['right:claim', 'right:responsibility'],
  ['after:claim', 'after:responsibility'],
];

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the text names the organisation: by mentions of what its names mean, else by its names' own words. */
function placesOf(reading: Reading, flat: string, names: readonly string[]): readonly Place[] {
  const wanted = new Set(names.map(normalString));
  const named = reading.mentions.filter(({ span }) => wanted.has(normalString(span.quote)));
  const entities = new Set(named.flatMap(({ entity }) => entity ?? []));
  const own = reading.mentions
    .filter(
      ({ span, entity }) => wanted.has(normalString(span.quote)) || (entity !== null && entities.has(entity)),
    )
    .map(({ span }) => ({ start: span.start, end: span.end }));
  const found =
    own.length > 0 ? own : names.flatMap((name) => occurrences(flat, name.replaceAll(/\\?"/g, '')));
  return found.sort((a, b) => a.start - b.start);
}

function occurrences(text: string, name: string): readonly Place[] {
  const out: Place[] = [];
  for (let at = text.indexOf(name); at >= 0 && out.length < MOST_PLACES; at = text.indexOf(name, at + 1))
    out.push({ start: at, end: at + name.length });
  return out;
}

/** The cues of the sentence about one place. */
function placeCues(lower: string, { start, end }: Place): readonly string[] {
  const opens = lower.lastIndexOf('. ', start);
  const closes = lower.indexOf('. ', end);
  const from = Math.max(opens < 0 ? 0 : opens + 1, start - REACH);
  const to = Math.min(closes < 0 ? lower.length : closes, end + REACH);
  const before = wordsOf(lower.slice(from, start));
  const after = wordsOf(lower.slice(end, to));
  const left = before.slice(-NEAR);
  const right = after.slice(0, NEAR + 1);
  const present = [...classesOf([...before, ...after])].sort();
  const out = present.map((name) => `in:${name}`);
  for (const [at, name] of present.entries())
    for (const other of present.slice(at + 1)) out.push(`in:${name}+${other}`);
  const leading = classesOf(before);
  for (const name of leading) out.push(`before:${name}`);
  for (const name of classesOf(after)) out.push(`after:${name}`);
  for (const name of classesOf(left)) out.push(`left:${name}`);
  for (const name of classesOf(right)) out.push(`right:${name}`);
  if (classesOf([...left, ...right]).has('deed')) for (const name of leading) out.push(`deed:${name}`);
  if (before.slice(-2).includes('by')) out.push('by');
  out.push(`word:${before.at(-1) ?? ''}`);
  return out;
}

/** What the whole text says of claims and charges, and what sort of organisation the names tell of. */
function textCues(lower: string, names: readonly string[]): readonly string[] {
  const named = names.join(' ').toLowerCase();
  const head = lower.slice(0, 300);
  const out = [
    `sort:${SORTS.find(([, words]) => words.test(named))?.[0] ?? 'other'}`,
    `source:${OUTLETS.find(([, words]) => words.test(head))?.[0] ?? 'other'}`,
  ];
  for (const [name, words] of WHOLE) if (words.test(lower)) out.push(`text:${name}`);
  return out;
}

const WHOLE: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'claims',
    /\b(?:claim\w{0,3}|accepted|admitted|acknowledged|assumed|took) (?:\w{1,15} ){0,3}(?:responsibility|credit)\b/,
  ],
  ['nobody-claims', /\b(?:no (?:one|group|organization)|nobody) (?:\w{1,15} ){0,4}claim/],
  ['accuses', /\b(?:attribut|blam|accus)/],
  ['doubts', /\b(?:presum|suspect|alleged)/],
  ['channel', /\b(?:communique|leaflet|pamphlet|fl[iy]er)/],
];

/** Whether the text is a statement of the organisation's own, as the monitoring service marks it. */
function voiceCues(flat: string, names: readonly string[]): readonly string[] {
  const head = flat.slice(0, 300);
  const marks = [...head.matchAll(/\[([A-Z][A-Z ]{2,30})\]/g)].slice(0, 3).map(([, mark = '']) => mark);
  const out = marks.filter((mark) => GENRES.has(mark)).map((mark) => `genre:${mark.toLowerCase()}`);
  const own = names.some((name) => head.includes(name));
  if (own && marks.includes('COMMUNIQUE')) out.push('voice:communique');
  if (own && /\bCLANDESTINE\b/.test(head)) out.push('voice:radio');
  return out;
}

const GENRES = new Set(
  'COMMUNIQUE,COMMENTARY,STATION COMMENTARY,REPORT,INTERVIEW,STATEMENT,SPEECH,EDITORIAL,EXCERPT,EXCERPTS,EDITORIAL REPORT,TEXT'.split(
    ',',
  ),
);

function wordsOf(text: string): readonly string[] {
  return text.match(/[a-z]+/g) ?? [];
}

function classesOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    CONFIDENCE_WORDS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([name]) => name),
  );
}
