import { answeredAt, groupBy, type TimePoint } from '../kernel/index.ts';
import { DEFAULT_THRESHOLD, type NameHit, NameIndex, RULES_VERSION, searchNames } from '../names/index.ts';
import {
  captionOf,
  type EntityView,
  type ListState,
  type NameRow,
  nameHeldOn,
  type Store,
} from '../store/index.ts';
import type { MatchedName, ScreenAnswer, ScreenResult, Searched } from './answer.ts';
import { screeningError } from './errors.ts';
import { featuresOf } from './features.ts';
import type { ScreenOptions, ScreenQuery, ScreenScope } from './query.ts';

/** Hits looked at for each entity that is asked for: an entity has many names, and each may hit. */
const HITS_AN_ENTITY = 20;
const DEFAULT_LIMIT = 10;

interface Hit {
  readonly row: NameRow;
  readonly hit: NameHit;
}

/**
 * The names of one scope, indexed: made once, asked many times. It answers as the store stood when it was
 * made. Nothing held to search is an error, never an empty answer.
 */
export class Screener {
  readonly #store: Store;
  readonly #scope: ScreenScope;
  readonly #rows: ReadonlyMap<number, NameRow>;
  readonly #index: NameIndex;
  readonly #searched: Searched;

  private constructor(store: Store, scope: ScreenScope, rows: readonly NameRow[], searched: Searched) {
    this.#store = store;
    this.#scope = scope;
    this.#searched = searched;
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#index = new NameIndex(
      rows.map(({ id, text, schema, kind, strength }) => ({
        id,
        text,
        schema: schema ?? 'LegalEntity',
        kind,
        strength,
      })),
    );
  }

  /**
   * Reads the names of a scope and indexes them. Throws `ENT_SCREEN_NOTHING_HELD` when no list of the scope was
   * held at the moment asked about, and `ENT_SCREEN_LIST_UNKNOWN` for a list that is asked for and not held.
   */
  static async over(store: Store, scope: ScreenScope): Promise<Screener> {
    const states = await store.lists();
    const searchedLists = heldLists(states, scope);
    if (searchedLists.length === 0)
      throw screeningError('ENT_SCREEN_NOTHING_HELD', { knownAt: scope.clocks.knownAt });
    const rows = await store.names(scope.clocks, scope.lists);
    const entities = new Set(rows.map((row) => row.entity)).size;
    return new Screener(store, scope, rows, { lists: searchedLists, entities, names: rows.length });
  }

  /** Screens one name. */
  async screen(query: ScreenQuery, options: ScreenOptions = {}): Promise<ScreenAnswer> {
    const { threshold = DEFAULT_THRESHOLD, limit = DEFAULT_LIMIT, weak = false } = options;
    const { clocks } = this.#scope;
    const hits = searchNames(this.#index, query.name, {
      threshold,
      limit: limit * HITS_AN_ENTITY,
      ...(query.schema === undefined ? {} : { schema: query.schema }),
    }).flatMap((hit): Hit[] => {
      const row = this.#rows.get(hit.id);
      return row === undefined ? [] : [{ row, hit }];
    });
    const byEntity = [...groupBy(hits, ({ row }) => row.entity)]
      // A weak name confirms; it does not alert alone unless the caller asks (OFAC FAQ 122 to 125).
      .filter(([, ofEntity]) => weak || ofEntity.some(({ row }) => row.strength !== 'weak'))
      .slice(0, limit);
    const views = await this.#store.entities(
      byEntity.map(([entity]) => entity),
      clocks,
    );
    const results = byEntity.flatMap(([entity, ofEntity]) => {
      const view = views.get(entity);
      return view === undefined ? [] : this.#result(query, threshold, weak, view, ofEntity);
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

  #result(
    query: ScreenQuery,
    threshold: number,
    weak: boolean,
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
    const best = matched.find(({ row }) => weak || row.strength !== 'weak');
    if (best === undefined) return [];
    const features = featuresOf(query, view.records);
    const points = features.reduce((sum, feature) => sum + feature.points, 0);
    const score = Math.max(0, Math.min(1, round(best.score + points)));
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
        match: score >= threshold && listed && isBorne(best.borne),
        matchedName,
        otherNames: distinct(names.filter((other) => other.text !== matchedName.text)),
        listings: view.listings,
        explanation: { sentence: best.hit.explanation.sentence, parts: best.hit.explanation.parts, features },
      },
    ];
  }
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
