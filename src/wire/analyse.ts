import {
  type DateExpression,
  findDates,
  type Sentence,
  sentences,
  type Token,
  tokenize,
} from '../text/index.ts';
import { isAllCapitals, recase } from './document/casing.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { chunk } from './grammar/chunks.ts';
import { type Parsed, parse } from './grammar/clauses.ts';
import { type Speech, speechesIn } from './grammar/speech.ts';
import { tag } from './grammar/tag.ts';
import { type PlacedThing, unitsOf } from './grammar/units.ts';
import { coinedGroups } from './mentions/coined.ts';
import { contextOf, sentenceContext } from './mentions/context.ts';
import { introductions } from './mentions/introduced.ts';
import { type Named, named } from './mentions/named.ts';
import { findNames, type Name } from './mentions/names.ts';
import { findPeople } from './mentions/people.ts';
import { placeMeant, statesAmong } from './mentions/place-meant.ts';
import { type PlacedName, resolveNames } from './mentions/resolve.ts';
import type { ReportDocument, Zone, ZoneKind } from './reading.ts';

/** A sentence of the report, read as far as grammar goes. */
export interface ReadSentence extends Parsed {
  readonly index: number;
  readonly zone: ZoneKind;
  readonly start: number;
  readonly end: number;
  /** Offsets at which other sentences repeat this one word for word. */
  readonly copies: number[];
  readonly things: Named[];
  readonly persons: readonly Named[];
  /** Who says what in it. */
  readonly speeches: readonly Speech[];
}

/** A report in sentences, with all that is named in it. */
export interface Analysis {
  readonly document: ReportDocument;
  readonly sentences: readonly ReadSentence[];
}

/** A sentence of more tokens is read in pieces: it is a list or an attack, and grammar has no hold on it. */
export const LONGEST_SENTENCE = 400;

interface RawSentence extends Sentence {
  readonly tokens: readonly Token[];
  readonly zone: ZoneKind;
  names: readonly Name[];
}

/** Cuts the read zones into sentences, finds and resolves what they name, and takes each sentence apart. */
export function analyse(document: ReportDocument, held: Gazetteer): Analysis {
  const raw = rawSentences(document);
  const capitals = isAllCapitals(document.text, document.zones);
  for (const sentence of raw) {
    sentence.names = findNames(sentence.tokens, sentence.first, sentence.last, held, capitals);
  }
  const placed: PlacedName[] = raw.flatMap((sentence, index) => {
    const held = sentence.names.filter(({ refs }) => refs.length > 0);
    if (held.length === 0) return [];
    const context = sentenceContext(sentence.tokens, sentence, sentence.names);
    return held.map((name) => ({
      name,
      sentence: index,
      ...contextOf(sentence.tokens, sentence, context, name),
    }));
  });
  const introduced = introductions(raw);
  const coined = coinedGroups(raw, capitals);
  const resolved = resolveNames(placed, introduced.entities, held, document.dateline?.country ?? null);
  const { text } = document;
  const copies = new Map<readonly Token[], Token[]>();
  const out: ReadSentence[] = [];
  const seen = new Map<string, number>();
  for (const sentence of raw) {
    const key = sentenceKey(sentence);
    const twin = seen.get(key);
    const things: PlacedThing[] = [];
    const known = [...sentence.names, ...introduced.namesIn(sentence)];
    const own = coined.namesIn({ ...sentence, names: known });
    // A place's name inside a group's is the group's.
    const held =
      own.length === 0
        ? known
        : known.filter((name) => !own.some(({ first, last }) => first <= name.first && name.last <= last));
    for (const name of [...held, ...own]) {
      const nearby = () => statesAmong(sentence.names);
      const entry = introduced.entryAt(name) ?? coined.entryAt(name);
      const owner = () => ownerOf(name, sentence);
      const thing = thingOf(name, resolved.get(name) ?? null, document, entry, { nearby, owner });
      if (thing !== null) things.push({ first: name.first, last: name.last, thing });
    }
    things.sort((a, b) => a.first - b.first);
    if (twin !== undefined) {
      // Repeated word for word (a summary, a lede): read once, shown at both places.
      out[twin]?.copies.push(sentence.start);
      for (const { thing } of things) out[twin]?.things.push(thing);
      continue;
    }
    const dates = datesOutside(sentence, things);
    const tokens = capitals ? smallTokens(sentence, things, copies) : sentence.tokens;
    const bare = unitsOf(tokens, sentence.first, sentence.last, things, dates);
    const people = findPeople(bare, text);
    const withPeople =
      people.length === 0
        ? things
        : [...things, ...people.map((found) => placedPerson(sentence, found.person))];
    const units =
      people.length === 0 ? bare : unitsOf(tokens, sentence.first, sentence.last, withPeople, dates);
    const tagged = tag(units);
    const parsed = parse(tagged, chunk(tagged));
    seen.set(key, out.length);
    out.push({
      index: out.length,
      zone: sentence.zone,
      start: sentence.start,
      end: sentence.end,
      copies: [],
      ...parsed,
      speeches: speechesIn(parsed),
      things: withPeople.map(({ thing }) => thing),
      persons: people.map(({ person }) => person),
    });
  }
  return { document, sentences: out };
}

function rawSentences(document: ReportDocument): RawSentence[] {
  const out: RawSentence[] = [];
  let headline = false;
  for (const zone of readZones(document.zones)) {
    if (zone.kind === 'headline') {
      if (headline) continue;
      headline = true;
    }
    const tokens = tokenize(document.text, zone.start, zone.end);
    for (const sentence of sentences(tokens)) {
      for (let first = sentence.first; first < sentence.last; first += LONGEST_SENTENCE) {
        const last = Math.min(sentence.last, first + LONGEST_SENTENCE);
        const [a, b] = [tokens[first], tokens[last - 1]];
        if (a === undefined || b === undefined) continue;
        out.push({ first, last, start: a.start, end: b.end, tokens, zone: zone.kind, names: [] });
      }
    }
  }
  return out;
}

/** Body first: what a headline or summary says again is then found as a repetition of the body. */
function readZones(zones: readonly Zone[]): readonly Zone[] {
  const of = (kind: ZoneKind) => zones.filter((zone) => zone.kind === kind);
  return [...of('body'), ...of('summary'), ...of('headline')];
}

function sentenceKey(sentence: RawSentence): string {
  const words: string[] = [];
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const token = sentence.tokens[at];
    if (token !== undefined && token.kind !== 'mark') words.push(token.text.toLowerCase());
  }
  return words.join(' ');
}

function datesOutside(sentence: RawSentence, things: readonly PlacedThing[]): readonly DateExpression[] {
  return findDates(sentence.tokens, sentence.first, sentence.last).filter(
    (date) => !things.some((thing) => date.first < thing.last && thing.first < date.last),
  );
}

/** The tokens of a sentence of a text in capitals, as the grammar reads them; `copies` holds one copy for each zone. */
function smallTokens(
  sentence: RawSentence,
  things: readonly PlacedThing[],
  copies: Map<readonly Token[], Token[]>,
): readonly Token[] {
  const named = new Set<number>();
  for (const { first, last } of things) for (let at = first; at < last; at += 1) named.add(at);
  let tokens = copies.get(sentence.tokens);
  if (tokens === undefined) {
    tokens = [...sentence.tokens];
    copies.set(sentence.tokens, tokens);
  }
  recase(tokens, sentence.first, sentence.last, (at) => named.has(at));
  return tokens;
}

function placedPerson(sentence: RawSentence, person: Named): PlacedThing {
  const first = sentence.tokens.findIndex(({ start }) => start === person.start);
  let last = first + 1;
  while ((sentence.tokens[last]?.end ?? Number.POSITIVE_INFINITY) <= person.end) last += 1;
  return { first, last, thing: person };
}

/**
 * Whose an organ is by the words beside it: "India's foreign ministry", "the Indian foreign ministry", "the foreign
 * ministry of India" (SPEC.md, M12).
 */
function ownerOf({ first, last }: Name, { names, tokens }: RawSentence): string | null {
  for (const { world, first: from, last: to } of names) {
    if (world?.kind !== 'state') continue;
    const before =
      to === first ||
      (to === first - 1 && tokens[to]?.kind === 'mark' && /^['’]/.test(tokens[to]?.text ?? ''));
    const word = tokens[last]?.text.toLowerCase();
    const after = world.use === 'name' && word === 'of' && (from === last + 1 || from === last + 2);
    if (before || after) return world.country;
  }
  return null;
}

function thingOf(
  name: Name,
  resolution: ReturnType<typeof resolveNames> extends ReadonlyMap<Name, infer R> ? R | null : never,
  document: ReportDocument,
  introducedEntry: Named | null,
  { nearby, owner }: { readonly nearby: () => ReadonlySet<string>; readonly owner: () => string | null },
): Named | null {
  const text = document.text.slice(name.start, name.end);
  const { world } = name;
  if (world?.kind === 'place') {
    const { country, precision } = placeMeant(world.places, nearby(), document.dateline?.country ?? null);
    return named('place', text, name.start, name.end, { country, precision });
  }
  if (world !== null) {
    const whose = () => owner() ?? document.dateline?.country ?? null;
    const country = world.country ?? (world.kind === 'organ' ? whose() : null);
    return named(world.kind, text, name.start, name.end, {
      country,
      use: world.kind === 'state' ? world.use : null,
      programme: world.kind === 'programme' ? world.id : null,
    });
  }
  if (introducedEntry !== null) return introducedEntry;
  if (resolution === null) return null;
  return named(resolution.entry?.kind ?? 'group', text, name.start, name.end, {
    entity: resolution.entry?.entity ?? null,
    caption: resolution.entry?.caption ?? null,
    confidence: resolution.confidence,
    flags: resolution.flags,
    candidates: resolution.candidates,
    nameKind: resolution.ref?.name.kind ?? null,
  });
}
