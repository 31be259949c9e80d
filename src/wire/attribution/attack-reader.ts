import type { ReadSentence } from '../analyse.ts';
import type { Draft } from '../events/draft.ts';
import type { EventBook, OpenEvent } from '../events/event-book.ts';
import { AUTHORITY_NOUNS, SECURITY_NOUNS } from '../events/noun-classes.ts';
import { isAuthority, partyOfName, partyOfNoun } from '../events/parties.ts';
import type { Setting } from '../events/setting.ts';
import { datelineWhere } from '../events/where.ts';
import { chunkBounds, type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Speech } from '../grammar/speech.ts';
import { HEDGES } from '../grammar/words.ts';
import type { Named } from '../mentions/named.ts';
import type { Attribution, AttributionKind, Party } from '../reading.ts';
import { type Span, spanAt } from '../span.ts';
import { channelOf } from './channel.ts';

/** An attribution before events have their ids. */
export interface OpenAttribution {
  readonly event: OpenEvent;
  readonly kind: AttributionKind;
  readonly actor: Party | null;
  readonly speaker: Party | null;
  readonly hedge: string | null;
  readonly channel: Attribution['channel'];
  readonly span: Span;
}

/**
 * One sentence as the rules of attribution see it: its attacks, who its nouns are, which deed a clause speaks
 * of. A class because the rules share it, and the later ones must know which clauses the earlier ones used.
 */
export class AttackReader {
  readonly out: OpenAttribution[] = [];
  readonly sentence: ReadSentence;
  /** The attacks that the sentence tells. */
  readonly drafts: readonly Draft[];
  readonly book: EventBook;
  readonly setting: Setting;
  readonly speeches: readonly Speech[];
  /** Clauses whose deed is somebody's claim, charge or denial, and not the reporter's word. */
  readonly #used = new Set<number>();

  constructor(sentence: ReadSentence, drafts: readonly Draft[], book: EventBook, setting: Setting) {
    this.sentence = sentence;
    this.drafts = drafts.filter(({ type }) => type === 'attack');
    this.book = book;
    this.setting = setting;
    this.speeches = sentence.speeches;
  }

  /** Clauses that hang on this one, and those joined to them. */
  governed(clause: Clause): readonly Clause[] {
    const out: Clause[] = [];
    const known = new Set([clause.index]);
    for (const other of this.sentence.clauses) {
      const { governor } = other;
      if (governor === null || !known.has(governor.clause)) continue;
      if (governor.clause === clause.index && (governor.how === 'conj' || governor.how === 'rel')) continue;
      known.add(other.index);
      out.push(other);
    }
    return out;
  }

  /** The attack that a clause's nouns, phrases or dependent clauses tell; else the one told last. */
  eventOf(clause: Clause, nouns: readonly NounChunk[]): OpenEvent | null {
    for (const noun of nouns) {
      const draft = this.draftAt(noun);
      if (draft !== null) return this.keep(this.book.eventOf(draft));
    }
    const found = this.deedOf(clause, false);
    if (found !== null) return found;
    const subject = clause.verb.passive ? this.patients(clause) : [];
    for (const noun of subject) {
      const at = this.sentence.chunks.indexOf(noun);
      const draft = this.drafts.find(({ chunk }) => chunk > at && chunk < clause.at);
      if (draft !== undefined) return this.keep(this.book.eventOf(draft));
    }
    if (this.drafts.length === 0 && this.isGeneral(clause)) return null;
    return this.keep(this.book.latest('attack') ?? this.#opened(clause));
  }

  /** "Accepted responsibility for the death of two reporters": a deed that only the claim or charge tells. */
  #opened(clause: Clause): OpenEvent | null {
    for (const noun of clause.preps.flatMap(({ nouns }) => nouns)) {
      if (noun.det !== 'the' && noun.det !== 'this') continue;
      if (!DEED_NOUNS.has(noun.head.low)) continue;
      const { start, end } = chunkBounds(this.sentence.units, noun);
      return this.book.add({
        type: 'attack',
        subtype: null,
        status: 'happened',
        sentence: this.sentence,
        chunk: this.sentence.chunks.indexOf(noun),
        clause,
        byNoun: true,
        start,
        end,
        participants: [],
        programmes: [],
        when: null,
        relative: null,
        where: datelineWhere(this.setting.datelineCountry),
        weapons: [],
        killed: null,
        injured: null,
        thing: null,
        definite: true,
        bare: false,
      });
    }
    return null;
  }

  /** Whether the clause speaks of attacks in general ("responsibility for additional attacks"). */
  isGeneral(clause: Clause): boolean {
    return clause.preps.some(
      ({ word, nouns }) =>
        (word === 'for' || word === 'in') &&
        nouns.some(
          ({ head, det }) =>
            /^(?:attacks|bombings|killings|operations)$/.test(head.low) && det !== 'the' && det !== 'both',
        ),
    );
  }

  deedOf(clause: Clause, orLatest = true): OpenEvent | null {
    const governed = this.governed(clause);
    const end = governed.reduce((last, other) => Math.max(last, other.to), clause.to);
    const draft = this.drafts.find(({ chunk }) => chunk > clause.at && chunk < end);
    if (draft !== undefined) return this.keep(this.book.eventOf(draft));
    if (!orLatest || this.isGeneral(clause)) return null;
    const about =
      governed.length === 0 ||
      governed.some((other) => DOING.has(other.verb.lemma) || isBehind(other) || takesPart(other));
    return about ? this.keep(this.book.latest('attack') ?? this.#opened(clause)) : null;
  }

  keep(event: OpenEvent | null): OpenEvent | null {
    if (event !== null) event.kept = true;
    return event;
  }

  draftAt(noun: NounChunk): Draft | null {
    const at = this.sentence.chunks.indexOf(noun);
    return this.drafts.find(({ chunk }) => chunk === at) ?? null;
  }

  draftBefore(clause: Clause): Draft | null {
    return this.drafts.findLast(({ chunk }) => chunk < clause.at) ?? null;
  }

  patients(clause: Clause): readonly NounChunk[] {
    if (clause.subjects.length > 0) return clause.subjects;
    return clause.governorNoun === null ? [] : [clause.governorNoun];
  }

  by(clause: Clause): readonly NounChunk[] {
    return clause.preps.find(({ word }) => word === 'by')?.nouns ?? [];
  }

  groups(noun: NounChunk): readonly Named[] {
    const groups = this.setting.discourse.groupsOf(noun, this.sentence.things);
    return groups.length > 0 ? groups : this.#spokenFor(noun);
  }

  /** "Jeeyand Marri, the spokesman for the BLA,": the group of whom an apposition says that he speaks for it. */
  #spokenFor(noun: NounChunk): readonly Named[] {
    const { chunks } = this.sentence;
    const at = chunks.indexOf(noun);
    const said = chunks[at + 2];
    if (chunks[at + 1]?.is !== 'comma' || said?.is !== 'noun' || !SPEAKERS.has(said.head.low)) return [];
    const own = namesIn(said).filter(({ kind }) => kind === 'group');
    if (own.length > 0) return own;
    const [prep, whole] = [chunks[at + 3], chunks[at + 4]];
    const of = prep?.is === 'prep' && (prep.word === 'for' || prep.word === 'of');
    return of && whole?.is === 'noun' ? this.setting.discourse.groupsOf(whole, this.sentence.things) : [];
  }

  /** Whether a noun means a group: "the group", said by its own spokesman. */
  means(noun: NounChunk, group: Named): boolean {
    return this.groups(noun).some(({ entity, text }) =>
      group.entity === null ? text === group.text : entity === group.entity,
    );
  }

  /** Whoever can be blamed: groups, and states and their forces. */
  accused(noun: NounChunk): readonly Party[] {
    const groups = this.groups(noun);
    if (groups.length > 0) return distinct(groups).map((group) => this.party(group));
    const state = noun.head.named;
    if (isForce(noun) || (state?.kind === 'organ' && state.country !== null))
      return [partyOfNoun(this.setting.text, noun, this.setting.discourse)];
    // "Members of the army", "elements of the armed forces": those of whom they are.
    const whole = OF_FORCES.has(noun.head.low) ? this.wholeOf(noun) : null;
    if (whole !== null && isForce(whole))
      return [partyOfNoun(this.setting.text, whole, this.setting.discourse)];
    return state !== null && state.kind === 'state' ? [partyOfName(this.setting.text, state)] : [];
  }

  /** A group that the record does not hold, with the words that say of whom it is: "a faction of the TTP". */
  stranger(noun: NounChunk): Party {
    const party = this.speaker(noun);
    const whole = this.wholeOf(noun);
    const end = whole?.units.at(-1)?.end;
    if (party.entity !== null || end === undefined) return party;
    const span = spanAt(this.setting.text, party.span.start, end);
    return { ...party, text: span.quote, span };
  }

  /** The noun that "of" or "from" puts after another. */
  wholeOf(noun: NounChunk, words: ReadonlySet<string> = OF): NounChunk | null {
    const { chunks } = this.sentence;
    const at = chunks.indexOf(noun);
    const [prep, whole] = [chunks[at + 1], chunks[at + 2]];
    return prep?.is === 'prep' && words.has(prep.word) && whole?.is === 'noun' ? whole : null;
  }

  /** Forces of a state alone, of those who can be blamed. */
  forces(noun: NounChunk): readonly Party[] {
    return this.groups(noun).length === 0 && isForce(noun) ? this.accused(noun) : [];
  }

  party(name: Named): Party {
    return partyOfName(this.setting.text, name);
  }

  speaker(noun: NounChunk): Party {
    const party = partyOfNoun(this.setting.text, noun, this.setting.discourse, this.sentence.things);
    if (party.entity !== null || !MESSAGES.has(noun.head.low)) return party;
    // "A statement from the BLA": the group that issued it.
    const whole = this.wholeOf(noun, FROM);
    const [group] = whole === null ? [] : this.groups(whole);
    return group === undefined ? party : this.party(group);
  }

  hedge(clause: Clause): string | null {
    if (clause.verb.hedge !== null) return clause.verb.hedge;
    return this.governed(clause).find(({ verb }) => verb.hedge !== null)?.verb.hedge ?? null;
  }

  hedgeNear(draft: Draft): string | null {
    const { clause } = draft;
    const told = this.sentence.chunks[draft.chunk];
    const own =
      !draft.byNoun ||
      (told?.is === 'noun' &&
        (clause?.subjects.includes(told) === true || clause?.objects.includes(told) === true));
    if (clause?.verb.hedge != null && own) return clause.verb.hedge;
    const nouns = draft.byNoun ? [this.sentence.chunks[draft.chunk]] : (draft.clause?.subjects ?? []);
    for (const noun of nouns) {
      if (noun?.is !== 'noun') continue;
      const word = noun.units.find(({ low }) => HEDGES.has(low));
      if (word !== undefined && namesIn(noun).length > 0) return word.low;
    }
    return null;
  }

  mark(clause: Clause): true {
    this.#used.add(clause.index);
    for (const other of this.governed(clause)) this.#used.add(other.index);
    return true;
  }

  isUsed(clause: Clause): boolean {
    return this.#used.has(clause.index);
  }

  add(
    event: OpenEvent,
    kind: AttributionKind,
    actor: Party | null,
    speaker: Party | null,
    hedge: string | null,
    clause: Clause | null,
  ): void {
    event.kept = true;
    const span = this.spanOf(clause, actor);
    this.out.push({
      event,
      kind,
      actor,
      speaker,
      hedge,
      channel: channelOf(kind, this.sentence, this.setting.text),
      span,
    });
  }

  /** From the first word of the clause's subject to its end: the words that attribute. */
  spanOf(clause: Clause | null, actor: Party | null): Span {
    const { chunks, units } = this.sentence;
    if (clause === null)
      return actor?.span ?? spanAt(this.setting.text, this.sentence.start, this.sentence.end);
    const first = clause.subjects[0]?.first ?? clause.governorNoun?.first ?? clause.verb.first;
    let to = this.governed(clause).reduce((last, other) => Math.max(last, other.to), clause.to);
    while (to > clause.at + 1 && (chunks[to - 1]?.is === 'comma' || chunks[to - 1]?.is === 'conj')) to -= 1;
    const last = chunks[to - 1]?.last ?? clause.verb.last;
    const from = Math.min(first, clause.verb.first);
    return spanAt(
      this.setting.text,
      units[from]?.start ?? this.sentence.start,
      units[Math.max(last, clause.verb.last) - 1]?.end ?? this.sentence.end,
    );
  }

  accusation(speaker: Party | null, noun: NounChunk | null): AttributionKind {
    if (speaker === null) return 'accused-by-other';
    const official = isAuthority(speaker, noun) || holdsOffice(noun) || speaksForState(noun);
    return official ? 'accused-by-authority' : 'accused-by-other';
  }
}

/** Nouns for a deed that nothing else in a text tells. */
const DEED_NOUNS = new Set(
  'death deaths killing killings disappearance action actions act acts incident crime crimes offensive destruction kidnapping attack assault bombing blast explosion massacre murder ambush raid shooting'.split(
    ' ',
  ),
);

/** Whether a noun names a deed by its class alone: "the action", "the massacre". */
export function isDeedNoun({ head }: NounChunk): boolean {
  return DEED_NOUNS.has(head.low);
}

/** Verbs by which a deed is only pointed at. */
const DOING = new Set([
  'carry out',
  'commit',
  'perpetrate',
  'do',
  'orchestrate',
  'plan',
  'mastermind',
  'stage',
]);

/** "Was behind it", "is responsible", "were involved": a deed pointed at without being told. */
export function isBehind({ verb, preps, objects, complement }: Clause): boolean {
  if (verb.lemma !== 'be') return verb.lemma === 'involve';
  const said = complement === null ? objects : [...objects, complement];
  return (
    preps.some(({ word }) => word === 'behind') ||
    said.some(({ head, units }) => POINTING.has(head.low) || units.some(({ low }) => POINTING.has(low)))
  );
}

function takesPart({ verb, objects }: Clause): boolean {
  return (
    verb.lemma === 'participate' || (verb.lemma === 'take' && objects.some(({ head }) => head.low === 'part'))
  );
}

const POINTING = new Set(
  'suspect suspects responsible culprit culprits author authors perpetrator perpetrators mastermind masterminds guilty complicit involved work handiwork'.split(
    ' ',
  ),
);

/** A force of a state: "the army", "army officers", "armed forces members". */
function isForce(noun: NounChunk): boolean {
  if (FORCES.has(noun.head.low)) return true;
  return (
    OF_FORCES.has(noun.head.low) && noun.units.some(({ low }) => FORCES.has(low) || low === 'armed-forces')
  );
}

/** "Interior Minister Karim Khan": an office of state, of whatever state. */
function holdsOffice(noun: NounChunk | null): boolean {
  const role = noun?.head.named?.office?.toLowerCase() ?? '';
  return role.split(/[^a-z]+/).some((word) => AUTHORITY_NOUNS.has(word) && !SPEAKERS.has(word));
}

/** "Security sources", "the Taliban administration": officials unnamed, or a group that governs. */
function speaksForState(noun: NounChunk | null): boolean {
  if (noun === null) return false;
  const { head, units } = noun;
  if (GOVERNING.has(head.low)) return true;
  const official = ({ low }: { readonly low: string }) =>
    SECURITY_NOUNS.has(low) || AUTHORITY_NOUNS.has(low) || OFFICIAL.has(low);
  return /^sources?$/.test(head.low) && units.some((unit) => unit !== head && official(unit));
}

const OFFICIAL = new Set(['official', 'intelligence', 'counter-terrorism', 'counterterrorism']);

/** Nouns for those who govern, whoever they are. */
const GOVERNING = new Set(['government', 'administration', 'authorities', 'regime']);

/** Those who speak for a group. */
const SPEAKERS = new Set(['spokesman', 'spokesperson', 'spokeswoman', 'mouthpiece']);

const OF = new Set(['of', 'from']);
const FROM = new Set(['of', 'from', 'by', 'for']);

/** Nouns for what a group puts out. */
const MESSAGES = new Set(
  'statement communique communiqué message video note letter handout email e-mail release leaflet pamphlet post'.split(
    ' ',
  ),
);

/** Nouns for some of a force. */
const OF_FORCES = new Set(
  'members member elements element officers officer soldiers units unit sectors personnel agents men patrol squad'.split(
    ' ',
  ),
);

/** Forces of a state, who can be blamed as its groups can. */
const FORCES = new Set([
  'army',
  'forces',
  'military',
  'troops',
  'soldiers',
  'police',
  'government',
  'regime',
  'battalion',
]);

/** Each group once. */
export function distinct(groups: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return groups.filter(({ entity, text }) => {
    const key = entity ?? text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
