import type { Reading } from '../reading.ts';
import { normalString } from './ceaf.ts';

const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['claim', /\b(?:claim|claims|claimed|claiming|credit|admit|admits|admitted|accepted|acknowledged)\b/],
  ['responsibility', /\bresponsib/],
  ['communique', /\b(?:communique|message|note|pamphlets?|leaflets?|letter|call(?:ed|er)?|telephone)\b/],
  ['accuse', /\b(?:accus|blam|charg|attribut|implicat|denounc|condemn)/],
  [
    'suspect',
    /\b(?:alleged|allegedly|presum|suspect|believed|apparently|reportedly|possibl|may have|might|could)/,
  ],
  [
    'authority',
    /\b(?:police|army|military|official|officials|government|president|minister|authorities|spokesman|colonel|general|coprefa|judge)\b/,
  ],
  ['said', /\b(?:said|says|reported|reports|stated|according|added|announced|told)\b/],
  ['deed', /\b(?:attack|kill|murder|assassin|bomb|kidnap|explo|destroy|burn|dynamit|ambush|shot|massacre)/],
  ['denied', /\b(?:den(?:y|ied|ies)|reject)/],
  ['first', /\b(?:we|our|us)\b/],
  ['threat', /\bthreat/],
];

/**
 * What stands beside a group's name in a text, as features for a learner: the attributions that the reading gives
 * it, and cue words in the sentences that name it. Lower case, no weights: they are learned by whoever evaluates.
 */
export function confidenceCues(
  reading: Reading,
  names: readonly string[],
  label: string | null,
): readonly string[] {
  const wanted = new Set(names.map(normalString));
  const { text } = reading.document;
  const own = reading.mentions.filter(({ span }) => wanted.has(normalString(span.quote)));
  const entities = new Set(own.flatMap(({ entity }) => entity ?? []));
  const out = new Set<string>([`rule:${label ?? '-'}`]);
  const places = own.length > 0 ? own.map(({ span }) => span.start) : placesOf(text, names);
  for (const start of places.slice(0, 12)) {
    const sentence = sentenceAround(text, start).toLowerCase();
    const present = CUES.filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name);
    for (const name of present) out.add(`near:${name}`);
    for (const [at, name] of present.entries())
      for (const other of present.slice(at + 1)) out.add(`near:${name}+${other}`);
  }
  out.add(`mentions:${Math.min(4, places.length)}`);
  if (/^\s*clandestine/i.test(text)) out.add('clandestine');
  if (/\[communique\]/i.test(text.slice(0, 300))) out.add('communique');
  const groups = new Set(
    reading.mentions.flatMap(({ kind, entity }) => (kind === 'group' && entity !== null ? [entity] : [])),
  );
  out.add(`groups:${Math.min(3, groups.size)}`);
  if (entities.size === 0) out.add('unheld');
  return [...out];
}

function placesOf(text: string, names: readonly string[]): readonly number[] {
  const out: number[] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0 && out.length < 12; at = text.indexOf(name, at + 1))
      out.push(at);
  }
  return out;
}

function sentenceAround(text: string, at: number): string {
  const from = Math.max(0, text.lastIndexOf('. ', at) + 1);
  const end = text.indexOf('. ', at);
  return text.slice(Math.max(from, at - 600), Math.min(end < 0 ? text.length : end, at + 600));
}
