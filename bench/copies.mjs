/**
 * Copies: how long a new dispatch takes among 100,000, and how well copies are told from what only looks like them.
 *
 *   node bench/copies.mjs [documents]
 *
 * The dispatches are made here from invented words by a pattern that real ones follow too (a lede, who said it, what
 * was found), which makes them share more wording than reports of different desks do. Prints JSON lines.
 */
import { wire } from './wire-sources.mjs';

const { CopyIndex, compareTexts, copyWords, packSketch, sketchOf, trigramsOf, unpackSketch } = wire;

const COUNT = Number(process.argv[2] ?? 100_000);
const ASKED = 400;

/** Mulberry32: the same dispatches in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const next = random(20261124);
const pick = (from) => from[Math.floor(next() * from.length)];
const SYLLABLES = 'ka ro mi sha du ne zar tal ber go lin pe qua sen wi jo ham dri ost ved'.split(' ');
const word = () => Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(SYLLABLES)).join('');
const WORDS = Array.from({ length: 6000 }, word);
/** Words come as they do in a language: the rank of one is about its frequency (Zipf). */
const plain = () =>
  WORDS[Math.min(WORDS.length - 1, Math.floor(1 / (next() ** 1.1 + 1 / WORDS.length)) - 1)] ?? 'so';
const name = () => {
  const w = pick(WORDS);
  return w[0].toUpperCase() + w.slice(1);
};
const sentence = () =>
  `${name()} ${Array.from({ length: 16 + Math.floor(next() * 12) }, () => (next() < 0.08 ? name() : plain())).join(' ')}.`;
const STOCK = [
  'Security forces cordoned off the area and a search operation was under way, officials said.',
  'No group immediately claimed responsibility for the attack.',
  'The bodies and the injured were shifted to the civil hospital, where an emergency was declared.',
  'Further investigation is under way, according to a statement issued by the media wing of the military.',
];
const dispatch = () => {
  const paragraphs = Array.from({ length: 5 }, () => Array.from({ length: 2 }, sentence).join(' '));
  paragraphs.push(pick(STOCK), pick(STOCK), `"${sentence()}" said ${name()} ${name()}.`);
  return `${name()} ${name()} ${plain()} ${plain()}\n\n${name().toUpperCase()}: ${paragraphs.join('\n\n')}`;
};

const print = (what, figures) => console.log(JSON.stringify({ what, ...figures }));
const ms = (from) => Math.round((performance.now() - from) * 100) / 100;
const at = (sorted, share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000) / 1000;

const texts = Array.from({ length: Math.min(COUNT, 4000) }, dispatch);
const index = new CopyIndex();
const packed = [];
let from = performance.now();
for (let n = 0; n < COUNT; n++) {
  const text = n < texts.length ? texts[n] : dispatch();
  packed.push([n, packSketch(sketchOf(copyWords(text)))]);
}
print('dispatches made and sketched', {
  documents: COUNT,
  ms: ms(from),
  bytesEach: Math.round(packed.reduce((sum, [, bytes]) => sum + bytes.length, 0) / COUNT),
});

globalThis.gc?.();
const before = process.memoryUsage();
from = performance.now();
const cpu = process.cpuUsage();
for (let at = 0; at < packed.length; at += 20_000)
  index.addAll(packed.slice(at, at + 20_000).map(([n, bytes]) => [n, unpackSketch(bytes)]));
const used = process.cpuUsage(cpu);
const built = Math.round((used.user + used.system) / 1000);
globalThis.gc?.();
const after = process.memoryUsage();
print('index made from kept sketches', {
  documents: index.size,
  ms: built,
  MiB: Math.round((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20),
});

/** A printing as desks make it: cut at the foot, words changed, another headline, a trailer. */
const edited = (text) => {
  const paragraphs = text.split('\n\n');
  const kept = paragraphs.slice(1, Math.max(4, Math.floor(paragraphs.length * (0.6 + next() * 0.4))));
  const body = kept
    .join('\n\n')
    .split(' ')
    .map((w) => (next() < 0.04 ? plain() : w))
    .join(' ');
  return `${name()} ${plain()}\n\n${body}\n\n(This story has not been edited by our staff.)`;
};
/** Another report that passes on one quotation. */
const quoting = (text) => {
  const quote = /"[^"]+"/.exec(text)?.[0] ?? '';
  return dispatch().replace(/"[^"]+"/, quote);
};
/** Another dispatch by the same pattern, with other names. */
const kinds = { near: edited, 'shared-text': quoting, none: () => dispatch() };

const times = [];
for (const [expected, make] of Object.entries(kinds)) {
  let [right, found] = [0, 0];
  for (let n = 0; n < ASKED; n++) {
    const original = Math.floor(next() * texts.length);
    const text = make(texts[original]);
    const start = process.cpuUsage();
    const words = copyWords(text);
    const grams = trigramsOf(words);
    const candidates = index.search(sketchOf(words, grams), grams, 8);
    const compared = candidates
      .filter(({ id, shares }) => id < texts.length && Math.max(...shares) >= 0.02)
      .map(({ id }) => ({ id, kind: compareTexts(words, copyWords(texts[id])).kind }));
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    const own = compared.find(({ id }) => id === original)?.kind ?? 'none';
    if (candidates.some(({ id }) => id === original)) found += 1;
    const best = compared.some(({ kind }) => kind === 'near' || kind === 'exact');
    if (expected === 'none' ? !best : own === expected) right += 1;
  }
  print(`told as ${expected}`, { asked: ASKED, right, originalAmongCandidates: found });
}
times.sort((a, b) => a - b);
print('one new dispatch compared, ms of one core', {
  p50: at(times, 0.5),
  p95: at(times, 0.95),
  max: at(times, 0.999),
  toReach: 5,
});
from = performance.now();
for (let n = 0; n < 2000; n++) index.add(COUNT + n, sketchOf(copyWords(texts[n % texts.length])));
print('2,000 added one by one', { ms: ms(from) });
