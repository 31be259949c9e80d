import { createHash } from 'node:crypto';
import type { Attribution, Casualty, Party, Reading, WireEvent } from '../reading.ts';
import type { Span } from '../span.ts';

/** The kinds of item that a reading has and a person can decide on. */
export const ITEM_KINDS = [
  'mention',
  'event',
  'casualty',
  'attribution',
  'allegation',
  'commitment',
  'position',
  'wording',
  'check',
] as const;

/** See {@link ITEM_KINDS}. */
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One thing that a reading says, with a key that a later reading gives it again. */
export interface ReadingItem {
  /** `kind:start-end:digest`, the digest of what it says of the words there. */
  readonly key: string;
  readonly kind: ItemKind;
  readonly span: Span;
  /** The item as it stands in the reading. */
  readonly value: object;
}

/**
 * Every item of a reading, by its place in the text. Keys hold nothing that a reading numbers: an event is told by
 * where it is told and what it is, so that the same words read the same way have the same key in every reading.
 */
export function itemsOf(reading: Reading): readonly ReadingItem[] {
  const events = new Map(reading.events.map((event) => [event.id, eventSays(event)]));
  const of = (id: string | null) => (id === null ? null : (events.get(id) ?? null));
  const items = [
    ...reading.mentions.map((one) => item('mention', one, [one.kind, one.entity, one.country, one.role])),
    ...reading.events.map((one) => item('event', one, eventSays(one))),
    ...reading.casualties.map((one) => item('casualty', one, casualtySays(one, of(one.event)))),
    ...reading.attributions.map((one) => item('attribution', one, attributionSays(one, of(one.event)))),
    ...reading.allegations.map((one) =>
      item('allegation', one, [who(one.accuser), who(one.accused), who(one.of), one.act]),
    ),
    ...reading.commitments.map((one) =>
      item('commitment', one, [
        one.parties,
        one.speechAct,
        one.topic,
        one.measurable,
        one.due?.value ?? null,
      ]),
    ),
    ...reading.positions.map((one) => item('position', one, [one.parties, one.speechAct, one.about])),
    ...reading.wordings.map((one) => item('wording', one, [who(one.group), one.authority, one.programmes])),
    ...reading.checks.map((one) => item('check', one, [one.claim, one.verdict])),
  ];
  return numbered(items).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function item(kind: ItemKind, value: object & { readonly span: Span }, says: unknown): ReadingItem {
  return { key: keyOf(kind, value.span, says), kind, span: value.span, value };
}

/** The key of an item: what it is, where it stands, and a digest of what it says. */
export function keyOf(kind: ItemKind, { start, end }: Span, says: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(says)).digest('hex').slice(0, 10);
  return `${kind}:${start}-${end}:${digest}`;
}

/** Two items that say the same of the same words are told apart by their order. */
function numbered(items: readonly ReadingItem[]): ReadingItem[] {
  const seen = new Map<string, number>();
  return items.map((one) => {
    const before = seen.get(one.key) ?? 0;
    seen.set(one.key, before + 1);
    return before === 0 ? one : { ...one, key: `${one.key}.${before + 1}` };
  });
}

function eventSays(event: WireEvent): unknown {
  return [
    event.type,
    event.subtype,
    event.status,
    event.when?.value ?? null,
    event.where?.text ?? event.where?.country ?? null,
    event.programmes,
    event.participants.map((one) => [one.role, who(one)]),
  ];
}

function casualtySays(one: Casualty, event: unknown): unknown {
  return [one.kind, one.category, one.low, one.high, who(one.source), event];
}

function attributionSays(one: Attribution, event: unknown): unknown {
  return [one.kind, who(one.actor), who(one.speaker), event];
}

/** Somebody, as far as it is the same in every reading: the entity where the record has one, else the words. */
function who(party: Party | null): string | null {
  return party === null ? null : (party.entity ?? party.text);
}
