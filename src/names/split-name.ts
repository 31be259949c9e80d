import type { Schema } from '../kernel/index.ts';
import { type FoldedWord, romanise } from '../text/index.ts';
import { acronymsOf, isMadeOf } from './acronym.ts';
import { markedAsWade } from './chinese.ts';
import { readWords } from './lexer.ts';
import { EQUIVALENT_OF } from './tables/equivalents.ts';
import { LEGAL_FORMS } from './tables/legal-forms.ts';
import { NUMBER_WORDS, numberValue, ROMAN_NUMERALS } from './tables/numbers.ts';
import { isArticle, PARTICLES } from './tables/particles.ts';
import { BODY_TITLES, CRAFT_TITLES, TITLES } from './tables/titles.ts';

/**
 * What a part of a name is:
 *
 * - `word` carries the name
 * - `particle` links (`e`, `al`, `bin`, `of`)
 * - `initial` a letter that stands for a person's name
 * - `number` a number or ordinal; its form is the number in digits
 * - `legal` a legal form; its form is the short form
 * - `title` a rank, calling or pilgrimage of a person
 * - `acronym` letters in brackets behind the words that they stand for
 */
export const PART_KINDS = ['word', 'particle', 'initial', 'number', 'legal', 'title', 'acronym'] as const;

/** One of {@link PART_KINDS}. */
export type PartKind = (typeof PART_KINDS)[number];

/** A part of a name before its word is analysed. */
export interface RawPart {
  /** The part as printed, folded. */
  readonly text: string;
  /** What the part is compared by. */
  readonly form: string;
  readonly kind: PartKind;
}

/** A name cut into parts. */
export interface SplitName {
  readonly parts: readonly RawPart[];
  /** All words in printed order. */
  readonly words: readonly FoldedWord[];
  /** The name was printed `LAST, First` and its parts are given as `First LAST`. */
  readonly inverted: boolean;
  /** A cap cut something off. */
  readonly cut: boolean;
}

/** How a name is read: as a person's, an organisation's, a ship's or aircraft's. */
export type Reading = 'person' | 'body' | 'craft' | 'either';

/** How names of a schema are read. */
export function readingOf(schema: Schema | undefined): Reading {
  if (schema === 'Person') return 'person';
  if (schema === 'Vessel' || schema === 'Airplane') return 'craft';
  return schema === undefined || schema === 'LegalEntity' ? 'either' : 'body';
}

/** `Abdul-`, `Abdel-`, `Abdoul-`, and the article assimilated: `Abdur-rahman`, `Abdus-salam`. */
const ABD = /^(abd(?:ou|[aeiou])(?:l|n(?=n)|r(?=r)|s(?=s)|t(?=t)|d(?=d)|z(?=z))?)(?=[a-z]{3})/;
const ARABIC_ARTICLE = /^ال(?=\p{L}{3})/u;
const ARABIC_ABD = /^عبدال(?=\p{L}{3})/u;
const GOD = new Set(['allah', 'ullah', 'ollah', 'alah', 'ulah', 'ellah', 'الله']);
const DIN = new Set(['din', 'deen', 'dine', 'eddin', 'eddine', 'uddin', 'aldin', 'addin']);

/** Cuts a name into parts. Never throws; a text without letters or digits has no parts. */
export function splitName(text: string, schema?: Schema): SplitName {
  const { words, cut } = readWords(text);
  const reading = readingOf(schema);
  const acronyms = reading === 'person' ? NONE : bracketedCapitals(text);
  const inverted = (reading === 'person' || reading === 'either') && isInverted(words, reading);
  const parts: RawPart[] = [];
  let at = 0;
  while (at < words.length) at = readPart(words, at, reading, parts);
  const ordered = inverted ? turnRound(words, reading) : parts;
  return {
    parts: withoutEmptiness(reading === 'person' ? inWade(ordered) : markAcronyms(ordered, words, acronyms)),
    words,
    inverted,
    cut,
  };
}

/** A person's name that is spelt by Wade and Giles throughout, its words marked so. */
function inWade(parts: readonly RawPart[]): readonly RawPart[] {
  const carrying = parts.filter(({ kind }) => kind !== 'title');
  const forms = markedAsWade(carrying.map(({ form }) => form));
  if (forms === undefined) return parts;
  let at = 0;
  return parts.map((part) =>
    part.kind === 'title' ? part : { text: part.text, form: forms[at++] ?? part.form, kind: 'word' as const },
  );
}

/** Whether a comma stands between a family name and the names that go before it. */
function isInverted(words: readonly FoldedWord[], reading: Reading): boolean {
  const head = words.filter((word) => word.segment === 0 && !word.bracket).length;
  const next = words.filter((word) => word.segment === 1);
  if (head === 0 || next.length === 0) return false;
  if (reading === 'person') return true;
  // A record that does not say whether it names a person: `Acme Trading, Ltd.` has a comma too.
  return head <= 3 && next.every((word) => !LEGAL_FORMS.has(word.form) && !/\d/.test(word.form));
}

function turnRound(words: readonly FoldedWord[], reading: Reading): RawPart[] {
  const parts: RawPart[] = [];
  const last = words.filter((word) => word.segment === 0);
  const first = words.filter((word) => word.segment > 0);
  for (let at = 0; at < first.length; ) at = readPart(first, at, reading, parts);
  for (let at = 0; at < last.length; ) at = readPart(last, at, reading, parts);
  return parts;
}

const NONE: ReadonlySet<string> = new Set();
const BRACKETED_CAPITALS = /[([]([A-Z][A-Z-]{1,9})[)\]]/g;

/** Words in brackets that are all capitals in a name that is not. */
function bracketedCapitals(text: string): ReadonlySet<string> {
  if (!text.includes('(') && !text.includes('[')) return NONE;
  if (!/[a-z]/.test(text)) return NONE;
  return new Set(Array.from(text.matchAll(BRACKETED_CAPITALS), (match) => (match[1] ?? '').toLowerCase()));
}

/** Marks the words in brackets that are acronyms: by their capitals, or because the words before spell them. */
function markAcronyms(
  parts: readonly RawPart[],
  words: readonly FoldedWord[],
  capitals: ReadonlySet<string>,
): readonly RawPart[] {
  const trailing = parts.at(-1);
  if (!words.some((word) => word.bracket)) {
    // `Balochistan Liberation Army BLA`: the last word only says again what the words before it say.
    const before = parts.slice(0, -1);
    if (trailing?.kind !== 'word' || !acronymsOf(before).includes(trailing.form)) return parts;
    return [...before, { ...trailing, kind: 'acronym' as const }];
  }
  const bracketed = new Set(words.filter((word) => word.bracket).map((word) => word.form));
  return parts.map((part, at) => {
    if (part.kind !== 'word' || !bracketed.has(part.form)) return part;
    const before = parts.slice(0, at);
    const acronym =
      capitals.has(part.form) ||
      acronymsOf(before, 2).some((letters) => letters.endsWith(part.form)) ||
      isMadeOf(
        part.form,
        before.flatMap((other) => (other.kind === 'particle' ? [] : [other.form])),
      );
    return acronym ? { ...part, kind: 'acronym' as const } : part;
  });
}

/**
 * Countries that the names of bodies give by the letters of their words as often as by the words. No letters that
 * are a word of another language (`UN`, `DR`).
 */
const COUNTRIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['us', ['united', 'states']],
  ['usa', ['united', 'states', 'america']],
  ['uk', ['united', 'kingdom']],
  ['uae', ['united', 'arab', 'emirates']],
]);

/** Every word that some table knows. */
const KNOWN: ReadonlySet<string> = new Set([
  ...PARTICLES,
  ...TITLES,
  ...BODY_TITLES,
  ...CRAFT_TITLES,
  ...GOD,
  ...DIN,
  ...LEGAL_FORMS.keys(),
  ...NUMBER_WORDS.keys(),
  ...ROMAN_NUMERALS.keys(),
  ...COUNTRIES.keys(),
]);

/** Most words are in no table and make no compound: one look tells, and an index reads a hundred thousand. */
function isPlain({ form, dotted }: FoldedWord): boolean {
  const first = form.charCodeAt(0);
  if (dotted || form.length === 1 || first < 97 || first > 122) return false;
  return !form.startsWith('abd') && !KNOWN.has(form);
}

/** Reads one part (or the few that a compound makes) at `at`, and returns where the next one begins. */
function readPart(words: readonly FoldedWord[], at: number, reading: Reading, into: RawPart[]): number {
  const word = words[at];
  if (word === undefined) return at + 1;
  const { form } = word;
  if (isPlain(word)) {
    into.push({ text: form, form, kind: 'word' });
    return at + 1;
  }
  if (reading !== 'person') {
    const spelt = COUNTRIES.get(form);
    if (spelt !== undefined) {
      into.push(
        ...spelt.map((each, index): RawPart => ({ text: form.charAt(index), form: each, kind: 'word' })),
      );
      return at + 1;
    }
    const legal = legalFormAt(words, at);
    if (legal !== undefined) {
      into.push(legal.part);
      return at + legal.length;
    }
  }
  const number = numberAt(words, at, reading);
  if (number !== undefined) {
    into.push(number.part);
    return at + number.length;
  }
  if (word.dotted && reading === 'person') {
    for (const letter of form) into.push({ text: letter, form: letter, kind: 'initial' });
    return at + 1;
  }
  const previous = into.at(-1);
  if (GOD.has(form) && previous?.kind === 'word' && previous.form.length > 2) {
    joinTo(into, previous, form, form === 'الله' ? 'الله' : 'ullah');
    return at + 1;
  }
  const link = words[at + 1];
  if (isArticle(form) && previous?.kind === 'word' && link !== undefined && DIN.has(link.form)) {
    joinTo(into, previous, `${form} ${link.form}`, 'uddin');
    return at + 2;
  }
  into.push(...partsOf(word, words[at + 1], reading));
  return at + 1;
}

function joinTo(into: RawPart[], previous: RawPart, text: string, ending: string): void {
  into[into.length - 1] = {
    text: `${previous.text} ${text}`,
    form: previous.form + ending,
    kind: 'word',
  };
}

const TITLES_BY_READING: Readonly<Record<Reading, ReadonlySet<string>>> = {
  person: TITLES,
  either: TITLES,
  body: BODY_TITLES,
  craft: CRAFT_TITLES,
};

/** The parts that one printed word makes: itself, or a compound's two. */
function partsOf(word: FoldedWord, next: FoldedWord | undefined, reading: Reading): RawPart[] {
  const { form } = word;
  const single = form.length === 1 && form <= 'z';
  if (single && !isInitial(word, next, reading)) {
    return [{ text: form, form, kind: PARTICLES.has(form) ? 'particle' : 'word' }];
  }
  if (single) return [{ text: form, form, kind: 'initial' }];
  if (PARTICLES.has(form)) return [{ text: form, form, kind: 'particle' }];
  if (TITLES_BY_READING[reading].has(form)) return [{ text: form, form, kind: 'title' }];
  const servantOf = isLetterByLetter(form) ? servantIn(form) : undefined;
  if (servantOf !== undefined) return servantOf;
  const compound = form.startsWith('abd') || form.startsWith('عبد');
  const fused = compound ? (ABD.exec(form)?.[1] ?? ARABIC_ABD.exec(form)?.[0]) : undefined;
  if (fused !== undefined && !EQUIVALENT_OF.has(form)) {
    const servant = fused.startsWith('abd') ? 'abdul' : 'عبد';
    return [
      { text: fused, form: servant, kind: 'word' },
      { text: form.slice(fused.length), form: form.slice(fused.length), kind: 'word' },
    ];
  }
  const article = form.startsWith('ال') ? ARABIC_ARTICLE.exec(form)?.[0] : undefined;
  if (article !== undefined && form !== 'الله') {
    const rest = form.slice(article.length);
    return [
      { text: article, form: article, kind: 'particle' },
      { text: rest, form: rest, kind: 'word' },
    ];
  }
  return [{ text: form, form, kind: 'word' }];
}

/** Whether a word is of a script that is romanised to be compared: not Latin, and none that is read as it stands. */
function isLetterByLetter(form: string): boolean {
  return form.charCodeAt(0) > LAST_LATIN && !READ_AS_IT_STANDS.test(form);
}

const LAST_LATIN = 0x24f;
const READ_AS_IT_STANDS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}]/u;

/** `Абдурахман` as `Abdul` and `Rahman`, so that it meets the Latin spelling, written apart or together. */
function servantIn(form: string): RawPart[] | undefined {
  const latin = romanise(form).replace(/[^a-z]/g, '');
  const fused = latin.startsWith('abd') ? ABD.exec(latin)?.[1] : undefined;
  if (fused === undefined || EQUIVALENT_OF.has(latin)) return undefined;
  return [
    { text: form, form: 'abdul', kind: 'word' },
    { text: form, form: latin.slice(fused.length), kind: 'word' },
  ];
}

/** `Ali A. Khan` has an initial; `Fazeel-a-tul`, `Tehrik-e Taliban` and `Ortega y Gasset` have links. */
function isInitial(word: FoldedWord, next: FoldedWord | undefined, reading: Reading): boolean {
  // A body that is named after a person: `M. Babaie Industries`; a letter at the end (`Plan B.`) is none.
  if (reading === 'body' || reading === 'craft') return word.dotted && next !== undefined;
  if (word.dotted) return true;
  if (word.dashed && next?.dashed === true) return false;
  if (reading === 'person') return word.form !== 'y' || next === undefined;
  return !PARTICLES.has(word.form);
}

function legalFormAt(
  words: readonly FoldedWord[],
  at: number,
): { part: RawPart; length: number } | undefined {
  for (const legal of LEGAL_FORMS.get(words[at]?.form ?? '') ?? []) {
    if (!legal.words.every((form, offset) => words[at + offset]?.form === form)) continue;
    const text = legal.words.join(' ');
    return { part: { text, form: legal.form, kind: 'legal' }, length: legal.words.length };
  }
  return undefined;
}

function numberAt(
  words: readonly FoldedWord[],
  at: number,
  reading: Reading,
): { part: RawPart; length: number } | undefined {
  const roman = (reading === 'body' || reading === 'craft') && at > 0;
  const text = words[at]?.form ?? '';
  const value = numberValue(text, roman);
  if (value === undefined) return undefined;
  if (reading === 'person' && !/^\d/.test(text)) return undefined;
  if (value >= 20 && value < 100 && value % 10 === 0 && !/\d/.test(text)) {
    const unit = numberValue(words[at + 1]?.form ?? '', false);
    if (unit !== undefined && unit > 0 && unit < 10) {
      const both = `${text} ${words[at + 1]?.form ?? ''}`;
      return { part: { text: both, form: String(value + unit), kind: 'number' }, length: 2 };
    }
  }
  return { part: { text, form: String(value), kind: 'number' }, length: 1 };
}

/** A name made of nothing but titles, legal forms, letters and links has these as its words. */
function withoutEmptiness(parts: readonly RawPart[]): readonly RawPart[] {
  if (parts.some((part) => part.kind === 'word' || part.kind === 'number')) return parts;
  const light = parts.some((part) => part.kind !== 'particle');
  return parts.map((part) =>
    light && part.kind === 'particle' ? part : { text: part.text, form: part.text, kind: 'word' as const },
  );
}
