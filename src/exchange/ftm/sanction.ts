import { dateBounds, type Interval, overlaps, parseDate, parseSourceKey } from '../../kernel/index.ts';
import {
  describeBound,
  type Episode,
  episodeStatus,
  type Listing,
  programmesHeldOn,
} from '../../store/index.ts';
import { ftmBound } from './dates.ts';
import type { FtmEntity, FtmOptions } from './entity.ts';
import { sanctionId } from './ids.ts';
import { PropertyBag } from './property-bag.ts';
import { PROGRAMME_IDS } from './tables/programmes.ts';

/** What a `Sanction` takes over from the entity that it hangs on. */
export interface SanctionTarget {
  readonly id: string;
  readonly datasets: readonly string[];
  readonly seen: Pick<FtmEntity, 'first_seen' | 'last_seen' | 'last_change'>;
  readonly unReferences: readonly string[];
  /** Measures that the entry states (`Asset freeze`). */
  readonly measures: readonly string[];
}

/**
 * The `Sanction` entities of one listing: one for each time that the target was on the list and that had begun, or
 * may have begun, on the day asked about. An end or a beginning that only lies between two snapshots is as
 * precise as both agree, and said in words in `summary`.
 */
export function sanctionsOf(
  listing: Listing,
  target: SanctionTarget,
  { asOf, lists }: FtmOptions,
): readonly FtmEntity[] {
  return listing.episodes.flatMap((episode, index): readonly FtmEntity[] => {
    const status = episodeStatus(episode, asOf);
    if (status === 'not-yet') return [];
    const programmes = programmesOf(listing, episode, asOf);
    const ids = PROGRAMME_IDS[listing.list] ?? {};
    const bag = new PropertyBag()
      .add('entity', target.id)
      .add('authority', listing.authority.name)
      .add('country', authorityCountry(listing.authority.country))
      .add('authorityId', listing.reference)
      .add('recordId', listing.reference)
      .add('unscId', ...(listing.list === 'un-sc' ? [listing.reference] : target.unReferences))
      .add('program', ...programmes)
      .add('programId', ...(programmes.length === 0 ? [''] : programmes).map((name) => ids[name]))
      .add('provisions', ...target.measures)
      .add('status', status)
      .add('startDate', ftmBound(episode.from))
      .add('listingDate', episode.from.basis === 'stated' ? ftmBound(episode.from) : null)
      .add('endDate', episode.to === null ? null : ftmBound(episode.to))
      .add('sourceUrl', lists?.get(listing.list)?.url)
      .add('summary', ...summaryOf(listing, episode));
    return [
      {
        id: sanctionId(parseSourceKey(listing.record), index + 1),
        caption: programmes.join(', ') || listing.authority.name,
        schema: 'Sanction',
        properties: bag.values,
        datasets: target.datasets,
        referents: [],
        target: false,
        ...target.seen,
      },
    ];
  });
}

function summaryOf(listing: Listing, { from, to }: Episode): readonly string[] {
  const said = (text: string, basis: 'stated' | 'inferred') =>
    basis === 'stated' ? text : `${text} (from what the list showed; it prints no such date)`;
  return [
    ...(ftmBound(from) === null || from.basis === 'inferred'
      ? [said(`Listed: ${describeBound(from)}`, from.basis)]
      : []),
    ...(to !== null && (ftmBound(to) === null || to.basis === 'inferred')
      ? [said(`No longer listed: ${describeBound(to)}`, to.basis)]
      : []),
    ...listing.legalBasis.map((basis) => `Legal basis: ${basis}`),
    ...(listing.basis === 'record' ? ['As the starter record cites it; the list itself is not held'] : []),
  ];
}

/** The programmes of the episode that answers are those of the day asked about; of another, all that it ever had. */
function programmesOf(listing: Listing, episode: Episode, asOf: string | null): readonly string[] {
  const held = listing.effective === episode ? programmesHeldOn(listing.programmes, asOf) : [];
  if (held.length > 0) return held;
  const span = spanOf(episode);
  return [
    ...new Set(
      listing.programmes.filter((each) => overlaps(spanOf(each), span)).map(({ programme }) => programme),
    ),
  ];
}

function spanOf({ from, to }: Episode): Interval {
  return {
    from: dateBounds(parseDate(from.date)).from,
    to: to === null ? null : dateBounds(parseDate(to.date)).to,
  };
}

/** The UN and Entente itself (`ZZ`) have no country; FollowTheMoney knows `eu`. */
function authorityCountry(country: string): string | null {
  return country === 'UN' || country === 'ZZ' || country === '' ? null : country.toLowerCase();
}
