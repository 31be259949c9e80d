import { basisOf, gazetteerOf } from '../../app/index.ts';
import { type Clocks, NOW, type Source } from '../../kernel/index.ts';
import { RULES_VERSION } from '../../names/index.ts';
import { Screener, type ScreenScope, type SharedNames } from '../../screening/index.ts';
import { type AuditBasis, type ListState, Store } from '../../store/index.ts';
import { type Gazetteer, gazetteer } from '../../wire/index.ts';
import { type ServedDataset, servedDatasets } from '../collection/served.ts';
import { buildEdition, editionStamp } from './build-edition.ts';
import { Recent } from './recent.ts';
import type { Blocks } from './saved-edition.ts';

const SCREENERS_KEPT = 64;
const MOMENTS_KEPT = 4;

/**
 * One state of the record, from which every answer of a request is made: what others write meanwhile shows in the
 * next edition. Requests hold it by {@link Edition.hold}; it closes when it is replaced and nobody holds it.
 */
export class Edition {
  readonly stamp: string;
  readonly since: string;
  /** Reads only, and always the same state. */
  readonly store: Store;
  readonly lists: readonly ListState[];
  readonly sources: ReadonlyMap<string, Source>;
  /** What is served in FollowTheMoney's form, by name. */
  readonly datasets: ReadonlyMap<string, ServedDataset>;
  /** Whether its datasets are there; an edition that was made in haste has the names alone. */
  readonly complete: boolean;
  /** What its answers rest on, as the audit log has it. */
  readonly basis: AuditBasis;
  readonly #blocks: Blocks;
  readonly #screeners = new Recent<string, Promise<Screener>>(SCREENERS_KEPT);
  readonly #namesThen = new Recent<string, Promise<SharedNames>>(MOMENTS_KEPT);
  readonly #gazetteers = new Recent<string, Promise<Gazetteer>>(MOMENTS_KEPT);
  #holders = 0;
  #warm = false;
  #replaced = false;

  private constructor(
    store: Store,
    blocks: Blocks,
    about: Pick<Edition, 'stamp' | 'since' | 'lists' | 'sources' | 'basis' | 'complete'>,
  ) {
    this.store = store;
    this.#blocks = blocks;
    this.stamp = about.stamp;
    this.since = about.since;
    this.lists = about.lists;
    this.sources = about.sources;
    this.datasets = servedDatasets(blocks, about.lists);
    this.basis = about.basis;
    this.complete = about.complete;
  }

  /**
   * The edition of a store as it stands, of blocks that were built for that state. `null` when the store has
   * moved on since: build again.
   */
  static async open(
    location: string,
    built: { stamp: string; blocks: Blocks; complete: boolean },
    now: Date,
  ): Promise<Edition | null> {
    const store = await Store.open(location, { mustExist: true, frozen: true });
    try {
      const stamp = await editionStamp(store);
      if (stamp !== built.stamp) {
        await store.close();
        return null;
      }
      const [lists, sources] = [await store.lists(), await store.sources()];
      const basis = basisOf(RULES_VERSION, lists, await store.recordState());
      return new Edition(store, built.blocks, {
        stamp,
        since: now.toISOString(),
        lists,
        sources,
        basis,
        complete: built.complete,
      });
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** A screener over a scope. The first question about another known-at has its names indexed, in another thread. */
  async screener(scope: ScreenScope): Promise<Screener> {
    const { asOf, knownAt } = scope.clocks;
    const lists = scope.lists === null ? null : [...new Set(scope.lists)].sort();
    return this.#screeners.of(JSON.stringify([asOf, knownAt, lists]), async () =>
      Screener.sharing(this.store, { ...scope, lists }, await this.#names(knownAt, scope)),
    );
  }

  /** The names that a reader of reports looks for, but for those of some entities. */
  gazetteer(clocks: Clocks, without: ReadonlySet<string> = new Set()): Promise<Gazetteer> {
    return this.#gazetteers.of(
      JSON.stringify([clocks.asOf, clocks.knownAt, [...without].sort()]),
      async () => {
        const entries = await gazetteerOf(this.store, clocks);
        return gazetteer(entries.filter(({ entity }) => !without.has(entity)));
      },
    );
  }

  /**
   * Has the names of now asked for once, so that nobody's first question pays for what is worked out then
   * (`Screener.warmUp`). Changes no answer; with no names held there is nothing to do.
   */
  async warmUp(): Promise<void> {
    if (!this.#blocks.has('names')) return;
    const release = this.hold();
    try {
      (await this.screener({ clocks: NOW, lists: null })).warmUp();
      this.#warm = true;
    } finally {
      release();
    }
  }

  /** Whether {@link Edition.warmUp} is done. */
  get warm(): boolean {
    return this.#warm;
  }

  async #names(knownAt: string | null, scope: ScreenScope): Promise<SharedNames> {
    if (knownAt !== null) {
      return this.#namesThen.of(knownAt, async () =>
        namesOf((await buildEdition({ location: this.store.location, knownAt, namesAlone: true })).blocks),
      );
    }
    if (!this.#blocks.has('names')) {
      // Nothing is held; asking the store says so in its own words.
      await Screener.over(this.store, { clocks: NOW, lists: scope.lists });
    }
    return namesOf(this.#blocks);
  }

  /** Keeps the edition open until the function that this gives is called. */
  hold(): () => void {
    this.#holders += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      void this.#closeIfLeft();
    };
  }

  /** Says that another edition has taken its place. */
  async replace(): Promise<void> {
    this.#replaced = true;
    await this.#closeIfLeft();
  }

  async #closeIfLeft(): Promise<void> {
    if (this.#replaced && this.#holders === 0) await this.store.close();
  }
}

function namesOf(blocks: Blocks): SharedNames {
  const [names, columns] = [blocks.get('names'), blocks.get('columns')];
  if (names === undefined || columns === undefined) throw new TypeError('an edition without names');
  return [names, columns];
}
