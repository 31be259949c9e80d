import { type Clocks, NOW } from '../kernel/index.ts';
import type { Listing, Store } from '../store/index.ts';
import { checkReading, type Gazetteer, type ListingFact, type Reading, readReport } from '../wire/index.ts';
import { cachedGazetteer } from './cached-gazetteer.ts';
import { programmeIdOf } from './programme-ids.ts';

export { gazetteerOf } from './gazetteer-entries.ts';

/**
 * Reads a report or statement against the record: what it says, and whether what it says about lists agrees with
 * the listings that the record holds of the groups it names. `published` is the day from which "on Tuesday" is
 * counted when the text has no stamp of its own. `gazetteer` is one of the same store and known-at that is at hand; left
 * out, one is made and held for as long as the record does not change.
 */
export async function readDocument(
  store: Store,
  text: string,
  options: { readonly clocks?: Clocks; readonly published?: string; readonly gazetteer?: Gazetteer } = {},
): Promise<Reading> {
  const { clocks = NOW, published } = options;
  const reading = readReport(text, {
    gazetteer: options.gazetteer ?? (await cachedGazetteer(store, clocks)),
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
