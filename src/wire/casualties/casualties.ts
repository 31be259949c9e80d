import type { ReadSentence } from '../analyse.ts';
import type { Draft } from '../events/draft.ts';
import type { EventBook, OpenEvent } from '../events/event-book.ts';
import { partyOfNoun } from '../events/parties.ts';
import type { Setting } from '../events/setting.ts';
import { statusOf } from '../events/status.ts';
import type { NounChunk } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import { SAYING, speakerAt } from '../grammar/speech.ts';
import type { Casualty, Party } from '../reading.ts';
import { type Counted, countOf } from './count.ts';
import { DEAD_NOUNS, DYING, HURT_NOUNS, INJURING, KILLING, TOLL_NOUNS, UPDATING } from './verbs.ts';

/** A casualty figure before events have their ids. */
export type OpenCasualty = Omit<Casualty, 'event'> & { readonly event: OpenEvent | null };

/** Most figures of one sentence: a longer list is a table. */
const MOST = 40;

/**
 * The figures of dead and hurt in a sentence (SPEC.md, N1 to N6): each with whom it counts, its bounds and who
 * says so. They belong to the attack or operation that the sentence tells, else to the one told last.
 */
export function casualtiesIn(
  sentence: ReadSentence,
  drafts: readonly Draft[],
  book: EventBook,
  setting: Setting,
): readonly OpenCasualty[] {
  const reader = new Figures(sentence, drafts, book, setting);
  for (const clause of sentence.clauses) reader.clause(clause);
  reader.nouns();
  return reader.out;
}

class Figures {
  readonly out: OpenCasualty[] = [];
  readonly #sentence: ReadSentence;
  readonly #drafts: readonly Draft[];
  readonly #book: EventBook;
  readonly #setting: Setting;
  readonly #update: boolean;
  readonly #used = new Set<NounChunk>();

  constructor(sentence: ReadSentence, drafts: readonly Draft[], book: EventBook, setting: Setting) {
    this.#sentence = sentence;
    this.#drafts = drafts.filter(({ type }) => type === 'attack' || type === 'operation');
    this.#book = book;
    this.#setting = setting;
    this.#update = sentence.units.some(({ low }) => UPDATING.has(low));
  }

  /** What a clause's verb says of the nouns beside it. */
  clause(clause: Clause): void {
    const { lemma } = clause.verb;
    const [kills, hurts] = [
      KILLING.has(lemma) || (lemma === 'shoot' && this.#dead(clause)),
      INJURING.has(lemma),
    ];
    if (
      !kills &&
      !hurts &&
      !OTHERS.has(lemma) &&
      !clause.subjects.some(({ head }) => TOLL_NOUNS.has(head.low))
    )
      return;
    const told = statusOf(clause, this.#sentence);
    if (told !== 'happened' && told !== 'foiled') return;
    if (kills || hurts) {
      const lives = clause.objects.some(({ head }) => head.low === 'lives');
      if (lemma === 'claim' && !lives) return;
      for (const noun of this.#struck(clause))
        this.#add(clause, noun, kills ? 'killed' : 'injured', 'struck');
      return;
    }
    if (DYING.has(lemma)) {
      for (const noun of this.#listedBefore(clause)) this.#add(clause, noun, 'killed', 'struck');
    } else if (
      lemma === 'lose' &&
      clause.objects.some(({ head }) => head.low === 'lives' || head.low === 'life')
    ) {
      for (const noun of this.#listedBefore(clause)) this.#add(clause, noun, 'killed');
    } else if (
      HURT_VERBS.has(lemma) &&
      clause.objects.some(({ head }) => /^(?:injur|wound)/.test(head.low))
    ) {
      for (const noun of clause.subjects) this.#add(clause, noun, 'injured');
    } else if (lemma === 'take' && clause.objects.some(({ head }) => head.low === 'lives')) {
      for (const noun of clause.objects) this.#add(clause, noun, 'killed');
    }
    if (TOLD_BY.has(lemma) || clause.subjects.some(({ head }) => TOLL_NOUNS.has(head.low)))
      this.#toll(clause);
  }

  /** Nouns that say it by themselves: "14 dead", "27 bodies", "30 others wounded". */
  nouns(): void {
    const { chunks } = this.#sentence;
    chunks.forEach((chunk, at) => {
      if (chunk.is !== 'noun' || this.#used.has(chunk) || chunk.det === 'no') return;
      this.#of(chunk, at);
      this.#risen(chunk, at);
      const dead = chunk.units.some(({ low }) => DEAD_NOUNS.has(low));
      const hurt = chunk.units.some(({ low }) => HURT_NOUNS.has(low));
      if (!dead && !hurt) return;
      const clause = this.#sentence.clauses.findLast((other) => other.at < at) ?? null;
      if (clause?.verb.negated || clause?.verb.modal != null) return;
      this.#add(clause, chunk, dead ? 'killed' : 'injured');
    });
  }

  /** "Shot dead". */
  #dead(clause: Clause): boolean {
    const { units } = this.#sentence;
    return units[clause.verb.last]?.low === 'dead' || clause.objects.some(({ head }) => head.low === 'dead');
  }

  /** Whom the verb strikes: its object, its subject in the passive, and in a headline the noun before a bare "killed". */
  #struck(clause: Clause): readonly NounChunk[] {
    const { verb, objects } = clause;
    if (verb.passive) return this.#listedBefore(clause);
    if (verb.form === 'participle')
      return clause.governorNoun === null
        ? this.#listedBefore(clause)
        : [clause.governorNoun, ...this.#listedBefore(clause)];
    const bare = /(?:ed|shot)$/.test(verb.units.at(-1)?.low ?? '') && verb.units.length === 1;
    const next = this.#sentence.chunks[clause.at + 1];
    // "One civilian killed, 11 wounded": what a comma parts from the verb is not its object.
    if (
      bare &&
      next?.is !== 'noun' &&
      clause.subjects.some((noun) => countOf(noun, this.#setting.text, 'struck') !== null)
    )
      return this.#listedBefore(clause);
    if (bare && (objects.length === 0 || objects.every((noun) => countOf(noun, this.#setting.text) === null)))
      return this.#listedBefore(clause);
    return objects;
  }

  /** The subject with what is listed before it: "four soldiers, 37 insurgents killed". */
  #listedBefore(clause: Clause): readonly NounChunk[] {
    const [subject] = clause.subjects;
    const { chunks } = this.#sentence;
    const out = [...clause.subjects];
    let at = subject === undefined ? clause.at - 1 : chunks.indexOf(subject);
    if (subject === undefined && chunks[at]?.is !== 'noun') return out;
    for (; at >= 0; at -= 1) {
      const chunk = chunks[at];
      if (chunk?.is === 'noun' && !out.includes(chunk)) out.push(chunk);
      else if (chunk?.is !== 'comma' && chunk?.is !== 'conj' && chunk?.is !== 'noun') break;
    }
    return out;
  }

  /** "The toll rose to 31", "put the number of dead at 24", "bringing the toll to 40". */
  #toll(clause: Clause): void {
    const nouns = [...clause.subjects, ...clause.objects];
    const counted = nouns.find(
      ({ head, units, of }) =>
        (TOLL_NOUNS.has(head.low) || head.low === 'number' || head.low === 'deaths') &&
        (head.low !== 'number' || of.length === 0 || units.length > 0),
    );
    if (counted === undefined) return;
    if (counted.head.low === 'number' && !this.#sentence.units.some(({ low }) => DEAD_NOUNS.has(low))) return;
    for (const { word, nouns: after } of clause.preps) {
      if (word !== 'to' && word !== 'at') continue;
      for (const noun of after) this.#add(clause, noun, 'killed', 'any');
    }
    if (clause.verb.lemma === 'reach' || clause.verb.lemma === 'be' || clause.verb.lemma === 'cross')
      for (const noun of clause.objects) this.#add(clause, noun, 'killed', 'any');
  }

  #add(
    clause: Clause | null,
    noun: NounChunk,
    kind: Casualty['kind'],
    human: 'people' | 'struck' | 'any' = 'people',
  ): void {
    if (this.#used.has(noun) || this.out.length >= MOST) return;
    const count = countOf(noun, this.#setting.text, human);
    if (count === null || noun.det === 'no') return;
    this.#used.add(noun);
    const at = this.#sentence.chunks.indexOf(noun);
    this.#push(clause, count, kind, at, false);
    const inner = this.#including(at);
    if (inner !== null) this.#push(clause, inner.count, kind, inner.at, true);
  }

  /** "Death toll rises to five", a headline with no verb that looks like one. */
  #risen(noun: NounChunk, at: number): void {
    if (!noun.units.some(({ low }) => low === 'toll')) return;
    for (let next = at + 1; next < Math.min(this.#sentence.chunks.length, at + 4); next += 1) {
      const [prep, count] = [this.#sentence.chunks[next], this.#sentence.chunks[next + 1]];
      if (prep?.is === 'prep' && (prep.word === 'to' || prep.word === 'at') && count?.is === 'noun')
        this.#add(null, count, 'killed', 'any');
    }
  }

  /** "The deaths of six soldiers", "the killing of three teachers". */
  #of(noun: NounChunk, at: number): void {
    if (!DEATH_NOUNS.has(noun.head.low) || noun.det === 'no') return;
    const [prep, whom] = [this.#sentence.chunks[at + 1], this.#sentence.chunks[at + 2]];
    if (prep?.is !== 'prep' || prep.word !== 'of' || whom?.is !== 'noun') return;
    this.#add(this.#sentence.clauses.findLast((other) => other.at < at) ?? null, whom, 'killed');
  }

  /** "31, including 14 soldiers": a part of the figure before it. */
  #including(at: number): { readonly count: Counted; readonly at: number } | null {
    const { chunks } = this.#sentence;
    for (let next = at + 1; next < Math.min(chunks.length, at + 4); next += 1) {
      const chunk = chunks[next];
      if (chunk?.is === 'prep' && chunk.word === 'including') {
        const noun = chunks[next + 1];
        const count = noun?.is === 'noun' ? countOf(noun, this.#setting.text) : null;
        if (noun?.is !== 'noun' || count === null) return null;
        this.#used.add(noun);
        return { count, at: next + 1 };
      }
      if (chunk?.is !== 'comma' && chunk?.is !== 'prep' && chunk?.is !== 'noun') return null;
    }
    return null;
  }

  #push(clause: Clause | null, count: Counted, kind: Casualty['kind'], at: number, part: boolean): void {
    this.out.push({
      event: this.#event(clause),
      kind,
      category: count.category,
      low: count.low,
      high: count.high,
      source: this.#source(clause, at),
      part,
      update: this.#update,
      span: count.span,
    });
  }

  #event(clause: Clause | null): OpenEvent | null {
    const own =
      this.#drafts.find((draft) => draft.clause === clause) ??
      this.#drafts.find(({ status }) => status === 'happened');
    const event = own === undefined ? null : this.#book.eventOf(own);
    return event ?? this.#book.latestOf(['attack', 'operation']);
  }

  /** Who gives the figure: the speaker of the words, or who "puts" a number. */
  #source(clause: Clause | null, at: number): Party | null {
    const { setting, sentence } = { setting: this.#setting, sentence: this.#sentence };
    if (clause?.verb.lemma === 'put' && clause.subjects[0] !== undefined)
      return partyOfNoun(setting.text, clause.subjects[0], setting.discourse);
    // "The army, which confirmed the deaths of six soldiers".
    if (clause !== null && SAYING.has(clause.verb.lemma) && !clause.verb.passive && clause.at < at) {
      const [subject] = clause.subjects;
      if (subject !== undefined)
        return withCountry(
          partyOfNoun(setting.text, subject, setting.discourse, sentence.things),
          subject,
          setting,
        );
    }
    const speech = speakerAt(sentence.speeches, at);
    return speech === null
      ? null
      : withCountry(
          partyOfNoun(setting.text, speech.speaker, setting.discourse, sentence.things),
          speech.speaker,
          setting,
        );
  }
}

function withCountry(party: Party, noun: NounChunk, setting: Setting): Party {
  const [country] =
    party.country === null && party.entity === null ? setting.discourse.countriesOf(noun) : [];
  return country === undefined ? party : { ...party, country };
}

const DEATH_NOUNS = new Set([
  'death',
  'deaths',
  'killing',
  'killings',
  'murder',
  'murders',
  'martyrdom',
  'loss',
]);
/** Verbs, killing and hurting apart, that may give a figure. */
const OTHERS = new Set([...DYING, 'lose', 'take', 'suffer', 'sustain', 'receive', 'put', 'bring', 'raise']);
const HURT_VERBS = new Set(['suffer', 'sustain', 'receive']);
const TOLD_BY = new Set(['put', 'bring', 'raise', 'take']);
