import { dateBounds, dayAfter, parseDate, RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import { type Bound, captionOf, type EntityView, type Listing, programmesHeldOn } from '../store/index.ts';

/** One authority's place for a group, on the day asked about. */
export interface ListingLine {
  readonly list: string;
  readonly authority: string;
  readonly reference: string | null;
  readonly status: 'listed' | 'unclear';
  /** EDTF, as precise as it is known; `inferred` when it follows from two snapshots. */
  readonly since: string;
  readonly basis: Bound['basis'];
  readonly programmes: readonly string[];
  /** The name as that list prints it. */
  readonly name: string | null;
  /** Whether the list itself is held, or only the starter record says so. */
  readonly from: Listing['basis'];
  readonly sources: readonly string[];
}

/** Where one side stands to a group. */
export interface SideView {
  readonly listed: 'listed' | 'unclear' | 'not-listed';
  /** Since when first, without a break. */
  readonly since: string | null;
  readonly lines: readonly ListingLine[];
  /** The names that its lists print, each once. */
  readonly names: readonly string[];
  /** What the side calls it, in words that others do not use. */
  readonly labels: readonly string[];
}

/** A group as the two sides and the United Nations list it. */
export interface GroupDifference {
  readonly entity: string;
  readonly caption: string;
  /** Where it is active, as the starter record has it. */
  readonly countries: readonly string[];
  readonly sides: Readonly<Record<string, SideView>>;
  /** `both`: both list it; a code: only that side; `UN`: neither, and the United Nations do. */
  readonly listedBy: string;
  /** Of what both list: who was first, where the dates tell. */
  readonly first: string | null;
}

/** Code of the United Nations among authorities' countries. */
const UN = 'UN';

/**
 * Which groups the one side lists and the other does not, on the day of the views, and of those that both list, who
 * was first and since when. Those on which the two differ come first. Groups that neither side nor the United Nations
 * list are left out.
 */
export function listingDifferences(
  views: readonly EntityView[],
  [a, b]: readonly [string, string],
  asOf: TimePoint | null,
): readonly GroupDifference[] {
  const rows = views.flatMap((view): readonly GroupDifference[] => {
    const sides = Object.fromEntries([a, b, UN].map((code) => [code, sideOf(view, code, asOf)]));
    const has = (code: string) => sides[code]?.listed !== 'not-listed';
    if (!has(a) && !has(b) && !has(UN)) return [];
    const listedBy = has(a) && has(b) ? 'both' : has(a) ? a : has(b) ? b : UN;
    return [
      {
        entity: view.entity,
        caption: captionOf(view),
        countries: countriesOf(view),
        sides,
        listedBy,
        first: listedBy === 'both' ? firstOf(sides, a, b) : null,
      },
    ];
  });
  const order = [a, b, UN, 'both'];
  return rows.sort(
    (x, y) =>
      order.indexOf(x.listedBy) - order.indexOf(y.listedBy) || x.caption.localeCompare(y.caption, 'en'),
  );
}

function countriesOf({ records }: EntityView): readonly string[] {
  const found = records
    .filter(({ list }) => list === RECORD_LIST_ID)
    .flatMap(({ history }) =>
      history.statements.filter(({ property, seen }) => property === 'country' && seen.to === null),
    );
  return [...new Set(found.map(({ value }) => value))];
}

function labelsOf({ records }: EntityView, country: string): readonly string[] {
  const found = records.flatMap(({ history }) =>
    history.statements.filter(
      ({ property, kind, detail, seen }) =>
        property === 'name' &&
        kind === 'label' &&
        seen.to === null &&
        (detail?.usedBy ?? '').split(/[\s,]+/).includes(country),
    ),
  );
  return [...new Set(found.map(({ value }) => value))];
}

function sideOf(view: EntityView, country: string, asOf: TimePoint | null): SideView {
  const lines = view.listings
    .filter(
      ({ authority, status }) =>
        authority.country === country && (status === 'listed' || status === 'unclear'),
    )
    .flatMap((listing): readonly ListingLine[] => {
      const { effective } = listing;
      if (effective === null) return [];
      return [
        {
          list: listing.list,
          authority: listing.authority.name,
          reference: listing.reference,
          status: listing.status === 'listed' ? 'listed' : 'unclear',
          since: effective.from.date,
          basis: effective.from.basis,
          programmes: programmesHeldOn(listing.programmes, asOf),
          name: listing.printedName,
          from: listing.basis,
          sources: listing.sources,
        },
      ];
    })
    .sort((x, y) => compare(startOf(x.since) ?? LAST, startOf(y.since) ?? LAST));
  return {
    listed: lines.some(({ status }) => status === 'listed')
      ? 'listed'
      : lines.length > 0
        ? 'unclear'
        : 'not-listed',
    since: lines[0]?.since ?? null,
    lines,
    names: [...new Set(lines.flatMap(({ name }) => name ?? []))],
    labels: labelsOf(view, country),
  };
}

/** The first moment that a beginning may mean; `null` where it is open. */
function startOf(date: string): string | null {
  return dateBounds(parseDate(date)).from;
}

/** Sorts behind every date: a beginning that nobody knows. */
const LAST = '9999-99';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Who was first, where every listing of both sides has a beginning that tells. */
function firstOf(sides: Readonly<Record<string, SideView>>, a: string, b: string): string | null {
  const [x, y] = [a, b].map((code) => earliestOf(sides[code]));
  if (x == null || y == null) return null;
  if (x.to <= y.from) return a;
  return y.to <= x.from ? b : null;
}

/** Between which days a side's first listing began; `null` where one of its listings has no beginning. */
function earliestOf(side: SideView | undefined): { readonly from: string; readonly to: string } | null {
  let earliest: { from: string; to: string } | null = null;
  for (const { since } of side?.lines ?? []) {
    const { from, to } = dateBounds(parseDate(since));
    if (from === null || to === null) return null;
    if (earliest === null || to < earliest.to) earliest = { from, to };
  }
  return earliest;
}

/** Something that changed on a list, by its date in law. */
export interface ListingChange {
  readonly date: string;
  readonly basis: Bound['basis'];
  readonly country: string;
  readonly list: string;
  readonly authority: string;
  readonly reference: string | null;
  readonly entity: string;
  readonly caption: string;
  readonly what: 'listed' | 'no-longer-listed' | 'programme-added' | 'programme-removed';
  readonly programme: string | null;
  readonly name: string | null;
}

/**
 * What changed on the lists of some countries after one day and up to another, by the day that it took effect. A change
 * that only lies between two snapshots counts when both bounds are in the time asked about.
 */
export function listingChanges(
  views: readonly EntityView[],
  countries: readonly string[],
  after: TimePoint,
  until: TimePoint,
): readonly ListingChange[] {
  const found: ListingChange[] = [];
  for (const view of views) {
    const caption = captionOf(view);
    for (const listing of view.listings) {
      if (!countries.includes(listing.authority.country)) continue;
      const add = (bound: Bound, what: ListingChange['what'], programme: string | null) => {
        if (!within(bound, after, until)) return;
        found.push({
          date: bound.date,
          basis: bound.basis,
          country: listing.authority.country,
          list: listing.list,
          authority: listing.authority.name,
          reference: listing.reference,
          entity: view.entity,
          caption,
          what,
          programme,
          name: listing.printedName,
        });
      };
      const starts = new Set(listing.episodes.map(({ from }) => from.date));
      const ends = new Set(listing.episodes.flatMap(({ to }) => to?.date ?? []));
      for (const { from, to } of listing.episodes) {
        const [programme] = programmesHeldOn(
          listing.programmes.filter((one) => one.from.date === from.date),
          null,
        );
        add(from, 'listed', programme ?? null);
        if (to !== null) add(to, 'no-longer-listed', null);
      }
      for (const { programme, from, to } of listing.programmes) {
        if (!starts.has(from.date)) add(from, 'programme-added', programme);
        if (to !== null && !ends.has(to.date)) add(to, 'programme-removed', programme);
      }
    }
  }
  return found.sort(
    (a, b) =>
      compare(startOf(a.date) ?? LAST, startOf(b.date) ?? LAST) || a.caption.localeCompare(b.caption, 'en'),
  );
}

function within(bound: Bound, after: TimePoint, until: TimePoint): boolean {
  const { from, to } = dateBounds(parseDate(bound.date));
  if (from === null || to === null) return false;
  return (
    from.slice(0, 10) > after.slice(0, 10) &&
    from.slice(0, 10) <= until.slice(0, 10) &&
    (bound.basis === 'stated' || to.slice(0, 10) <= dayAfter(until))
  );
}
