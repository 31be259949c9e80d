import type { Attribution, Mention, Reading, WireEvent } from '../reading.ts';
import { normalString } from './ceaf.ts';

/** An organisation that a text may tie to an incident: how it is kept apart from others, and how the text calls it. */
export interface GroupCandidate {
  readonly key: string;
  /** The string of the text that names it best. */
  readonly text: string;
  /** What the reading tells of it, as the words of a weight table. */
  readonly features: readonly string[];
}

/** A place of the text that names an organisation. */
type Naming = Pick<Mention, 'span' | 'entity' | 'flags'>;

/** Forces of a state, by the words that name them as an organisation. */
const FORCES =
  /\b(?:armed forces|air force|army|military|government|national police|treasury police|police|national guard|death squads?)$/i;

/**
 * The organisations of a text with what is told of each: attributions to it, its part in the attacks (`events`), how
 * often and where it is named, how many others are; each once more where the text is `relevant`. Names of one group
 * count together.
 */
export function groupCandidates(
  reading: Reading,
  events: readonly WireEvent[],
  relevant: boolean,
): readonly GroupCandidate[] {
  const byKey = new Map<string, { mentions: Naming[]; words: string | null }>();
  const captions = new Map<string, string>();
  for (const mention of reading.mentions) {
    if (mention.kind !== 'group') continue;
    const key = mention.entity ?? normalString(mention.caption ?? mention.span.quote);
    captions.set(normalString(mention.span.quote), key);
    const held = byKey.get(key) ?? { mentions: [], words: null };
    held.mentions.push(mention);
    byKey.set(key, held);
  }
  const keyOf = (party: NonNullable<Attribution['actor']>) =>
    party.entity ?? captions.get(normalString(party.text)) ?? forceOf(party.text);
  const parts = new Map<string, string[]>();
  const note = (key: string | null, feature: string, text: string) => {
    if (key === null) return;
    if (!byKey.has(key)) byKey.set(key, { mentions: [], words: FORCES.exec(text)?.[0] ?? text });
    parts.set(key, [...(parts.get(key) ?? []), feature]);
  };
  const ids = new Set(events.map(({ id }) => id));
  for (const { event, kind, actor } of reading.attributions) {
    if (actor !== null) note(keyOf(actor), ids.has(event) ? `said:${kind}` : `said-else:${kind}`, actor.text);
  }
  for (const event of events) {
    for (const one of event.participants) note(keyOf(one), `part:${one.role}`, one.text);
  }
  const total = [...byKey.values()].reduce((sum, { mentions }) => sum + mentions.length, 0);
  const named = [...byKey.values()].filter(
    ({ mentions, words }) => words === null && mentions.length > 0,
  ).length;
  return [...byKey].map(([key, { mentions, words }]) => {
    const out = new Set<string>(parts.get(key) ?? ['part:none']);
    out.add(words === null ? 'group' : 'force');
    out.add(`mentions:${Math.min(4, mentions.length)}`);
    out.add(`groups:${Math.min(4, named)}`);
    if (mentions.length > 0) {
      out.add(named === 1 ? 'share:only' : mentions.length * 2 > total ? 'share:most' : 'share:some');
      out.add(mentions[0]?.entity == null ? 'coined' : 'held');
      const first = mentions[0]?.span.start ?? 0;
      out.add(first < 600 ? 'stands:lede' : 'stands:later');
      for (const near of nearness(mentions, events, reading.document.text)) out.add(near);
      const around = mentions.slice(0, 12).map(({ span }) => sentenceAround(reading.document.text, span));
      for (const [name, pattern] of CUES) {
        const times = around.filter((sentence) => pattern.test(sentence)).length;
        if (times > 0) out.add(`beside:${name}`);
        if (times * 2 > around.length) out.add(`mostly:${name}`);
      }
      if (mentions.some(({ span }) => MEMBERS.test(reading.document.text.slice(span.end, span.end + 40))))
        out.add('members');
      out.add(`only+near:${named === 1}+${[...out].some((one) => one === 'near:sentence')}`);
    }
    const features = [...out];
    const together = relevant ? features.map((feature) => `told+${feature}`) : [];
    return { key, text: words ?? bestString(mentions), features: [...features, ...together] };
  });
}

/** What the sentences that name a group speak of. */
const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'deed',
    /\b(?:attack|kill|murder|assassin|bomb|kidnap|explo|destroy|burn|dynamit|ambush|shot|massacre|machine-?gun|sabotage|wound|abduct)/i,
  ],
  ['charge', /\b(?:accus|blam|charg|attribut|implicat|denounc|condemn|responsib|behind|perpetrat|suspect)/i],
  ['claim', /\b(?:claim|admit|took credit)/i],
  ['talk', /\b(?:dialogue|talks?|negotiat|peace|truce|cease-?fire|propos|agree|election|candidate|party)/i],
  ['war', /\b(?:combat|clash|fighting|casualties|offensive|battalion|brigade|soldiers|troops|positions?)/i],
  ['threat', /\b(?:threat|warn)/i],
];
/** Right after the name: its people. */
const MEMBERS =
  /^[\])]?\s+(?:guerrillas?|members?|terrorists?|rebels?|commandos?|units?|fighters?|militants?|unit|hitmen)\b/i;

/** The sentence around a span, at most 300 letters to either side. */
function sentenceAround(text: string, { start, end }: Mention['span']): string {
  const from = Math.max(start - 300, text.lastIndexOf('. ', start), text.lastIndexOf('.\n', start), 0);
  const stop = /[.!?]\s/.exec(text.slice(end, end + 300));
  return text.slice(from, stop === null ? end + 300 : end + stop.index);
}

function forceOf(text: string): string | null {
  const found = FORCES.exec(text);
  return found === null ? null : `force ${normalString(found[0])}`;
}

/** How near the mentions stand to what tells the attacks. */
function nearness(
  mentions: readonly Naming[],
  events: readonly WireEvent[],
  text: string,
): readonly string[] {
  let least = Number.POSITIVE_INFINITY;
  let together = false;
  for (const { span } of mentions) {
    for (const { spans } of events) {
      for (const told of spans) {
        const [from, to] = span.start < told.start ? [span.end, told.start] : [told.end, span.start];
        least = Math.min(least, to - from);
        together ||= to - from < 500 && !/[.!?]\s/.test(text.slice(from, to));
      }
    }
  }
  return [
    `near:${least < 100 ? 100 : least < 300 ? 300 : least < 800 ? 800 : 'far'}`,
    ...(together ? ['near:sentence'] : []),
  ];
}

/** The words that name a group most often; of two as frequent, the longer. */
function bestString(mentions: readonly Naming[]): string {
  const counts = new Map<string, number>();
  for (const { span, flags } of mentions) {
    if (flags.includes('coreference')) continue;
    const words = span.quote.replace(/\s+/g, ' ').replace(/\s*[[(].*$/, '');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best?.[0] ?? mentions[0]?.span.quote ?? '';
}
