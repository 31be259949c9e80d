import { formatSourceKey, NOW } from '../kernel/index.ts';
import { DEFAULT_THRESHOLD, RULES_VERSION } from '../names/index.ts';
import type { EntityView, Store, WatchChange, WatchHit, WatchName, WatchRun } from '../store/index.ts';
import type { ScreenResult } from './answer.ts';
import type { ScreenQuery } from './query.ts';
import { Screener } from './screener.ts';
import { reasonFor } from './watch-reason.ts';

/** How to run a watch list. */
export interface WatchOptions {
  /** Which list. */
  readonly list: string;
  readonly now: () => Date;
  /** Default .7. */
  readonly threshold?: number;
  /** Called after each name. */
  readonly onProgress?: (done: number) => void;
}

/** What a run found, and what is otherwise than in the run before. */
export interface WatchReport {
  readonly run: WatchRun;
  /** The run that it is compared with; `null` for the first. */
  readonly before: WatchRun | null;
  readonly hits: readonly WatchHit[];
  readonly changes: readonly (WatchChange & { readonly name: string; readonly reference: string | null })[];
}

/** Hits kept for a name. */
const MOST_HITS = 20;
/**
 * A score that moves less says nothing: what a word weighs depends on all names that are held, and moves a little
 * with every load.
 */
const LEAST_MOVE = 0.02;

/**
 * Screens every name of a watch list against what is listed now, compares with the last run and puts the new one on
 * record: who is newly hit, no longer hit or scores otherwise, and which change of which list did it. Throws
 * `ENT_SCREEN_NOTHING_HELD` when no list is held; then nothing is recorded.
 */
export async function runWatch(store: Store, options: WatchOptions): Promise<WatchReport> {
  const { list, now, threshold = DEFAULT_THRESHOLD } = options;
  const names = await store.watch.names(list);
  const last = await store.watch.lastRun(list);
  const heldHits = await store.watch.hits(list);
  const screener = await Screener.over(store, { clocks: NOW, lists: null });
  const moves: Move[] = [];
  const found = new Map<WatchName, readonly ScreenResult[]>();
  for (const [at, name] of names.entries()) {
    const answer = await screener.screen(name.query as unknown as ScreenQuery, {
      threshold,
      limit: MOST_HITS,
    });
    const matches = answer.results.filter(({ match }) => match);
    found.set(name, matches);
    moves.push(...movesOf(name, heldHits.get(name.id) ?? [], matches));
    options.onProgress?.(at + 1);
  }
  const snapshots = Object.fromEntries(screener.searched.lists.map(({ id, observed }) => [id, observed]));
  const run = {
    at: now().toISOString(),
    threshold,
    rules: RULES_VERSION,
    snapshots,
    names: names.length,
  };
  const views = await viewsOf(store, moves, found, heldHits);
  const changes = moves.map((move) => ({
    ...move.change,
    name: move.name.name,
    reference: move.name.reference,
    reason: reasonFor(move.change, move.name, views.get(move.change.entity), last, run),
  }));
  const hits = [...found].flatMap(([name, matches]) =>
    matches.map((match) => hitOf(name, match, heldHits.get(name.id) ?? [], views)),
  );
  const id = await store.watch.record(list, run, hits, changes);
  return { run: { ...run, id }, before: last, hits, changes };
}

interface Move {
  readonly name: WatchName;
  readonly change: Omit<WatchChange, 'reason'>;
}

function movesOf(
  name: WatchName,
  before: readonly WatchHit[],
  after: readonly ScreenResult[],
): readonly Move[] {
  // Two entities that were joined since are one now: the better of their hits counts.
  const held = new Map([...before].reverse().map((hit) => [hit.entity, hit]));
  const now = new Map(after.map((result) => [result.id, result]));
  const change = (
    kind: WatchChange['kind'],
    hit: WatchHit | undefined,
    result: ScreenResult | undefined,
  ): Move => ({
    name,
    change: {
      watch: name.id,
      kind,
      entity: result?.id ?? hit?.entity ?? '',
      caption: result?.caption ?? hit?.caption ?? '',
      before: hit?.score ?? null,
      after: result?.score ?? null,
      matched: result?.matchedName.text ?? hit?.matched ?? '',
    },
  });
  return [
    ...after.flatMap((result): readonly Move[] => {
      const hit = held.get(result.id);
      if (hit === undefined) return [change('new', undefined, result)];
      return Math.abs(hit.score - result.score) >= LEAST_MOVE ? [change('score', hit, result)] : [];
    }),
    ...[...held.values()]
      .filter(({ entity }) => !now.has(entity))
      .map((hit) => change('gone', hit, undefined)),
  ];
}

async function viewsOf(
  store: Store,
  moves: readonly Move[],
  found: ReadonlyMap<WatchName, readonly ScreenResult[]>,
  held: ReadonlyMap<number, readonly WatchHit[]>,
): Promise<ReadonlyMap<string, EntityView>> {
  const known = new Set([...held.values()].flat().map(({ entity, watch }) => `${watch} ${entity}`));
  const fresh = [...found].flatMap(([name, results]) =>
    results.filter(({ id }) => !known.has(`${name.id} ${id}`)).map(({ id }) => id),
  );
  return store.entities([...new Set([...moves.map(({ change }) => change.entity), ...fresh])], NOW);
}

function hitOf(
  name: WatchName,
  { id, caption, score, matchedName }: ScreenResult,
  before: readonly WatchHit[],
  views: ReadonlyMap<string, EntityView>,
): WatchHit {
  const { text, list } = matchedName;
  const same = before.find((hit) => hit.entity === id && hit.matched === text);
  const record = views
    .get(id)
    ?.records.find(
      (one) =>
        one.list === list &&
        one.history.statements.some((said) => said.property === 'name' && said.value === text),
    );
  return {
    watch: name.id,
    entity: id,
    caption,
    score,
    matched: text,
    record: record === undefined ? (same?.record ?? list) : formatSourceKey(record),
  };
}
