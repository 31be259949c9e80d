import { type BindingForce, groupBy, type SpeechAct } from '../kernel/index.ts';
import type { EntityRef } from '../store/index.ts';
import { sentences as split, tokenize } from '../text/index.ts';
import type { Reading } from '../wire/index.ts';
import { type FeatureMap, featuresOf, type PlacedSubject } from './features.ts';
import { figuresIn } from './find-figures.ts';
import { themesIn } from './find-themes.ts';
import { namedThingsIn } from './named-bodies.ts';
import type { SubjectKind } from './statement-kinds.ts';
import { wordsOf } from './words.ts';

/** Words of a statement and where they stand in its text. */
export interface Passage {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Something that a statement names, once, with the sentences that name it. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Equal in two statements when they name the same thing: an entity's id, a body's id, a theme. */
  readonly key: string;
  readonly label: string;
  /**
   * Whether the parties speak of it: in a report, whether it stands in a sentence that tells what they promised or
   * said; the rest is the reporter's own. Of the parties' own text it is always so.
   */
  readonly byParties: boolean;
  readonly sentences: readonly Passage[];
}

/** One thing promised or said. */
export interface Item {
  /** The entry's id, or its place in the reading (`c3`, `p1`). */
  readonly id: string;
  readonly kind: 'promise' | 'position';
  readonly text: string;
  readonly verbatim: boolean;
  /** The sentence it stands in; the text itself where only facts are held. */
  readonly sentence: Passage;
  readonly parties: readonly string[];
  readonly act: SpeechAct;
  readonly binding: BindingForce;
  readonly topic: string;
  readonly measurable: boolean;
  readonly why: string;
  /** What it is about, for matching and for its scope. */
  readonly features: FeatureMap;
}

/** A statement as it is compared: what it names and what it promises, each with its words. */
export interface Statement {
  readonly title: string;
  readonly date: string | null;
  /** Whether the parties wrote it, or another reports it. */
  readonly standing: 'primary' | 'secondary';
  /** `text`: its words are held; `facts`: what the record noted of it. */
  readonly held: 'text' | 'facts';
  readonly sha256: string | null;
  /** What a reader should know: `cut-off`, `facts-only`, `not-english`. */
  readonly warnings: readonly string[];
  readonly parties: readonly string[];
  readonly subjects: readonly Subject[];
  readonly items: readonly Item[];
  readonly sentences: readonly (Passage & { readonly features: FeatureMap })[];
}

/** An item that the record holds, in place of what the machine reads. */
export type HeldItem = Pick<
  Item,
  'id' | 'kind' | 'text' | 'verbatim' | 'parties' | 'act' | 'binding' | 'topic' | 'measurable' | 'why'
> & {
  readonly groups: readonly EntityRef[];
  /** Country codes of those spoken of or called upon. */
  readonly about: readonly string[];
  /** Where it stands in the text, where that is held. */
  readonly span: { readonly start: number; readonly end: number } | null;
};

/** What is known of a statement beside its words. */
export interface StatementFacts {
  readonly title: string;
  readonly date: string | null;
  readonly standing: Statement['standing'];
  readonly held: Statement['held'];
  readonly warnings: readonly string[];
  readonly parties: readonly string[];
  /** Items that a person confirmed; `null` takes the machine's. */
  readonly items: readonly HeldItem[] | null;
  readonly groups: readonly EntityRef[];
}

/** No statement of states has more sentences; a text that has is compared by its first ones and says so. */
const MOST_SENTENCES = 5_000;

/**
 * A statement as it is compared, from the reading of its text. Only headline, summary and body are looked at. Names
 * inside an officer's title name nothing ("Special Secretary for the UN"), nor does the word of a group.
 */
export function statementOf(reading: Reading, facts: StatementFacts): Statement {
  const { document } = reading;
  const every = sentencesOf(reading);
  const sentences = every.slice(0, MOST_SENTENCES);
  const masks = masksOf(reading);
  const subjects = new Map<string, Found>();
  const features: FeatureMap[] = [];
  const mentionsBy = groupBy(
    reading.mentions.filter(({ kind }) => kind === 'group' || kind === 'state' || kind === 'programme'),
    ({ span }) => indexOf(sentences, span.start),
  );
  const told = new Set(
    [...reading.commitments, ...reading.positions].flatMap(({ span }) => indexOf(sentences, span.start)),
  );
  for (const [index, sentence] of sentences.entries()) {
    const found = findIn(document.text, sentence, mentionsBy.get(index) ?? [], masks, facts.parties);
    for (const one of found) {
      // A theme that stands in every statement is no news when it comes or goes.
      if (one.general) continue;
      const key = `${one.kind}\n${one.key}`;
      const held = subjects.get(key) ?? {
        kind: one.kind,
        key: one.key,
        label: one.label,
        byParties: false,
        sentences: [],
      };
      held.byParties ||= facts.standing === 'primary' || facts.held === 'facts' || told.has(index);
      if (held.sentences.at(-1) !== sentence) held.sentences.push(sentence);
      subjects.set(key, held);
    }
    features.push(featuresOf(sentence.quote, found, sentence.start, groupSpans(reading, sentence)));
  }
  for (const { entity, caption } of facts.groups) {
    const key = `group\n${entity}`;
    if (!subjects.has(key))
      subjects.set(key, { kind: 'group', key: entity, label: caption, byParties: true, sentences: [] });
  }
  return {
    title: facts.title,
    date: facts.date,
    standing: facts.standing,
    held: facts.held,
    sha256: facts.held === 'text' ? document.sha256 : null,
    warnings: [
      ...new Set([
        ...facts.warnings,
        ...document.warnings.filter((warning) => warning === 'cut-off'),
        ...(document.language === 'en' ? [] : ['not-english']),
        ...(every.length > MOST_SENTENCES ? ['long'] : []),
      ]),
    ],
    parties: facts.parties,
    subjects: [...subjects.values()],
    items:
      facts.items === null
        ? itemsRead(reading, sentences, masks, facts.parties)
        : facts.items.map((item) => heldItem(item, sentences, facts.parties)),
    sentences: sentences.map((sentence, index) => ({ ...sentence, features: features[index] ?? new Map() })),
  };
}

interface Found {
  readonly kind: SubjectKind;
  readonly key: string;
  readonly label: string;
  byParties: boolean;
  readonly sentences: Passage[];
}

/** Places of a text. */
export type Masks = readonly { readonly start: number; readonly end: number }[];

/** What a passage names, with the mentions of groups and states that a reading found in it. */
export function findIn(
  text: string,
  { start, end }: Passage,
  mentions: Reading['mentions'],
  masks: Masks,
  parties: readonly string[],
): readonly PlacedSubject[] {
  const words = wordsOf(text, start, end);
  const near = masks.filter((mask) => mask.start < end && start < mask.end);
  const named = namedThingsIn(words, near);
  const taken = [...near, ...named];
  const open = words.filter(
    (word) => !taken.some((mask) => mask.start <= word.start && word.start < mask.end),
  );
  return [
    ...mentions.flatMap((mention): PlacedSubject[] => {
      const at = { general: false, start: mention.span.start, end: mention.span.end };
      if (mention.kind === 'group') {
        const key = mention.entity ?? `name:${mention.span.quote.toLowerCase()}`;
        return [{ kind: 'group', key, label: mention.caption ?? mention.span.quote, ...at }];
      }
      if (mention.kind === 'programme') {
        const key = `programme:${(mention.caption ?? mention.span.quote).toLowerCase()}`;
        return [{ kind: 'instrument', key, label: mention.caption ?? mention.span.quote, ...at }];
      }
      const code = mention.country;
      if (code === null || code.length > 2 || BODIES.has(code) || parties.includes(code)) return [];
      return [{ kind: 'state', key: code, label: mention.caption ?? mention.span.quote, ...at }];
    }),
    ...named.map((thing): PlacedSubject => ({ ...thing, general: false })),
    ...themesIn(open).map(
      ({ theme, start: from, end: to }): PlacedSubject => ({
        kind: 'topic',
        key: theme.id,
        label: theme.label,
        general: theme.general,
        start: from,
        end: to,
      }),
    ),
    ...figuresIn(text, words, start, end).map(
      (figure): PlacedSubject => ({ kind: 'figure', general: false, ...figure }),
    ),
  ];
}

/** Codes that a reading gives to bodies of states. */
const BODIES: ReadonlySet<string> = new Set(['UN', 'EU']);

function groupSpans(reading: Reading, { start, end }: Passage): Masks {
  return reading.mentions
    .filter(({ kind, span }) => kind !== 'programme' && span.start >= start && span.end <= end)
    .map(({ span }) => span);
}

/** Places that name something of their own: groups, and officers with their titles. */
function masksOf(reading: Reading): Masks {
  const { text } = reading.document;
  const out: { start: number; end: number }[] = [];
  for (const { kind, span, role } of reading.mentions) {
    if (kind === 'group' || kind === 'programme') out.push(span);
    if (kind !== 'person' || role === null) continue;
    out.push(span);
    const from = Math.max(0, span.start - role.length - NEAR);
    const at = text.slice(from, span.end + role.length + NEAR).indexOf(role);
    if (at >= 0) out.push({ start: from + at, end: from + at + role.length });
  }
  return out;
}

/** How far from a name its office may stand. */
const NEAR = 40;

function sentencesOf(reading: Reading): readonly Passage[] {
  const { text, zones } = reading.document;
  return zones
    .filter(({ kind }) => kind === 'headline' || kind === 'summary' || kind === 'body')
    .flatMap((zone) => {
      const tokens = tokenize(text, zone.start, zone.end);
      return split(tokens).map(({ start, end }) => ({ quote: text.slice(start, end), start, end }));
    });
}

/** The sentence that a place stands in: the last that begins at or before it. */
function indexOf(sentences: readonly Passage[], start: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}

function itemsRead(
  reading: Reading,
  sentences: readonly Passage[],
  masks: Masks,
  parties: readonly string[],
): readonly Item[] {
  const { text } = reading.document;
  const itemAt = (span: Passage, rest: Omit<Item, 'text' | 'verbatim' | 'sentence' | 'features'>): Item => {
    const passage = { quote: span.quote, start: span.start, end: span.end };
    const mentions = reading.mentions.filter(({ span: at }) => at.start >= span.start && at.end <= span.end);
    const found = findIn(text, passage, mentions, masks, parties);
    return {
      ...rest,
      text: span.quote,
      verbatim: true,
      sentence: sentences[indexOf(sentences, span.start)] ?? passage,
      features: featuresOf(span.quote, found, span.start, groupSpans(reading, passage), rest.topic),
    };
  };
  return [
    ...reading.commitments.map((one, index) =>
      itemAt(one.span, {
        id: `c${index + 1}`,
        kind: 'promise',
        parties: one.parties,
        act: one.speechAct,
        binding: one.binding,
        topic: one.topic,
        measurable: one.measurable,
        why: one.why,
      }),
    ),
    ...reading.positions.map((one, index) =>
      itemAt(one.span, {
        id: `p${index + 1}`,
        kind: 'position',
        parties: one.parties,
        act: one.speechAct,
        binding: 'weak',
        topic: one.speechAct,
        measurable: false,
        why: '',
      }),
    ),
  ];
}

/** An item of the record: its words are read for what they name, its groups are those that the record says. */
export function heldItem(held: HeldItem, sentences: readonly Passage[], parties: readonly string[]): Item {
  const { groups, about, span, ...item } = held;
  const own = { quote: item.text, start: 0, end: item.text.length };
  const found = subjectsOfItem(held, parties);
  const sentence = span === null ? own : (sentences[indexOf(sentences, span.start)] ?? own);
  return { ...item, sentence, features: featuresOf(item.text, found, 0, [], item.topic) };
}

/** What an item of the record names: by its words, and by what the record says of it. */
export function subjectsOfItem(
  { text, groups, about }: HeldItem,
  parties: readonly string[],
): readonly PlacedSubject[] {
  const nowhere = { general: false, start: 0, end: 0 };
  return [
    ...findIn(text, { quote: text, start: 0, end: text.length }, [], [], parties),
    ...groups.map(
      ({ entity, caption }): PlacedSubject => ({ kind: 'group', key: entity, label: caption, ...nowhere }),
    ),
    ...about
      .filter((code) => code.length === 2 && !parties.includes(code))
      .map((code): PlacedSubject => ({ kind: 'state', key: code, label: code, ...nowhere })),
  ];
}
