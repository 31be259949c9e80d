import type { AttributionKind, CasualtyCategory, EventStatus, EventType } from '../reading.ts';
import type { TellingOf } from './join-events.ts';
import type { Quote, Telling, ToldFigure } from './telling.ts';

/** A figure that documents give, and which. */
export interface IncidentFigure {
  readonly kind: ToldFigure['kind'];
  readonly category: CasualtyCategory;
  readonly low: number;
  readonly high: number | null;
  /** A part of another figure. */
  readonly part: boolean;
  /** Whom the documents name for it; `null` for those that say so themselves. */
  readonly sources: readonly (string | null)[];
  readonly documents: readonly string[];
  readonly at: Quote;
}

/** The bounds of all whole figures of one kind. */
export interface Toll {
  readonly low: number;
  /** `null` where the highest is open above. */
  readonly high: number | null;
}

/** Who did it according to whom, with the documents that say so. */
export interface IncidentAttribution {
  readonly kind: AttributionKind;
  readonly actor: { readonly text: string; readonly entity: string | null } | null;
  readonly speakers: readonly string[];
  readonly reporters: readonly string[];
  readonly hedges: readonly string[];
  readonly documents: readonly string[];
  readonly at: Quote;
}

/** What documents say otherwise of one event. */
export interface IncidentDifference {
  readonly about: 'date' | 'place' | 'killed' | 'injured' | 'attribution' | 'status';
  /** Whom or what it is about, for an attribution: the group. */
  readonly of: string | null;
  readonly versions: readonly {
    /** `31 dead`, `claimed`, `accused by an authority`. */
    readonly says: string;
    readonly documents: readonly string[];
    /** Printings of one story count once. */
    readonly origins: number;
  }[];
}

/** One event as several documents tell it. Says who says what, and decides nothing between them. */
export interface JoinedEvent {
  /** The key of the telling that says most; another one may lead when more documents are kept. */
  readonly id: string;
  readonly type: EventType;
  readonly subtype: string | null;
  readonly status: EventStatus;
  readonly date: string | null;
  readonly precision: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly placePrecision: Telling['placePrecision'];
  readonly killed: Toll | null;
  readonly injured: Toll | null;
  readonly figures: readonly IncidentFigure[];
  readonly attributions: readonly IncidentAttribution[];
  readonly things: readonly string[];
  readonly differences: readonly IncidentDifference[];
  /** Each document's own telling. */
  readonly tellings: readonly { readonly key: string; readonly document: string; readonly at: Quote }[];
  /** How many stories tell it, printings of one counted once. */
  readonly origins: number;
}

/** Puts the tellings of one event together, `originOf` telling which documents are printings of one story. */
export function incidentOf(group: readonly TellingOf[], originOf: (document: string) => string): JoinedEvent {
  const tellings = group.map(({ telling }) => telling);
  const lead = group[0];
  if (lead === undefined) throw new RangeError('an event that nobody tells');
  const dated = [...tellings].filter(({ date }) => date !== null).sort(byPrecision)[0];
  const placed = [...tellings].sort((a, b) => exactness(b) - exactness(a))[0];
  const figures = figuresOf(group);
  const attributions = attributionsOf(group);
  return {
    id: lead.key,
    type: lead.telling.type,
    subtype: tellings.find(({ subtype }) => subtype !== null)?.subtype ?? null,
    status: tellings.some(({ status }) => status === 'happened') ? 'happened' : lead.telling.status,
    date: dated?.date ?? null,
    precision: dated?.precision ?? null,
    place: placed?.place ?? null,
    country: placed?.country ?? tellings.find(({ country }) => country !== null)?.country ?? null,
    placePrecision: placed?.placePrecision ?? null,
    killed: tollOf(figures, 'killed'),
    injured: tollOf(figures, 'injured'),
    figures,
    attributions,
    things: [...new Set(tellings.flatMap(({ things }) => things))],
    differences: differencesOf(group, attributions, originOf),
    tellings: group.map(({ key, document, telling }) => ({ key, document, at: telling.at })),
    origins: new Set(group.map(({ document }) => originOf(document))).size,
  };
}

function byPrecision(a: Telling, b: Telling): number {
  const width = ({ from, to }: Telling) =>
    from === null || to === null ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from);
  return width(a) - width(b);
}

function exactness({ placePrecision, place }: Telling): number {
  return placePrecision === 'city' ? 3 : placePrecision === 'division' ? 2 : place === null ? 0 : 1;
}

function figuresOf(group: readonly TellingOf[]): readonly IncidentFigure[] {
  const found = new Map<string, IncidentFigure>();
  for (const { document, telling } of group) {
    for (const { kind, category, low, high, part, source, at } of telling.figures) {
      const key = [kind, category, low, high, part].join();
      const before = found.get(key);
      found.set(key, {
        kind,
        category,
        low,
        high,
        part,
        sources: distinct([...(before?.sources ?? []), source]),
        documents: distinct([...(before?.documents ?? []), document]),
        at: before?.at ?? at,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.low - b.low);
}

/** Whole figures of everybody, where there are some; else of all kinds of people. */
function tollOf(figures: readonly IncidentFigure[], kind: ToldFigure['kind']): Toll | null {
  const own = figures.filter((one) => one.kind === kind && !one.part);
  const whole = own.filter(({ category }) => category === 'people');
  const counted = whole.length > 0 ? whole : own;
  if (counted.length === 0) return null;
  const highs = counted.map(({ high }) => high);
  return {
    low: Math.min(...counted.map(({ low }) => low)),
    high: highs.some((high) => high === null) ? null : Math.max(...highs.map((high) => high ?? 0)),
  };
}

function attributionsOf(group: readonly TellingOf[]): readonly IncidentAttribution[] {
  const found = new Map<string, IncidentAttribution>();
  for (const { document, telling } of group) {
    for (const { kind, actor, speaker, reporter, hedge, at } of telling.attributions) {
      const key = `${kind}\n${actorKey(actor)}`;
      const before = found.get(key);
      found.set(key, {
        kind,
        actor: before?.actor ?? actor,
        speakers: distinct([...(before?.speakers ?? []), ...some(speaker)]),
        reporters: distinct([...(before?.reporters ?? []), ...some(reporter)]),
        hedges: distinct([...(before?.hedges ?? []), ...some(hedge)]),
        documents: distinct([...(before?.documents ?? []), document]),
        at: before?.at ?? at,
      });
    }
  }
  return [...found.values()];
}

function differencesOf(
  group: readonly TellingOf[],
  attributions: readonly IncidentAttribution[],
  originOf: (document: string) => string,
): readonly IncidentDifference[] {
  const difference = (
    about: IncidentDifference['about'],
    of: string | null,
    said: readonly (readonly [string, string])[],
  ): readonly IncidentDifference[] => {
    const bySaying = new Map<string, string[]>();
    for (const [says, document] of said) bySaying.set(says, [...(bySaying.get(says) ?? []), document]);
    if (bySaying.size < 2) return [];
    const versions = [...bySaying]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([says, documents]) => ({
        says,
        documents: distinct(documents),
        origins: new Set(documents.map(originOf)).size,
      }));
    return [{ about, of, versions }];
  };
  const each = (say: (telling: Telling) => readonly string[]) =>
    group.flatMap(({ document, telling }) => say(telling).map((says): [string, string] => [says, document]));
  const actors = new Map(attributions.map(({ actor }) => [actorKey(actor), actor?.text ?? null]));
  return [
    ...difference(
      'date',
      null,
      each(({ date }) => some(date)),
    ),
    ...difference(
      'place',
      null,
      each(({ place }) => some(place)),
    ),
    ...difference(
      'status',
      null,
      each(({ status }) => [status]),
    ),
    ...(['killed', 'injured'] as const).flatMap((kind) =>
      difference(
        kind,
        null,
        each((telling) => wholeFigures(telling, kind)),
      ),
    ),
    ...[...actors].flatMap(([key, text]) =>
      difference(
        'attribution',
        text,
        each((telling) =>
          telling.attributions
            .filter(({ actor }) => actorKey(actor) === key)
            .map(({ kind }) => kind.replaceAll('-', ' ')),
        ),
      ),
    ),
  ];
}

const WORDS = { killed: 'dead', injured: 'injured' } as const;

/** The figures of everybody that a document gives; of one kind of people alone where it gives no other. */
function wholeFigures({ figures }: Telling, kind: ToldFigure['kind']): readonly string[] {
  const own = figures.filter((one) => one.kind === kind && !one.part);
  const people = own.filter(({ category }) => category === 'people');
  return (people.length > 0 ? people : own).map(({ low, high, category }) => {
    const number = high === null ? `at least ${low}` : low === high ? `${low}` : `${low} to ${high}`;
    return `${number} ${category === 'people' ? '' : `${category} `}${WORDS[kind]}`;
  });
}

function actorKey(actor: { readonly text: string; readonly entity: string | null } | null): string {
  return actor === null ? '' : (actor.entity ?? actor.text.toLowerCase());
}

function some<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value];
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
