import type { ListState } from '../../store/index.ts';
import { Collection } from './collection.ts';
import { DEFAULT_DATASET, datasetName, isFtmList } from './datasets.ts';

/** A dataset as it is served: which collection it lies in, and which of that is of it. */
export interface ServedDataset {
  readonly name: string;
  readonly title: string;
  readonly collection: Collection;
  /** The datasets that its entities are of; `null`: all of the collection. */
  readonly within: ReadonlySet<string> | null;
  readonly children: readonly string[];
  /** `YYYYMMDDhhmmss-abc`, in the order of time. */
  readonly version: string;
  /** When its newest snapshot was observed, 19 characters; `null` for none. */
  readonly updated: string | null;
  readonly publisher: { readonly name: string; readonly url: string; readonly country: string | null } | null;
}

/** The datasets that lie in blocks: the whole record, each list of it, and each FollowTheMoney dataset. */
export function servedDatasets(
  blocks: ReadonlyMap<string, SharedArrayBuffer>,
  lists: readonly ListState[],
): ReadonlyMap<string, ServedDataset> {
  const collections = new Map<string, Collection>();
  for (const [key, names] of blocks) {
    const name = /^(.+)\/names$/.exec(key)?.[1];
    const columns = name === undefined ? undefined : blocks.get(`${name}/columns`);
    if (name !== undefined && columns !== undefined) collections.set(name, Collection.of({ names, columns }));
  }
  const served = new Map<string, ServedDataset>();
  const held = lists.filter(({ snapshots }) => snapshots.some(({ state }) => state === 'accepted'));
  const own = held.filter(({ id }) => !isFtmList(id));
  const record = collections.get(DEFAULT_DATASET);
  if (record !== undefined) {
    const newest = own.map(newestOf).sort().at(-1) ?? null;
    served.set(DEFAULT_DATASET, {
      name: DEFAULT_DATASET,
      title: 'The record: all lists held',
      collection: record,
      within: null,
      children: own.map(({ id }) => datasetName(id)),
      version: versionOf(newest, own),
      updated: stampOf(newest),
      publisher: null,
    });
  }
  for (const list of [...own, ...held.filter(({ id }) => isFtmList(id))]) {
    const name = datasetName(list.id);
    const ftm = isFtmList(list.id);
    const collection = ftm ? collections.get(name) : record;
    if (collection === undefined) continue;
    served.set(name, {
      name,
      title: list.title,
      collection,
      within: ftm ? null : new Set([name]),
      children: [],
      version: versionOf(newestOf(list), [list]),
      updated: stampOf(newestOf(list)),
      publisher: ftm
        ? null
        : { name: list.authority.name, url: list.url, country: list.authority.country.toLowerCase() },
    });
  }
  const [only, ...others] = [...served.values()];
  // A store that holds one foreign dataset and nothing else answers for "default" with it.
  if (record === undefined && only !== undefined && others.length === 0)
    served.set(DEFAULT_DATASET, { ...only, name: DEFAULT_DATASET, children: [only.name] });
  return served;
}

function newestOf({ snapshots }: ListState): string {
  return snapshots.filter(({ state }) => state === 'accepted').at(-1)?.observed ?? '';
}

function stampOf(observed: string | null): string | null {
  if (observed === null || observed === '') return null;
  return observed.length === 10 ? `${observed}T00:00:00` : observed.slice(0, 19);
}

/** Two states of the same lists have two versions: the moment, then three letters of what is held. */
function versionOf(observed: string | null, lists: readonly ListState[]): string {
  const digits = (stampOf(observed) ?? '0001-01-01T00:00:00').replace(/\D/g, '').padEnd(14, '0');
  let hash = 7;
  for (const { id, snapshots } of lists) {
    for (const char of `${id} ${snapshots.length} ${snapshots.at(-1)?.loadedAt ?? ''}`)
      hash = (hash * 31 + char.charCodeAt(0)) % 17_576;
  }
  const letters = [hash % 26, Math.floor(hash / 26) % 26, Math.floor(hash / 676) % 26];
  return `${digits}-${letters.map((n) => String.fromCharCode(97 + n)).join('')}`;
}
