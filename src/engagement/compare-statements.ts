import type { Feature } from './features.ts';
import { alike, type Pair, pairUp } from './pair-up.ts';
import type { Item, Passage, Statement, Subject } from './statement.ts';
import { SUBJECT_KINDS, type SubjectKind } from './statement-kinds.ts';

/** What became of a promise from one statement to the next. */
export type ItemChange =
  | 'carried-over'
  | 'narrowed'
  | 'widened'
  | 'strengthened'
  | 'weakened'
  | 'dropped'
  | 'added';

/** A promise or position of one statement beside that of the other. */
export interface ItemComparison {
  readonly kind: Item['kind'];
  readonly before: ItemView | null;
  readonly after: ItemView | null;
  readonly changes: readonly ItemChange[];
  /** In the scope of the one and not of the other: what it is about, against whom, by whom. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Why it counts as stronger or weaker. */
  readonly force: readonly string[];
  /**
   * Of what was dropped: where the later statement still speaks of it, without promising. `null`: it was dropped
   * without a word. Of anything else it is `null` too.
   */
  readonly stillSpokenOf: Passage | null;
  /** 0 to 1, an order and no probability. */
  readonly likeness: number | null;
}

/** An item without its features. */
export type ItemView = Omit<Item, 'features'>;

/** What one kind of thing named gained and lost. */
export interface SubjectChanges {
  readonly added: readonly Subject[];
  readonly dropped: readonly Subject[];
  readonly kept: readonly { readonly before: Subject; readonly after: Subject }[];
}

/** A sentence of the one beside that of the other. */
export interface SentencePair {
  readonly before: Passage | null;
  readonly after: Passage | null;
  readonly likeness: number | null;
}

/** Which statement a comparison is of. */
export type StatementHead = Pick<
  Statement,
  'title' | 'date' | 'standing' | 'held' | 'sha256' | 'warnings' | 'parties'
>;

/** What changed from one statement to the next. */
export interface Comparison {
  readonly before: StatementHead;
  readonly after: StatementHead;
  /** What limits the comparison, in sentences: what is cut off, secondary, or held as facts only. */
  readonly limits: readonly string[];
  readonly subjects: Readonly<Record<SubjectKind, SubjectChanges>>;
  readonly items: readonly ItemComparison[];
  readonly sentences: readonly SentencePair[];
  readonly counts: Readonly<Record<ItemChange | 'droppedWithoutAWord', number>>;
}

/** Likeness from which two promises are one (SPEC C3), from which a dropped one is still spoken of, and for sentences. */
export const LEAST_ITEM = 0.3;
const LEAST_MENTION = 0.25;
const LEAST_SENTENCE = 0.34;

/**
 * What changed from the earlier statement to the later. Promises are matched by what they are about, never by their
 * order; each of both statements is in the answer exactly once.
 */
export function compareStatements(before: Statement, after: Statement): Comparison {
  const items = (['promise', 'position'] as const).flatMap((kind) => compareItems(before, after, kind));
  const counts = Object.fromEntries(
    CHANGES.map((change) => [
      change,
      items.filter(({ kind, changes }) => kind === 'promise' && changes.includes(change)).length,
    ]),
  ) as Record<ItemChange, number>;
  return {
    before: headOf(before),
    after: headOf(after),
    limits: limitsOf(before, after),
    subjects: Object.fromEntries(
      SUBJECT_KINDS.map((kind) => [kind, compareSubjects(before, after, kind)]),
    ) as Record<SubjectKind, SubjectChanges>,
    items,
    sentences: compareSentences(before, after),
    counts: {
      ...counts,
      droppedWithoutAWord: items.filter(
        ({ kind, changes, stillSpokenOf }) =>
          kind === 'promise' && changes.includes('dropped') && stillSpokenOf === null,
      ).length,
    },
  };
}

const CHANGES = [
  'carried-over',
  'narrowed',
  'widened',
  'strengthened',
  'weakened',
  'dropped',
  'added',
] as const;

function headOf({ title, date, standing, held, sha256, warnings, parties }: Statement): StatementHead {
  return { title, date, standing, held, sha256, warnings, parties };
}

/** What a reader must know before calling anything dropped. */
function limitsOf(before: Statement, after: Statement): readonly string[] {
  const limits: string[] = [];
  for (const [which, statement, effect] of [
    ['earlier', before, 'added'],
    ['later', after, 'dropped'],
  ] as const) {
    if (statement.standing === 'secondary')
      limits.push(
        `The ${which} text is another's report and not the statement itself: what it leaves out may stand there, so "${effect}" means "not in the report".`,
      );
    if (statement.warnings.includes('cut-off'))
      limits.push(
        `The ${which} text is held cut off: what is missing at its end is unknown, so "${effect}" means "not in the part held".`,
      );
    if (statement.held === 'facts')
      limits.push(
        `Of the ${which} statement the record holds facts and single quotations, not the text: "${effect}" means "not among the facts noted".`,
      );
    if (statement.warnings.includes('not-english'))
      limits.push(`The ${which} text is not in English: names are found in it, promises are not.`);
    if (statement.warnings.includes('long'))
      limits.push(`The ${which} text is longer than is compared; its end was left out.`);
  }
  return limits;
}

function compareSubjects(before: Statement, after: Statement, kind: SubjectKind): SubjectChanges {
  const [a, b] = [before, after].map(
    ({ subjects }) =>
      new Map(subjects.filter((subject) => subject.kind === kind).map((subject) => [subject.key, subject])),
  ) as [Map<string, Subject>, Map<string, Subject>];
  return {
    added: [...b.values()].filter(({ key }) => !a.has(key)),
    dropped: [...a.values()].filter(({ key }) => !b.has(key)),
    kept: [...a.values()].flatMap((subject) => {
      const other = b.get(subject.key);
      return other === undefined ? [] : [{ before: subject, after: other }];
    }),
  };
}

function compareItems(before: Statement, after: Statement, kind: Item['kind']): readonly ItemComparison[] {
  const [a, b] = [before, after].map(({ items }) => items.filter((item) => item.kind === kind)) as [
    Item[],
    Item[],
  ];
  const pairs = pairUp(a, b, LEAST_ITEM);
  const byA = new Map(pairs.map((pair) => [pair.a, pair]));
  const inB = new Set(pairs.map((pair) => pair.b));
  const elsewhere = [...after.items, ...after.sentences];
  const told = a.map((item, at): ItemComparison => {
    const pair = byA.get(at);
    const other = pair === undefined ? undefined : b[pair.b];
    return pair === undefined || other === undefined ? dropped(item, elsewhere) : compared(item, other, pair);
  });
  const added = b.flatMap((item, at): readonly ItemComparison[] =>
    inB.has(at) ? [] : [{ ...ALONE, kind, before: null, after: viewOf(item), changes: ['added'] }],
  );
  return [...told, ...added];
}

const ALONE = { gained: [], lost: [], force: [], stillSpokenOf: null, likeness: null } as const;

function dropped(item: Item, elsewhere: readonly (Item | Statement['sentences'][number])[]): ItemComparison {
  const best = alike([item], elsewhere, LEAST_MENTION).find(({ b }) => sharesScope(item, elsewhere[b]));
  const found = best === undefined ? undefined : elsewhere[best.b];
  const passage = found === undefined ? null : 'sentence' in found ? found.sentence : found;
  return {
    ...ALONE,
    kind: item.kind,
    before: viewOf(item),
    after: null,
    changes: ['dropped'],
    stillSpokenOf: passage === null ? null : { quote: passage.quote, start: passage.start, end: passage.end },
  };
}

/** Whether another passage speaks of what the promise is narrowly about, where it is about anything narrow. */
function sharesScope(item: Item, other: Pick<Item, 'features'> | undefined): boolean {
  const narrow = [...item.features].filter(([, { scope }]) => scope);
  return narrow.length === 0 || narrow.some(([key]) => other?.features.has(key) === true);
}

function compared(before: Item, after: Item, pair: Pair): ItemComparison {
  const gained = missing(after, before);
  const lost = missing(before, after);
  const force = forceOf(before, after);
  const changes: ItemChange[] = [];
  if (lost.length > 0) changes.push('narrowed');
  if (gained.length > 0) changes.push('widened');
  if (force.some(({ up }) => up)) changes.push('strengthened');
  if (force.some(({ up }) => !up)) changes.push('weakened');
  if (changes.length === 0) changes.push('carried-over');
  return {
    kind: before.kind,
    before: viewOf(before),
    after: viewOf(after),
    changes,
    gained,
    lost,
    force: force.map(({ why }) => why),
    stillSpokenOf: null,
    likeness: pair.likeness,
  };
}

/** What is in the scope of the one and not of the other. */
function missing(item: Item, other: Item): readonly string[] {
  const scope = [...item.features].filter(([key, feature]) => feature.scope && !other.features.has(key));
  const parties = item.parties.filter((party) => !other.parties.includes(party));
  return [...scope.map(([, feature]) => labelOf(feature)), ...parties.map((party) => `party: ${party}`)];
}

function labelOf({ kind, label }: Feature): string {
  return `${kind}: ${label}`;
}

const FORCE = { weak: 0, medium: 1, strong: 2 } as const;

function forceOf(before: Item, after: Item): readonly { readonly up: boolean; readonly why: string }[] {
  if (before.kind === 'position') return [];
  const steps = FORCE[after.binding] - FORCE[before.binding];
  return [
    ...(steps === 0
      ? []
      : [{ up: steps > 0, why: `${before.act} (${before.binding}) → ${after.act} (${after.binding})` }]),
    ...(before.measurable === after.measurable
      ? []
      : [
          {
            up: after.measurable,
            why: after.measurable ? `now measurable: ${after.why}` : `no longer measurable: ${after.why}`,
          },
        ]),
  ];
}

function viewOf({ features: _, ...item }: Item): ItemView {
  return item;
}

/** The earlier statement's sentences in order, each beside its like; then what only the later one has. */
function compareSentences(before: Statement, after: Statement): readonly SentencePair[] {
  const pairs = pairUp(before.sentences, after.sentences, LEAST_SENTENCE);
  const byA = new Map(pairs.map((pair) => [pair.a, pair]));
  const used = new Set(pairs.map((pair) => pair.b));
  const plain = (passage: Passage | undefined): Passage | null =>
    passage === undefined ? null : { quote: passage.quote, start: passage.start, end: passage.end };
  return [
    ...before.sentences.map((sentence, at): SentencePair => {
      const pair = byA.get(at);
      return {
        before: plain(sentence),
        after: pair === undefined ? null : plain(after.sentences[pair.b]),
        likeness: pair?.likeness ?? null,
      };
    }),
    ...after.sentences.flatMap((sentence, at): readonly SentencePair[] =>
      used.has(at) ? [] : [{ before: null, after: plain(sentence), likeness: null }],
    ),
  ];
}
