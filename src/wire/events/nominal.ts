import type { ReadSentence } from '../analyse.ts';
import { ASCRIBING, BLAMING } from '../attribution/frames.ts';
import type { Chunk, NounChunk } from '../grammar/chunks.ts';
import type { Clause, PrepPhrase } from '../grammar/clauses.ts';
import type { DateUse } from './draft.ts';
import { ABSTRACT_NOUNS, NO_ATTACK, SECURITY_NOUNS, SERIES_NOUNS } from './noun-classes.ts';
import { NOUN_FRAMES, type NounFrame } from './noun-frames.ts';
import { dateUse } from './when.ts';

/** A noun that tells an event, in its place. */
export interface Nominal {
  readonly frame: NounFrame;
  readonly subtype: string | null;
  readonly noun: NounChunk;
  readonly at: number;
  /** The phrases that hang on it, and the dates among them. */
  readonly preps: readonly PrepPhrase[];
  readonly dates: readonly DateUse[];
  /** The clause whose verb governs it, and how. */
  readonly clause: Clause | null;
  readonly as: 'subject' | 'object' | 'phrase' | null;
  /** The preposition before it, with the noun that this one hangs on. */
  readonly hangsOn: { readonly word: string; readonly noun: NounChunk | null } | null;
}

const FRAMES_BY_NOUN = new Map<string, NounFrame[]>();
for (const frame of NOUN_FRAMES) {
  for (const noun of frame.nouns) {
    const frames = FRAMES_BY_NOUN.get(noun);
    if (frames === undefined) FRAMES_BY_NOUN.set(noun, [frame]);
    else frames.push(frame);
  }
}

/** The nouns of a sentence that tell events, in order. */
export function nominalsIn(sentence: ReadSentence): readonly Nominal[] {
  const out: Nominal[] = [];
  sentence.chunks.forEach((chunk, at) => {
    if (chunk.is !== 'noun' || chunk.head.named !== null) return;
    if (chunk.units.some(({ low }) => NO_ATTACK.has(low))) return;
    const word = eventWord(chunk);
    const frames = FRAMES_BY_NOUN.get(word) ?? FRAMES_BY_NOUN.get(tailOf(word)) ?? [];
    const role = roleOf(sentence, chunk, at);
    const frame = frames.find(
      ({ type }) => frames.length === 1 || type === (isForces(chunk, role.clause) ? 'operation' : 'attack'),
    );
    if (frame === undefined || !isTold(frame, chunk)) return;
    const chain = chainOf(sentence.chunks, at);
    if (frame.type === 'attack' && isOnWords(chain.preps)) return;
    const dates: DateUse[] = chunk.dates.map((date) => {
      const unit = chunk.units.find((other) => other.date === date);
      return { date, start: unit?.start ?? 0, end: unit?.end ?? 0, near: 'own' as const };
    });
    out.push({
      frame,
      subtype: subtypeOf(frame, chunk),
      noun: chunk,
      at,
      preps: chain.preps,
      dates: [...dates, ...chain.dates],
      ...role,
      hangsOn: hangsOn(sentence.chunks, at),
    });
  });
  return out;
}

/** "An attack on freedom", "on its rivals' prices": of words, and no deed. */
function isOnWords(preps: readonly PrepPhrase[]): boolean {
  const on = preps.filter(({ word }) => word === 'on' || word === 'against').flatMap(({ nouns }) => nouns);
  return on.length > 0 && on.every(({ head }) => ABSTRACT_NOUNS.has(head.low));
}

/** Nouns about an event: "the Pathankot attack case", "the blast site". */
const ABOUT = new Set([
  'case',
  'probe',
  'investigation',
  'site',
  'anniversary',
  'trial',
  'victims',
  'scene',
  'toll',
  'attempt',
  'attempts',
  'bid',
  'plot',
]);

function eventWord(noun: NounChunk): string {
  const before = noun.units.at(-2);
  return ABOUT.has(noun.head.low) && before !== undefined ? before.low : noun.head.low;
}

/** A strike is an attack by what strikes, or by whose it is: "an air strike", "Israeli strikes", no hunger strike. */
function isTold(frame: NounFrame, noun: NounChunk): boolean {
  const { needs } = frame;
  if (needs === undefined) return true;
  if (frame.status !== undefined) return noun.units.some(({ low }) => needs.includes(low));
  return noun.units.some(
    (unit) => needs.includes(unit.low) || (unit.named !== null && unit.named.kind !== 'place'),
  );
}

/** Whether it is police or an army who raid: by the words before the noun, or as the doers of its verb. */
function isForces(noun: NounChunk, clause: Clause | null): boolean {
  if (noun.units.some(({ low }) => SECURITY_NOUNS.has(low))) return true;
  if (clause === null || clause.verb.lemma in BLAMING || clause.verb.lemma in ASCRIBING) return false;
  return clause.subjects.some(
    ({ head, units }) => SECURITY_NOUNS.has(head.low) || units.some(({ low }) => low === 'police'),
  );
}

/** "Post-blast investigation", "anti-hijacking": about such things, and none of them. */
const ABOUT_PREFIX = /^(?:post|anti|counter|pre)-/;

function tailOf(low: string): string {
  if (ABOUT_PREFIX.test(low)) return '';
  return low.slice(low.lastIndexOf('-') + 1);
}

function subtypeOf(frame: NounFrame, noun: NounChunk): string | null {
  for (const [words, subtype] of frame.by ?? []) {
    if (noun.units.some((unit) => unit !== noun.head && words.includes(unit.low))) return subtype;
    if (words.some((word) => noun.head.low.startsWith(`${word}-`))) return subtype;
  }
  return frame.subtype;
}

/** The phrases and dates that follow a noun with nothing but commas between: "… in Islamabad on Tuesday". */
function chainOf(
  chunks: readonly Chunk[],
  at: number,
): { readonly preps: readonly PrepPhrase[]; readonly dates: readonly DateUse[] } {
  const preps: { word: string; at: number; nouns: NounChunk[] }[] = [];
  const dates: DateUse[] = [];
  let next = at + 1;
  for (; next < chunks.length; next += 1) {
    const chunk = chunks[next];
    if (chunk?.is === 'date') {
      if (chunk.date.form.kind === 'offset') break;
      dates.push(dateUse(chunk, 'own'));
    } else if (chunk?.is === 'prep') preps.push({ word: chunk.word, at: next, nouns: [] });
    else if (chunk?.is === 'noun') {
      const list = preps.at(-1);
      if (list === undefined) break;
      // Two nouns side by side: the second begins something else.
      if (chunks[next - 1]?.is === 'noun') break;
      list.nouns.push(chunk);
    } else if (chunk?.is === 'comma' || chunk?.is === 'conj') {
      const after = chunks[next + 1];
      const list = preps.at(-1);
      const listed =
        after?.is === 'noun' &&
        list !== undefined &&
        (list.word === 'between' || chunks[next + 2]?.is !== 'verb');
      if (!listed && after?.is !== 'date') break;
    } else if (!(chunk?.is === 'verb' && chunk.form === 'participle' && PLACED.has(chunk.lemma))) break;
  }
  return { preps, dates };
}

/** Participles that carry a phrase on: "talks held in Doha", "an attack claimed by". */
const PLACED = new Set([
  'hold',
  'carry out',
  'launch',
  'sign',
  'locate',
  'conduct',
  'take',
  'co-chair',
  'chair',
  'stage',
]);

function roleOf(sentence: ReadSentence, noun: NounChunk, at: number): Pick<Nominal, 'clause' | 'as'> {
  for (const clause of sentence.clauses) {
    if (clause.subjects.includes(noun) && clause.governor?.how !== 'conj') return { clause, as: 'subject' };
    if (clause.objects.includes(noun) || clause.complement === noun) return { clause, as: 'object' };
  }
  const inPhrase = sentence.clauses.findLast((clause) => clause.at < at && at < clause.to);
  if (inPhrase !== undefined) return { clause: inPhrase, as: 'phrase' };
  const clause = sentence.clauses.find((other) => other.at > at) ?? null;
  // "The meeting of the one group and the session of the other was held": both are its subject.
  const fellow = clause !== null && clause.subjects.length > 0 && sentence.chunks[at - 1]?.is === 'conj';
  return { clause, as: fellow ? 'subject' : null };
}

function hangsOn(chunks: readonly Chunk[], at: number): Nominal['hangsOn'] {
  const prep = chunks[at - 1];
  if (prep?.is !== 'prep') return null;
  const noun = chunks[at - 2];
  return { word: prep.word, noun: noun?.is === 'noun' ? noun : null };
}

const UNSPECIFIC = new Set('any such every no further more other several many some most few'.split(' '));
const GENERAL = new Set(
  'further additional future more terror-related frequent regular back-to-back repeated recent several possible potential numerous such'.split(
    ' ',
  ),
);

/** Whether the noun talks of such things in general: "any attack", "a string of attacks", "recent bombings". */
export function isGeneric({ noun, hangsOn: on }: Nominal): boolean {
  if (noun.det !== null && UNSPECIFIC.has(noun.det)) return true;
  const several = noun.head.low.endsWith('s');
  // "Recent bombings" are talk; "the recent murder of six priests" is one.
  if (noun.units.some(({ low }) => GENERAL.has(low) && (several || low !== 'recent'))) return true;
  return on?.word === 'of' && on.noun !== null && SERIES_NOUNS.has(on.noun.head.low);
}
