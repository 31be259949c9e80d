import { type Clocks, NOW, RECORD_LIST_ID } from '../kernel/index.ts';
import { captionOf, type EntityView, type Listing, type Store } from '../store/index.ts';
import {
  checkReading,
  type Gazetteer,
  type GazetteerEntry,
  gazetteer,
  type ListingFact,
  type Reading,
  readReport,
} from '../wire/index.ts';
import { programmeIdOf } from './programme-ids.ts';

/**
 * Reads a report or statement against the record: what it says, and whether what it says about lists agrees with
 * the listings that the record holds of the groups it names. `published` is the day from which "on Tuesday" is
 * counted when the text has no stamp of its own. `gazetteer` spares the making of one, which costs more than most
 * readings; it must be of the same store and known-at.
 */
export async function readDocument(
  store: Store,
  text: string,
  options: { readonly clocks?: Clocks; readonly published?: string; readonly gazetteer?: Gazetteer } = {},
): Promise<Reading> {
  const { clocks = NOW, published } = options;
  const reading = readReport(text, {
    gazetteer: options.gazetteer ?? gazetteer(await gazetteerOf(store, clocks)),
    ...(published === undefined ? {} : { publishedHint: published }),
  });
  const named = new Set(
    reading.mentions.flatMap((mention) => [mention.entity, ...mention.candidates.map((c) => c.entity)]),
  );
  const entities = [...named].filter((id): id is string => id !== null);
  const views = await store.entities(entities, { asOf: null, knownAt: clocks.knownAt });
  const facts = [...views.values()].flatMap((view) =>
    view.listings.flatMap((listing) => factsOf(view.entity, listing)),
  );
  const lists = await store.lists();
  return checkReading(reading, facts, {
    lists: lists.map((list) => ({
      id: list.id,
      country: list.authority.country,
      loaded: list.snapshots.some((snapshot) => snapshot.state === 'accepted'),
    })),
  });
}

/** The names that a reader of reports looks for: the record's groups, by every name that is not weak or foreign to prose. */
export async function gazetteerOf(store: Store, clocks: Clocks): Promise<readonly GazetteerEntry[]> {
  return (await store.profiles(clocks)).map(entryOf);
}

function entryOf(view: EntityView): GazetteerEntry {
  const names = new Map<string, GazetteerEntry['names'][number]>();
  // The starter record's own names go first: they say best how a name names.
  const records = [...view.records].sort(
    (a, b) => Number(a.list !== RECORD_LIST_ID) - Number(b.list !== RECORD_LIST_ID),
  );
  for (const record of records) {
    for (const { property, value, kind, strength, detail, seen } of record.history.statements) {
      if (property !== 'name' || seen.to !== null || names.has(value)) continue;
      const usedBy = detail?.usedBy;
      names.set(value, {
        text: value,
        kind: kind ?? 'alias',
        strength: strength ?? 'unstated',
        ...(usedBy === undefined ? {} : { usedBy }),
      });
    }
  }
  const countries = records.flatMap((record) =>
    record.list === RECORD_LIST_ID
      ? record.history.statements
          .filter((s) => s.property === 'country' && s.seen.to === null)
          .map((s) => s.value)
      : [],
  );
  return {
    entity: view.entity,
    caption: captionOf(view),
    kind: 'group',
    names: [...names.values()],
    countries: [...new Set(countries)],
  };
}

/** One fact for each programme, which may be younger than its entry, else one for each episode. */
function factsOf(entity: string, listing: Listing): readonly ListingFact[] {
  const { list, authority } = listing;
  const spans =
    listing.programmes.length > 0
      ? listing.programmes
      : listing.episodes.map((episode) => ({ ...episode, programme: null }));
  return spans.map(({ programme, from, to }) => ({
    entity,
    list,
    authority,
    reference: listing.reference ?? '',
    programmes: [programmeIdOf(list, programme)].filter((id) => id !== null),
    from: from.date,
    to: to?.date ?? null,
  }));
}
