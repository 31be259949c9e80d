import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesAround, namesIn } from '../grammar/chunks.ts';
import type { Named } from '../mentions/named.ts';
import { AUTHORITY_NOUNS, GROUP_NOUNS, MEMBER_NOUNS, SIDES_NOUNS } from './noun-classes.ts';

/** "The group", found to mean a group named before. */
export interface Coreference {
  readonly start: number;
  readonly end: number;
  readonly group: Named;
}

/**
 * What the text has spoken of so far, for "the group", "the two sides", "he". Sentences are read in order and
 * each leaves its trace; the latest one counts.
 */
export class Discourse {
  /** The states that the text is about, where it named them last side by side. */
  sides: readonly Named[] = [];
  #groups: readonly Named[] = [];
  /** Groups that the text shows to rule: "the group" of a text is another. */
  readonly #rulers = new Set<string>();
  #person: Named | null = null;
  /** Uses of "the group" and the like, as they were resolved. */
  readonly coreferences = new Map<number, Coreference>();

  constructor(sentences: readonly ReadSentence[]) {
    for (const sentence of sentences) {
      const sides = sidesOf(sentence);
      if (sides.length > 1) {
        this.sides = sides;
        break;
      }
    }
  }

  /** The person that "he" or "she" means. */
  get person(): Named | null {
    return this.#person;
  }

  /** Takes in a sentence that has been read. */
  pass(sentence: ReadSentence): void {
    for (const { units } of sentence.chunks.filter((chunk) => chunk.is === 'noun')) {
      const group = units.find(({ named }) => named?.kind === 'group')?.named;
      if (group?.entity != null && units.some(({ low }) => RULING.has(low))) this.#rulers.add(group.entity);
    }
    const groups = sentence.things.filter(
      ({ kind, entity, text }) => kind === 'group' && (entity !== null || text !== ''),
    );
    if (groups.length > 0) this.#groups = distinct(groups);
    this.#person =
      sentence.persons.at(-1) ?? (sentence.things.some(({ kind }) => kind === 'group') ? null : this.#person);
    const sides = sidesOf(sentence);
    if (sides.length > 1) this.sides = sides;
  }

  /**
   * The groups that a noun names or stands for; `earlier` are the names before it in its own sentence. A
   * possessor is not meant: "the TTP's leader" is a person.
   */
  groupsOf(noun: NounChunk, earlier: readonly Named[]): readonly Named[] {
    const named = namesIn(noun).filter(({ kind, start }) => kind === 'group' && !isPossessor(noun, start));
    if (named.length > 0) return named;
    // "The TTP's spokesman": its own people stand for it as "TTP fighters" do.
    if (MEMBER_NOUNS.has(noun.head.low)) {
      const own = namesIn(noun).filter(({ kind }) => kind === 'group');
      if (own.length > 0) return own;
    }
    // "Members of the group" stand for it; its leaders are persons.
    if (MEMBER_NOUNS.has(noun.head.low)) {
      const of = noun.of.filter(({ kind }) => kind === 'group');
      if (of.length > 0) return of;
      if (noun.ofNoun !== null && GROUP_NOUNS.has(noun.ofNoun.head.low))
        return this.groupsOf(noun.ofNoun, earlier);
    }
    const { low, tag, start, end } = noun.head;
    const listed = noun.of.filter(({ kind }) => kind === 'group');
    if (GROUP_NOUNS.has(low) && low.endsWith('s') && listed.length > 1) return listed;
    if (
      noun.apposed?.kind === 'group' &&
      (GROUP_NOUNS.has(low) || BRANCHES.has(low) || MEMBER_NOUNS.has(low))
    )
      return [noun.apposed];
    const definite = noun.det === 'the' || noun.det === 'this' || noun.det === 'these' || noun.det === 'both';
    // "The affiliate" is not the group whose spokesman names it.
    const before = BRANCHES.has(low)
      ? []
      : earlier.filter((thing) => thing.kind === 'group' && thing.end <= start);
    const candidates = before.length > 0 ? before : this.#groups;
    const others = candidates.filter(({ entity }) => entity === null || !this.#rulers.has(entity));
    const recent = GROUP_NOUNS.has(low)
      ? others.length > 0
        ? others
        : this.#groups.filter(({ entity }) => entity !== null && !this.#rulers.has(entity))
      : candidates;
    if ((GROUP_NOUNS.has(low) || BRANCHES.has(low)) && definite) {
      const several = low.endsWith('s');
      const [last] = recent.slice(-1);
      const meant = several ? recent : last === undefined ? [] : [last];
      for (const group of meant.slice(0, 1)) {
        const from = noun.units[0]?.start ?? start;
        if (meant.length === 1) this.coreferences.set(from, { start: from, end, group });
      }
      return meant;
    }
    // "It" is the group when the text has spoken of one only.
    if (tag === 'pron' && (low === 'it' || low === 'they') && distinct(recent).length === 1)
      return recent.slice(0, 1);
    return [];
  }

  /** Countries that a noun names or stands for: states, organs, officers, "both sides". */
  countriesOf(noun: NounChunk, earlier: readonly string[] = []): readonly string[] {
    const official = SIDES_NOUNS.has(noun.head.low) || AUTHORITY_NOUNS.has(noun.head.low);
    const countries = (official ? namesAround(noun) : namesIn(noun))
      .filter(({ kind }) => kind === 'state' || kind === 'organ' || kind === 'person')
      .flatMap(({ country }) => (country === null ? [] : [country]));
    if (countries.length > 0) return [...new Set(countries)];
    if (this.meansSides(noun))
      return earlier.length > 1 ? earlier : this.sides.flatMap(({ country }) => country ?? []);
    const { low, tag } = noun.head;
    if (tag === 'pron' && (low === 'he' || low === 'she') && this.#person?.country)
      return [this.#person.country];
    return [];
  }

  /** Whether a noun means both sides: "the two countries", "both delegations", "they". */
  meansSides(noun: NounChunk): boolean {
    const { low, tag } = noun.head;
    if (tag === 'pron' || noun.head.tag === 'det') return low === 'they' || low === 'both';
    if (!SIDES_NOUNS.has(low)) return false;
    const two = noun.units.some((unit) => unit.low === 'two' || unit.low === 'both' || unit.low === '2');
    return two || (noun.det === 'the' && (low === 'sides' || low === 'delegations' || low === 'parties'));
  }
}

const RULING = new Set(['government', 'administration', 'regime', 'authorities', 'rulers', 'cabinet']);

/** Nouns for a part of a group, which a name beside them names. */
const BRANCHES = new Set(['affiliate', 'branch', 'offshoot', 'arm', 'wing', 'chapter', 'franchise']);

function distinct(groups: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return groups.filter(({ entity, text }) => {
    const key = entity ?? text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isPossessor(noun: NounChunk, start: number): boolean {
  const at = noun.units.findIndex((unit) => unit.start === start);
  return at >= 0 && noun.units[at + 1]?.tag === 'poss' && noun.units[at + 2] !== undefined;
}

/** The two or more states that a sentence puts side by side: as subjects, "between" them, or in one compound. */
function sidesOf(sentence: ReadSentence): readonly Named[] {
  for (const unit of sentence.units) {
    const countries = countriesIn(unit.parts);
    if (countries.length > 1) return countries;
  }
  for (const clause of sentence.clauses) {
    const subjects = countriesIn(clause.subjects.flatMap(namesAround));
    if (subjects.length > 1) return subjects;
    for (const { word, nouns } of clause.preps) {
      if (word !== 'between') continue;
      const between = countriesIn(nouns.flatMap(namesIn));
      if (between.length > 1) return between;
    }
  }
  const [first, second, third] = sentence.chunks;
  // "US, Pak to deepen": a headline's list.
  if (
    sentence.zone === 'headline' &&
    first?.is === 'noun' &&
    second?.is === 'comma' &&
    third?.is === 'noun'
  ) {
    return countriesIn([...namesIn(first), ...namesIn(third)]);
  }
  return [];
}

function countriesIn(names: readonly Named[]): readonly Named[] {
  const countries = new Map<string, Named>();
  for (const name of names) {
    const { kind, country } = name;
    if (kind !== 'state' && kind !== 'person' && kind !== 'organ') continue;
    if (country !== null && country !== 'UN' && !countries.has(country)) countries.set(country, name);
  }
  return [...countries.values()];
}
