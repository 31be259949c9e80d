import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type {
  Attribution,
  AttributionKind,
  Casualty,
  CasualtyCategory,
  EventStatus,
  EventType,
  Participant,
  Reading,
  WireEvent,
} from '../reading.ts';
import type { Span } from '../span.ts';

/** A place in a document's text, as it is kept. */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** A figure of dead or hurt, and who says so. */
export interface ToldFigure {
  readonly kind: 'killed' | 'injured';
  readonly category: CasualtyCategory;
  readonly low: number;
  readonly high: number | null;
  /** `null` when the report says so itself. */
  readonly source: string | null;
  /** A part of another figure. */
  readonly part: boolean;
  readonly at: Quote;
}

/** Who did it, as a document has it. */
export interface ToldAttribution {
  readonly kind: AttributionKind;
  readonly actor: { readonly text: string; readonly entity: string | null } | null;
  readonly speaker: string | null;
  readonly reporter: string | null;
  readonly hedge: string | null;
  readonly at: Quote;
}

/** What one document tells of one event: what is compared with other documents'. Plain JSON. */
export interface Telling {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly status: EventStatus;
  readonly date: string | null;
  readonly precision: string | null;
  /** The first and the last day that it may have been on. */
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly placePrecision: 'country' | 'division' | 'city' | null;
  /** What was struck, or whom it was about, in folded words. */
  readonly things: readonly string[];
  /** Country codes and entities of those who met, visited, agreed or listed. */
  readonly sides: readonly string[];
  readonly programmes: readonly string[];
  readonly figures: readonly ToldFigure[];
  readonly attributions: readonly ToldAttribution[];
  readonly at: Quote;
}

/** What a reading tells of one of its events. */
export function tellingOf(reading: Reading, event: WireEvent): Telling {
  const date = event.when?.value ?? null;
  const parsed = date === null ? null : tryParseDate(date);
  const bounds = parsed === null ? null : dateBounds(parsed);
  const figures = reading.casualties.filter((one) => one.event === event.id);
  return {
    type: event.type,
    subtype: event.subtype,
    status: event.status,
    date,
    precision: event.when?.precision ?? null,
    from: bounds?.from?.slice(0, 10) ?? null,
    to: lastDay(bounds?.to ?? null),
    place: event.where?.text ?? null,
    country: event.where?.country ?? null,
    placePrecision: event.where?.precision ?? null,
    things: event.participants.filter(isThing).map(({ text }) => folded(text)),
    sides: event.participants
      .filter(isSide)
      .map(({ country, entity, text }) => country ?? entity ?? folded(text)),
    programmes: event.programmes,
    figures: figures.length > 0 ? standing(figures).map(figureOf) : ownFigures(event),
    attributions: reading.attributions.filter((one) => one.event === event.id).map(attributionOf),
    at: quoteOf(event.span),
  };
}

function isThing({ role, kind }: Participant): boolean {
  return (role === 'target' || role === 'alias' || role === 'defendant') && kind !== 'people';
}

function isSide({ role }: Participant): boolean {
  return ['authority', 'participant', 'co-chair', 'visitor', 'host', 'giver', 'receiver', 'court'].includes(
    role,
  );
}

/** A figure that the text itself replaces by a later one is history; the newest of each kind and voice stands. */
function standing(figures: readonly Casualty[]): readonly Casualty[] {
  const replaced = new Set<Casualty>();
  for (const one of figures) {
    if (!one.update) continue;
    for (const other of figures) {
      if (other.update && other !== one && other.kind === one.kind && other.category === one.category)
        if (other.low < one.low) replaced.add(other);
    }
  }
  return figures.filter((one) => !replaced.has(one));
}

function figureOf({ kind, category, low, high, source, part, span }: Casualty): ToldFigure {
  return { kind, category, low, high, source: source?.text ?? null, part, at: quoteOf(span) };
}

function ownFigures({ killed, injured }: WireEvent): readonly ToldFigure[] {
  const figure = (kind: ToldFigure['kind'], count: WireEvent['killed']): readonly ToldFigure[] =>
    count === null
      ? []
      : [
          {
            kind,
            category: 'people',
            low: count.low,
            high: count.high,
            source: null,
            part: false,
            at: quoteOf(count.span),
          },
        ];
  return [...figure('killed', killed), ...figure('injured', injured)];
}

function attributionOf({ kind, actor, speaker, reporter, hedge, span }: Attribution): ToldAttribution {
  return {
    kind,
    actor: actor === null ? null : { text: actor.text, entity: actor.entity },
    speaker: speaker?.text ?? null,
    reporter,
    hedge,
    at: quoteOf(span),
  };
}

function quoteOf({ quote, start, end }: Span): Quote {
  return { quote, start, end };
}

/** Bounds end before their `to`, which is the day after the last. */
function lastDay(to: string | null): string | null {
  if (to === null) return null;
  return new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:the|a|an) /, '')
    .trim();
}
