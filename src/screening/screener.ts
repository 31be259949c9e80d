import { answeredAt, groupBy, type TimePoint } from '../kernel/index.ts';
import {
  compareNames,
  DEFAULT_THRESHOLD,
  type NameHit,
  parseName,
  RULES_VERSION,
  searchNames,
  warmUp,
} from '../names/index.ts';
import {
  captionOf,
  type EntityView,
  type ListState,
  type NameRow,
  nameHeldOn,
  type Store,
} from '../store/index.ts';
import { fold } from '../text/index.ts';
import type { MatchedName, ScreenAnswer, ScreenResult, Searched } from './answer.ts';
import { screeningError } from './errors.ts';
import { featuresOf } from './features.ts';
import { bareIdentifiers, findsAlone } from './identifiers.ts';
import { NameTable } from './name-table.ts';
import type { ScreenOptions, ScreenQuery, ScreenScope } from './query.ts';
import { tableOf } from './saved-table.ts';

/** Hits looked at for each entity that is asked for: an entity has many names, and each may hit. */
const HITS_AN_ENTITY = 20;
const DEFAULT_LIMIT = 10;
const VIEWS_KEPT = 4096;
const LESSER_KEPT = 8;
/** An identifier of more entries than this stands for none of them. */
const MOST_BEARERS = 20;

/** The names of a screener, in shared memory. */
export type SharedNames = NameTable['bytes'];

/** A name that is like the query's, or stands for an entry that bears an identifier of the query's. */
interface Hit {
  readonly row: NameRow;
  readonly hit: Pick<NameHit, 'score' | 'explanation'>;
}

/**
 * The names of one scope, indexed: made once, asked many times. It answers as the store stood when it was
 * made. Nothing held to search is an error, never an empty answer.
 */
export class Screener {
  readonly #store: Store;
  readonly #scope: ScreenScope;
  readonly #table: NameTable;
  readonly #accept: (row: number) => boolean;
  readonly #searched: Searched;
  readonly #views = new Map<string, EntityView>();
  /** The newest of {@link without}, by the entities that it leaves out. */
  readonly #lesser = new Map<string, Promise<Screener>>();

  private constructor(store: Store, scope: ScreenScope, table: NameTable, lists: Searched['lists']) {
    this.#store = store;
    this.#scope = scope;
    this.#table = table;
    this.#accept = table.filter(scope.clocks, scope.lists);
    this.#searched = { lists, ...table.count(this.#accept) };
  }

  /**
   * Reads the names of a scope and indexes them, or takes the index saved beside the store. Throws
   * `ENT_SCREEN_NOTHING_HELD` when no list of the scope was held at the moment asked about, and
   * `ENT_SCREEN_LIST_UNKNOWN` for a list that is asked for and not held.
   */
  static async over(store: Store, scope: ScreenScope): Promise<Screener> {
    const lists = await searchedLists(store, scope);
    return new Screener(store, scope, await tableOf(store, scope.clocks.knownAt), lists);
  }

  /** A screener over the names of another one, which it shares: for another thread, with its own store. */
  static async sharing(store: Store, scope: ScreenScope, names: SharedNames): Promise<Screener> {
    return new Screener(store, scope, NameTable.from(names), await searchedLists(store, scope));
  }

  /** The names, to be shared with another thread. */
  get names(): SharedNames {
    return this.#table.bytes;
  }

  /** What is searched. */
  get searched(): Searched {
    return this.#searched;
  }

  /**
   * A screener that answers as if the record had no such entities: nothing is found, counted or weighed of them. The
   * first time for a set of them costs some tens of milliseconds.
   */
  without(entities: ReadonlySet<string>): Promise<Screener> {
    if (entities.size === 0) return Promise.resolve(this);
    const key = [...entities].sort().join(' ');
    const known = this.#lesser.get(key);
    const lesser = known ?? this.#without(entities);
    this.#lesser.delete(key);
    this.#lesser.set(key, lesser);
    lesser.catch(() => this.#lesser.delete(key));
    const [oldest] = this.#lesser.keys();
    if (this.#lesser.size > LESSER_KEPT && oldest !== undefined) this.#lesser.delete(oldest);
    return lesser;
  }

  async #without(entities: ReadonlySet<string>): Promise<Screener> {
    const gone = new Map<string, number>();
    for (const { records } of (
      await this.#store.entities([...entities], this.#scope.clocks, { properties: [] })
    ).values()) {
      for (const { list, history } of records)
        if (history.primary.some(({ to }) => to === null)) gone.set(list, (gone.get(list) ?? 0) + 1);
    }
    const lists = this.#searched.lists.map((list) => ({
      ...list,
      records: Math.max(0, list.records - (gone.get(list.id) ?? 0)),
    }));
    return new Screener(this.#store, this.#scope, this.#table.without(entities), lists);
  }

  /** For a process that answers many: its first question is then answered nearly as fast as the later ones. */
  warmUp(): void {
    warmUp(this.#table.index);
  }

  /** Screens one name. */
  async screen(query: ScreenQuery, options: ScreenOptions = {}): Promise<ScreenAnswer> {
    const { threshold = DEFAULT_THRESHOLD, limit = DEFAULT_LIMIT, weak = false } = options;
    const { clocks } = this.#scope;
    const hits = this.#hits(query, threshold, limit * HITS_AN_ENTITY);
    const bearers = this.#bearers(query);
    const identified = new Set(bearers.map(({ row }) => row.entity));
    const byEntity = [...groupBy([...hits, ...bearers], ({ row }) => row.entity)]
      // A weak name confirms; it does not alert alone unless the caller asks (OFAC FAQ 122 to 125).
      .filter(
        ([entity, ofEntity]) =>
          weak || identified.has(entity) || ofEntity.some(({ row }) => row.strength !== 'weak'),
      )
      .sort(([a], [b]) => Number(identified.has(b)) - Number(identified.has(a)))
      .slice(0, limit);
    const views = await this.#viewsOf(byEntity.map(([entity]) => entity));
    const results = byEntity.flatMap(([entity, ofEntity]) => {
      const view = views.get(entity);
      const anyName = weak || identified.has(entity);
      return view === undefined ? [] : this.#result(query, threshold, anyName, view, ofEntity);
    });
    return {
      query,
      asOf: clocks.asOf,
      knownAt: clocks.knownAt,
      threshold,
      rules: RULES_VERSION,
      searched: this.#searched,
      results: results.sort((a, b) => Number(b.match) - Number(a.match) || b.score - a.score),
    };
  }

  /** What the store knows of entities, kept: a screener answers as the store stood when it was made. */
  async #viewsOf(entities: readonly string[]): Promise<ReadonlyMap<string, EntityView>> {
    if (this.#views.size + entities.length > VIEWS_KEPT) this.#views.clear();
    const missing = entities.filter((entity) => !this.#views.has(entity));
    for (const [entity, view] of await this.#store.entities(missing, this.#scope.clocks)) {
      this.#views.set(entity, view);
    }
    return this.#views;
  }

  /** The names that are like the query's name or one of its aliases: each the best of what it matched. */
  #hits(query: ScreenQuery, threshold: number, limit: number): readonly Hit[] {
    const best = new Map<number, NameHit>();
    const names = [query.name, ...(query.aliases ?? [])];
    for (const [place, name] of names.entries()) {
      // An alias of signs only finds nothing; a name of signs only is an error of the caller's.
      if (place > 0 && fold(name) === '') continue;
      const found = searchNames(this.#table.index, name, {
        threshold,
        limit,
        accept: this.#accept,
        ...(query.schema === undefined ? {} : { schema: query.schema }),
      });
      for (const hit of found) if (hit.score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, hit);
    }
    const hits = [...best.values()].map((hit) => ({
      hit,
      row: this.#table.row(hit.id, this.#scope.clocks.knownAt),
    }));
    return names.length === 1 ? hits : hits.sort((a, b) => b.hit.score - a.hit.score || a.row.id - b.row.id);
  }

  /** The entries that bear an identifier of the query's, each by its own name, however unlike the query's that is. */
  #bearers({ name, schema, identifiers }: ScreenQuery): readonly Hit[] {
    const { clocks } = this.#scope;
    const asked = [...bareIdentifiers(identifiers)].filter(findsAlone);
    const rows = new Set(asked.flatMap((bare) => this.#table.bearersOf(bare, clocks, this.#accept)));
    return [...rows].slice(0, MOST_BEARERS).map((number) => {
      const row = this.#table.row(number, clocks.knownAt);
      const as = schema ?? row.schema ?? undefined;
      return { row, hit: compareNames(parseName(name, as), parseName(row.text, as), this.#table.index) };
    });
  }

  #result(
    query: ScreenQuery,
    threshold: number,
    anyName: boolean,
    view: EntityView,
    hits: readonly Hit[],
  ): readonly ScreenResult[] {
    const matched = hits
      .map(({ row, hit }) => ({
        row,
        score: hit.score,
        hit,
        borne: borneOn(view, row, this.#scope.clocks.asOf),
      }))
      .sort((a, b) => rank(b) - rank(a) || b.score - a.score);
    // Its own weak names stand behind the name that alerts, however well they match.
    const best = matched.find(({ row }) => anyName || row.strength !== 'weak');
    if (best === undefined) return [];
    const features = featuresOf(query, view.records, { score: best.score, asOf: this.#scope.clocks.asOf });
    const points = features.reduce((sum, feature) => sum + feature.points, 0);
    const score = Math.max(0, Math.min(1, round(best.score + points)));
    const identifier = features.find(({ feature }) => feature === 'identifier');
    const said = best.hit.explanation.sentence;
    // What finds an entry is said first.
    const sentence =
      identifier === undefined || best.score >= threshold
        ? said
        : `The identifier ${identifier.detail}. ${said}`;
    const listed = view.listings.some(
      (listing) => listing.status === 'listed' || listing.status === 'unclear',
    );
    const names = matched.map(({ row, score: own, borne }): MatchedName => {
      const { text, kind, strength, list } = row;
      return { text, kind, strength, list, score: round(own), borne };
    });
    const matchedName = names[matched.indexOf(best)];
    if (matchedName === undefined) return [];
    return [
      {
        id: view.entity,
        caption: captionOf(view),
        schema: view.records.map((record) => record.schema).find((schema) => schema !== null) ?? null,
        score,
        match: score >= threshold && listed && (identifier !== undefined || isBorne(best.borne)),
        matchedName,
        otherNames: distinct(names.filter((other) => other.text !== matchedName.text)),
        listings: view.listings,
        explanation: { sentence, parts: best.hit.explanation.parts, features },
      },
    ];
  }
}

async function searchedLists(store: Store, scope: ScreenScope): Promise<Searched['lists']> {
  const lists = heldLists(await store.lists(), scope);
  if (lists.length === 0) throw screeningError('ENT_SCREEN_NOTHING_HELD', { knownAt: scope.clocks.knownAt });
  return lists;
}

/** The lists of the scope of which something was held at the moment asked about. */
function heldLists(states: readonly ListState[], { clocks, lists }: ScreenScope): Searched['lists'] {
  const until = clocks.knownAt === null ? null : answeredAt(clocks.knownAt);
  for (const id of lists ?? []) {
    if (!states.some((state) => state.id === id && state.snapshots.length > 0)) {
      throw screeningError('ENT_SCREEN_LIST_UNKNOWN', {
        list: id,
        held: states.filter((s) => s.snapshots.length > 0).map((s) => s.id),
      });
    }
  }
  return states.flatMap((state) => {
    if (lists !== null && !lists.includes(state.id)) return [];
    const seen = state.snapshots.filter(
      (s) => s.state === 'accepted' && (until === null || s.observed <= until),
    );
    const newest = seen.at(-1);
    if (newest === undefined) return [];
    const primary = seen
      .flatMap((snapshot) => snapshot.parts.filter((part) => part.part === state.parts[0]))
      .at(-1);
    return [{ id: state.id, observed: newest.observed, records: primary?.records ?? 0 }];
  });
}

function borneOn(view: EntityView, row: NameRow, asOf: TimePoint | null): MatchedName['borne'] {
  const record = view.records.find(({ id }) => id === row.record);
  const statement = record?.history.statements.find(
    (s) =>
      s.property === 'name' && s.value === row.text && s.kind === row.kind && s.seen.from === row.seenFrom,
  );
  return record === undefined || statement === undefined
    ? 'unclear'
    : nameHeldOn(record.history, statement, asOf);
}

function isBorne(borne: MatchedName['borne']): boolean {
  return borne === 'listed' || borne === 'unclear';
}

/** A name borne on the day goes before one that was not; then strong before weak, and a primary name first. */
function rank({ row, borne, score }: { row: NameRow; borne: MatchedName['borne']; score: number }): number {
  return (
    (isBorne(borne) ? 10 : 0) +
    score +
    (row.kind === 'primary' ? TIE : 0) -
    (row.strength === 'weak' ? TIE : 0)
  );
}

/** Decides between names that match alike, and never outweighs a difference that is shown. */
const TIE = 0.0004;

function distinct(names: readonly MatchedName[]): readonly MatchedName[] {
  return [...new Map(names.map((name) => [name.text, name])).values()];
}

/** Scores are given to three digits, rounded down so that only an exact name reads 1. */
function round(score: number): number {
  return Math.floor(score * 1000) / 1000;
}
