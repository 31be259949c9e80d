import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import { isAuthority } from '../events/parties.ts';
import type { Attribution, Reading, WireEvent } from '../reading.ts';
import { normalString } from './ceaf.ts';
import type { MucConfidence } from './muc-key.ts';

/** A reading in the terms of MUC-4. */
export interface MucAnswer {
  readonly relevant: boolean;
  readonly types: ReadonlySet<string>;
  /** Each organisation that is tied to an incident, by the one string that names it best in the text. */
  readonly organisations: readonly (readonly string[])[];
  readonly days: readonly string[];
  readonly countries: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  bombing: 'BOMBING',
  'suicide-bombing': 'BOMBING',
  grenade: 'BOMBING',
  abduction: 'KIDNAPPING',
  arson: 'ARSON',
  robbery: 'ROBBERY',
};

/** How long ago an incident may be and still be new (MUC-4, relevance: two months). */
const NEWEST_DAYS = 62;

/**
 * Incidents as MUC-4 counts them: accomplished, attempted (foiled) and threatened attacks, of the last two months
 * where they are dated, and not on the military alone by guerrillas.
 */
function incidents(reading: Reading): readonly WireEvent[] {
  const today = reading.document.reference?.value ?? null;
  return reading.events.filter((event) => {
    const { type, status, when } = event;
    if (type !== 'attack' || (status !== 'happened' && status !== 'foiled' && status !== 'threatened'))
      return false;
    if (today !== null && when?.value != null && isOld(when.value, today)) return false;
    return !isOnMilitary(event);
  });
}

/**
 * How much of an incident the text tells: MUC-4 leaves out what is only mentioned. Chosen on DEV among 0 to 4.
 */
const FEWEST_DETAILS = 2;

function details(event: WireEvent, reading: Reading): number {
  const { when, where, participants, weapons, spans, subtype, span } = event;
  const told = [
    when?.value != null && when.how !== 'inherited',
    where !== null && where.text !== null,
    participants.some(({ role }) => role === 'target' || role === 'victim'),
    weapons.length > 0,
    spans.length > 1,
    span.start < 0.4 * reading.document.text.length,
    subtype !== null,
  ].filter(Boolean).length;
  return subtype !== null && OF_WAR.has(subtype) ? told - 3 : told;
}

/** Kinds of attack that armies and guerrillas make on each other. */
const OF_WAR = new Set(['ambush', 'shelling', 'air-strike', 'rocket']);

function isOld(value: string, today: string): boolean {
  const date = tryParseDate(value);
  const last = date === null ? null : dateBounds(date).to;
  return last !== null && Date.parse(today) - Date.parse(last) > NEWEST_DAYS * 86_400_000;
}

/** All that was struck is an army's: guerrilla war, which MUC-4 leaves out. */
function isOnMilitary({ participants }: WireEvent): boolean {
  const struck = participants.filter(({ role }) => role === 'target' || role === 'victim');
  return struck.length > 0 && struck.every(({ is, text }) => is === 'military' || MILITARY.test(text));
}

const MILITARY =
  /\b(?:soldiers?|troops?|battalions?|brigades?|army|military|garrisons?|barracks|regiment|air force|armed forces|national guard|positions?|civil defense)\b/i;

/** Puts a reading into the terms of the MUC-4 key. */
export function mucAnswer(reading: Reading): MucAnswer {
  const events = incidents(reading).filter((event) => details(event, reading) >= FEWEST_DETAILS);
  const ids = new Set(events.map(({ id }) => id));
  const blamed = reading.attributions.filter(
    ({ event, actor, kind }) => actor !== null && ids.has(event) && kind !== 'denied' && kind !== 'acquitted',
  );
  const byEntity = new Map<string, string>();
  for (const { actor } of blamed) {
    if (actor === null || (actor.kind !== 'group' && actor.kind !== 'organ' && !FORCES.test(actor.text)))
      continue;
    const key = actor.entity ?? normalString(actor.text);
    byEntity.set(key, byEntity.get(key) ?? bestString(reading, actor.entity, actor.text));
  }
  if (byEntity.size === 0 && events.length > 0)
    for (const [entity, text] of onlyGroup(reading)) byEntity.set(entity, text);
  return {
    relevant: events.length > 0,
    types: new Set(events.map(({ subtype }) => TYPES[subtype ?? ''] ?? 'ATTACK')),
    organisations: [...byEntity.values()].map((text) => [text]),
    days: events.flatMap(({ when }) =>
      when?.precision === 'day' && when.value !== null ? [when.value] : [],
    ),
    countries: [...new Set(events.flatMap(({ where }) => where?.country ?? []))],
  };
}

const FORCES =
  /\b(?:army|armed forces|air force|military|government|police|battalion|troops|soldiers|squads?)$/i;

/**
 * The one armed group that a text about an incident names, where it ties nobody to the incident: the key's
 * "possible". Of several none.
 */
function onlyGroup(reading: Reading): readonly (readonly [string, string])[] {
  const entities = new Set(
    reading.mentions.flatMap(({ kind, entity }) => (kind === 'group' && entity !== null ? [entity] : [])),
  );
  const [only] = entities;
  return only === undefined || entities.size > 1 ? [] : [[only, bestString(reading, only, '')]];
}

/** The string of the text that names an entity most often; of two as frequent, the longer. */
function bestString(reading: Reading, entity: string | null, text: string): string {
  if (entity === null) return text;
  const counts = new Map<string, number>();
  for (const mention of reading.mentions) {
    if (mention.entity !== entity || mention.flags.includes('coreference')) continue;
    const word = mention.span.quote.replace(/\s+/g, ' ');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best?.[0] ?? text;
}

/** How strong each kind of attribution is in the tree of slot 11; the first that holds is the label. */
const ORDER: readonly (readonly [test: (one: Attribution) => boolean, label: MucConfidence])[] = [
  [({ kind }) => kind === 'acquitted', 'ACQUITTED'],
  [({ kind }) => kind === 'claimed', 'CLAIMED OR ADMITTED'],
  [({ kind }) => kind === 'reported-as-fact', 'REPORTED AS FACT'],
  [
    ({ kind, speaker }) =>
      kind === 'accused-by-authority' ||
      (kind === 'suspected' && speaker !== null && isAuthority(speaker, null)),
    'SUSPECTED OR ACCUSED BY AUTHORITIES',
  ],
  [({ kind }) => kind === 'suspected' || kind === 'accused-by-other', 'SUSPECTED OR ACCUSED'],
];

/**
 * The label of an organisation that the key says is tied to an incident; `null` when the reading ties it to
 * none, which the caller decides upon.
 */
export function mucConfidence(reading: Reading, names: readonly string[]): MucConfidence | null {
  const wanted = new Set(names.map(normalString));
  const entities = new Set(
    reading.mentions
      .filter(({ span, entity }) => entity !== null && wanted.has(normalString(span.quote)))
      .map(({ entity }) => entity),
  );
  const ours = reading.attributions.filter(
    ({ actor }) =>
      actor !== null && (actor.entity === null ? isNamed(actor.text, wanted) : entities.has(actor.entity)),
  );
  for (const [holds, label] of ORDER) if (ours.some(holds)) return label;
  return null;
}

/** Whether words that name nobody of the record are a name of the key, or hold one: "members of the army". */
function isNamed(text: string, wanted: ReadonlySet<string>): boolean {
  const words = ` ${normalString(text)} `;
  return [...wanted].some(
    (name) => words.includes(` ${name} `) || (isLong(words) && name.includes(words.trim())),
  );
}

const isLong = (words: string): boolean => words.trim().includes(' ');
