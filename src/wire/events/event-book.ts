import type { EventStatus, EventType, Participant, When, WireEvent } from '../reading.ts';
import { type Span, spanAt } from '../span.ts';
import { isBody } from '../world/tables/countries.ts';
import type { Draft } from './draft.ts';
import { isSameEvent, type Told } from './same-event.ts';

/** An event being told, over all its tellings. */
export class OpenEvent implements Told {
  readonly type: EventType;
  subtype: string | null;
  status: EventStatus;
  when: When | null;
  relative: Draft['relative'];
  where: Told['where'];
  participants: readonly Participant[];
  programmes: readonly string[];
  thing: string | null;
  readonly drafts: Draft[];
  weapons: Draft['weapons'];
  killed: Draft['killed'];
  injured: Draft['injured'];
  /** Told for certain, or meant by somebody's claim or charge: a bare "the attack" alone is no event. */
  kept: boolean;

  constructor(draft: Draft) {
    this.type = draft.type;
    this.subtype = draft.subtype;
    this.status = draft.status;
    this.when = draft.when;
    this.relative = draft.relative;
    this.where = draft.where;
    this.participants = draft.participants;
    this.programmes = draft.programmes;
    this.thing = draft.thing;
    this.drafts = [draft];
    this.weapons = draft.weapons;
    this.killed = draft.killed;
    this.injured = draft.injured;
    this.kept = !draft.bare;
  }

  /** Takes in another telling: what is more exact wins, what was told first stays. */
  take(draft: Draft): void {
    // An attack in which hostages were taken is no abduction for that.
    if (draft.subtype !== 'abduction') this.subtype = moreExact(this.subtype, draft.subtype);
    if (finer(draft.when, this.when)) this.when = draft.when;
    this.relative ??= draft.relative;
    if (
      this.where === null ||
      (this.where.text === null && draft.where !== null) ||
      (this.where.basis !== 'text' && draft.where?.basis === 'text')
    ) {
      this.where = draft.where ?? this.where;
    }
    this.participants = joined(this.participants, draft.participants);
    this.programmes = [...new Set([...this.programmes, ...draft.programmes])].sort();
    this.thing ??= draft.thing;
    this.weapons = moreWeapons(this.weapons, draft.weapons);
    this.killed ??= draft.killed;
    this.injured ??= draft.injured;
    this.drafts.push(draft);
    if (!draft.bare) this.kept = true;
  }
}

/** Most events of one text; a text with more is no report, and the reading says that it was capped. */
export const MOST_EVENTS = 2_000;
/** How many events back a telling may mean: reports do not return to what they left long ago. */
const REACH = 120;

/** The events of a text, in the order in which they were first told. */
export class EventBook {
  readonly #events: OpenEvent[] = [];
  readonly #byDraft = new Map<Draft, OpenEvent>();
  capped = false;

  /** Adds a telling: to the latest event that it means, else as a new one. */
  add(draft: Draft): OpenEvent | null {
    const event = this.#known(draft);
    if (event !== null) {
      event.take(draft);
      this.#byDraft.set(draft, event);
      return event;
    }
    if (this.#events.length >= MOST_EVENTS) {
      this.capped = true;
      return null;
    }
    const opened = new OpenEvent(draft);
    this.#events.push(opened);
    this.#byDraft.set(draft, opened);
    return opened;
  }

  /** "The dialogue" is the one that the text began with; "the attack" is the one told last. */
  #known(draft: Draft): OpenEvent | null {
    const recent = this.#events.slice(-REACH);
    const same = (event: OpenEvent) => isSameEvent(event, draft);
    if (draft.subtype === 'abduction' && draft.definite && !draft.byNoun) return this.latest('attack');
    const found = draft.type === 'dialogue' && draft.bare ? recent.find(same) : recent.findLast(same);
    return found ?? null;
  }

  eventOf(draft: Draft): OpenEvent | null {
    return this.#byDraft.get(draft) ?? null;
  }

  /** The event of a type told last, for "the attack". */
  latest(type: EventType): OpenEvent | null {
    return this.#events.findLast((event) => event.type === type && event.status !== 'hypothetical') ?? null;
  }

  /** The event of any of some types told last. */
  latestOf(types: readonly EventType[]): OpenEvent | null {
    return (
      this.#events.findLast(({ type, status }) => types.includes(type) && status !== 'hypothetical') ?? null
    );
  }

  /** The events worth reporting, in the order of the text, with their ids. */
  finished(text: string): {
    readonly events: readonly WireEvent[];
    readonly ids: ReadonlyMap<OpenEvent, string>;
  } {
    const kept = this.#events.filter(isReported).map((event) => ({ event, spans: spansOf(event, text) }));
    kept.sort((a, b) => (a.spans.all[0]?.start ?? 0) - (b.spans.all[0]?.start ?? 0));
    const ids = new Map<OpenEvent, string>();
    const events = kept.map(({ event, spans }, index): WireEvent => {
      const id = `e${index + 1}`;
      ids.set(event, id);
      return {
        id,
        type: event.type,
        subtype: event.subtype,
        status: event.status,
        span: spans.best,
        spans: spans.all,
        when: event.when,
        where: event.where,
        participants: event.participants.map(withoutBody),
        programmes: event.programmes,
        weapons: event.weapons,
        killed: event.killed,
        injured: event.injured,
      };
    });
    return { events, ids };
  }
}

/** A body of states is a party, and no country. */
function withoutBody(one: Participant): Participant {
  return isBody(one.country)
    ? { ...one, country: null, kind: one.kind === 'state' ? 'organisation' : one.kind }
    : one;
}

/** Attacks, visits and talks that only might be are talk; list events that might be are news (SPEC.md, E6). */
function isReported(event: OpenEvent): boolean {
  if (!event.kept) return false;
  const { type, status } = event;
  if (type === 'designation' || type === 'ban' || type === 'delisting' || type === 'amendment') return true;
  if (status === 'hypothetical') return false;
  if (status === 'negated') return type === 'dialogue' || type === 'agreement' || type === 'visit';
  return true;
}

function spansOf(event: OpenEvent, text: string): { readonly best: Span; readonly all: readonly Span[] } {
  const spans = new Map<number, Span>();
  let best: Span | null = null;
  for (const draft of event.drafts) {
    const span = spanAt(text, draft.start, draft.end);
    spans.set(span.start, span);
    if (best === null || (draft.when !== null && event.when === draft.when && draft.sentence.zone === 'body'))
      best ??= span;
    for (const copy of draft.sentence.copies) {
      const shift = copy - draft.sentence.start;
      // A copy may differ in its marks; only the very same words are another place of the same telling.
      if (text.slice(span.start + shift, span.end + shift) === span.quote) {
        spans.set(span.start + shift, spanAt(text, span.start + shift, span.end + shift));
      }
    }
  }
  const all = [...spans.values()].sort((a, b) => a.start - b.start);
  const first = best ?? all[0];
  if (first === undefined) throw new RangeError('an event with no telling');
  return { best: first, all };
}

const RANK: Readonly<Record<string, number>> = { instant: 5, day: 4, range: 3, month: 2, year: 1 };

function finer(candidate: When | null, held: When | null): boolean {
  if (candidate === null) return false;
  if (held === null || held.value === null) return true;
  return (RANK[candidate.precision ?? ''] ?? 0) > (RANK[held.precision ?? ''] ?? 0);
}

/** Each kind of weapon once, where it is told first. */
function moreWeapons(held: Draft['weapons'], more: Draft['weapons']): Draft['weapons'] {
  return [...held, ...more.filter(({ kind }) => !held.some((other) => other.kind === kind))];
}

function moreExact(held: string | null, next: string | null): string | null {
  if (held === null) return next;
  if (held === 'bombing' && next === 'suicide-bombing') return next;
  return held;
}

function joined(held: readonly Participant[], more: readonly Participant[]): readonly Participant[] {
  const key = (one: Participant) =>
    `${one.role} ${one.kind === 'person' && one.role === 'co-chair' ? one.text : (one.entity ?? one.country ?? one.text.toLowerCase())}`;
  const seen = new Set(held.map(key));
  return [...held, ...more.filter((one) => !seen.has(key(one)) && seen.add(key(one)))];
}
