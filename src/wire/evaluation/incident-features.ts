import { dateBounds, tryParseDate } from '../../kernel/index.ts';
import type { Attribution, Participant, Reading, WireEvent } from '../reading.ts';

/** The incident types of MUC-4 that the reader's sub-types stand for; every other attack is an ATTACK. */
const TYPES: Readonly<Record<string, string>> = {
  bombing: 'BOMBING',
  'suicide-bombing': 'BOMBING',
  grenade: 'BOMBING',
  abduction: 'KIDNAPPING',
  hijacking: 'HIJACKING',
  arson: 'ARSON',
  robbery: 'ROBBERY',
};

/** The type that MUC-4 gives an attack. */
export function mucType({ subtype }: WireEvent): string {
  return TYPES[subtype ?? ''] ?? 'ATTACK';
}

/** The states whose incidents MUC-4 asks for (Sundheim, "Overview of MUC-4", 1992). */
const ASKED: ReadonlySet<string> = new Set('AR BO CL CO EC SV GT HN PE'.split(' '));

/** How long ago an incident may be and still be new (MUC-4, relevance: two months). */
const NEWEST_DAYS = 62;

const MILITARY =
  /\b(?:soldiers?|troops?|battalions?|brigades?|army|military|garrisons?|barracks|regiment|air force|armed forces|national guard|positions?|civil defense)\b/i;

/** Whether a participant is of an army: guerrilla war, which MUC-4 leaves out. */
export function isMilitary({ is, text }: Participant): boolean {
  return is === 'military' || MILITARY.test(text);
}

/** How long before the day of writing an event was: `new`, `old`, or `undated`. */
export function ageOf(event: WireEvent, today: string | null): 'new' | 'old' | 'undated' {
  const date = event.when?.value == null ? null : tryParseDate(event.when.value);
  const last = date === null ? null : dateBounds(date).to;
  if (last === null || today === null) return 'undated';
  return Date.parse(today) - Date.parse(last) > NEWEST_DAYS * 86_400_000 ? 'old' : 'new';
}

/**
 * The attacks of a reading that MUC-4 may count: not older than two months, not on an army alone.
 */
export function incidentsOf({ events, document }: Reading): readonly WireEvent[] {
  const today = document.reference?.value ?? null;
  return events.filter((event) => {
    if (event.type !== 'attack' || ageOf(event, today) === 'old') return false;
    const struck = event.participants.filter(({ role }) => role === 'target' || role === 'victim');
    return struck.length === 0 || !struck.every(isMilitary);
  });
}

/**
 * What a reading tells of an attack, as the words of a weight table: how much is told, whom it struck, how old it
 * is, where in the text it stands, who is said to have done it. Nothing of the text's own words.
 */
export function incidentFeatures(event: WireEvent, reading: Reading): readonly string[] {
  const { document, attributions } = reading;
  const today = document.reference?.value ?? null;
  const struck = event.participants.filter(({ role }) => role === 'target' || role === 'victim');
  const out = [
    `status:${event.status}`,
    `type:${mucType(event)}`,
    `kind:${event.subtype ?? '-'}`,
    `age:${ageOf(event, today)}`,
    `date:${event.when?.precision ?? '-'}:${event.when?.how ?? '-'}`,
    `place:${event.where?.text == null ? '-' : event.where.precision}`,
    `asked:${whereAsked(event)}`,
    `tellings:${Math.min(4, event.spans.length)}`,
    `stands:${standing(event.span.start, document.text.length)}`,
    `struck:${Math.min(3, struck.length)}`,
  ];
  if (struck.length > 0 && struck.every(isMilitary)) out.push('struck:military-only');
  for (const is of new Set(struck.map((one) => (isMilitary(one) ? 'military' : (one.is ?? 'other')))))
    out.push(`struck:${is}`);
  if (struck.some(({ kind }) => kind === 'person')) out.push('struck:person');
  if (
    struck.some(({ text }) => /\d|^(?:two|three|four|five|six|seven|eight|nine|ten|a|an|one)\b/i.test(text))
  )
    out.push('struck:counted');
  if (struck.some(({ text }) => isNamed(text))) out.push('struck:named');
  if (struck.length > 0 && struck.every(({ text }) => isBarePlural(text))) out.push('struck:bare-plural');
  for (const { kind, text } of event.participants.filter(({ role }) => role === 'actor'))
    out.push(`actor:${kind}`, `actor:${FORCES.test(text) ? 'force' : 'other'}`);
  if (event.weapons.length > 0) out.push('weapon');
  if (event.killed !== null) out.push('killed');
  if (event.injured !== null) out.push('injured');
  const noun = /^(?:the|this|that|these|those)\b/i.exec(event.span.quote) !== null;
  if (noun) out.push('noun:definite');
  if (/s$/i.test(event.span.quote) && event.spans.length === 1) out.push('noun:plural');
  const first = struck[0];
  const whom = first === undefined ? '-' : isMilitary(first) ? 'military' : (first.is ?? 'other');
  out.push(`kind+whom:${event.subtype ?? '-'}+${whom}`);
  out.push(`age+stands:${ageOf(event, today)}+${standing(event.span.start, document.text.length)}`);
  out.push(`noun+tellings:${noun ? 'the' : '-'}+${Math.min(3, event.spans.length)}`);
  for (const kind of new Set(ofEvent(attributions, event).map((one) => one.kind))) out.push(`said:${kind}`);
  return out;
}

/** Whether it happened in a state that is asked for, and what says so. */
function whereAsked({ where }: WireEvent): string {
  if (where?.country == null) return '-';
  return `${ASKED.has(where.country) ? 'yes' : 'no'}+${where.basis}`;
}

/** Two words or more with no article or number before them: "WILMER VARGAS", no "JOURNALISTS". */
function isNamed(text: string): boolean {
  return (
    /^(?!(?:a|an|the|some|many|several|all|his|her|their|two|three|four|five|six|seven|eight|nine|ten)\s)\p{L}+\s+\p{L}+/iu.test(
      text,
    ) && !/s$/i.test(text)
  );
}

/** "Journalists", "many peasants": nobody in particular. */
function isBarePlural(text: string): boolean {
  return /^(?:(?:many|several|all|more|other|such|innocent)\s+)?(?!the\s|\d|two|three|four|five|six|seven|eight|nine|ten)[\p{L}\s]+s$/iu.test(
    text,
  );
}

const FORCES =
  /\b(?:army|armed forces|air force|military|government|police|battalion|troops|soldiers|helicopters?|planes?)\b/i;

function ofEvent(attributions: readonly Attribution[], { id }: WireEvent): readonly Attribution[] {
  return attributions.filter(({ event }) => event === id);
}

function standing(start: number, length: number): string {
  if (start < 500) return 'lede';
  const share = start / Math.max(1, length);
  return share < 0.4 ? 'early' : share < 0.7 ? 'middle' : 'late';
}

/**
 * How the incidents of a text rank, from the scores of its attacks: the best, the second, and how many are likely.
 */
export function rankFeatures(scores: readonly number[]): readonly string[] {
  const [best, second] = [...scores].sort((a, b) => b - a);
  const likely = scores.reduce((sum, score) => sum + 1 / (1 + Math.exp(-score)), 0);
  return [
    ...above('best', best, [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]),
    ...above('second', second, [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]),
    ...above('likely', likely, [0.5, 1, 1.5, 2, 3]),
  ];
}

function above(name: string, value: number | undefined, steps: readonly number[]): readonly string[] {
  if (value === undefined) return [`${name}:none`];
  return steps.filter((step) => value > step).map((step) => `${name}>${step}`);
}
