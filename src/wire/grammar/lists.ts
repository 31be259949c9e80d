import type { Chunk } from './chunks.ts';

/** Where the prepositional phrase begins that the noun at `at` ends, or `null` when it is in none. */
export function phraseStart(chunks: readonly Chunk[], at: number): number | null {
  let left = at;
  while (left > 0) {
    const before = chunks[left - 1];
    if (before?.is === 'prep') return left - 1;
    const list = before?.is === 'comma' || before?.is === 'conj';
    if (!list) return null;
    let place = left - 1;
    while (place > 0 && (chunks[place]?.is === 'comma' || chunks[place]?.is === 'conj')) place -= 1;
    // A list inside a phrase is a list of nouns up to its preposition, joined at its end by "and".
    if (chunks[place]?.is !== 'noun' || !hasConj(chunks, place, at)) return null;
    // "In a joint statement, India and Nepal urged": a phrase that opens a sentence ends at its comma.
    const opens = place === 1 && before?.is === 'comma' && chunks[0]?.is === 'prep';
    if (opens && chunks[at + 1]?.is === 'verb') return null;
    // "… in Pakistan, and police said": with its verb already there, the sentence goes on with a new subject.
    if (chunks[at + 1]?.is === 'verb' && toldBefore(chunks, place)) return null;
    left = place;
  }
  return null;
}

function hasConj(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const chunk = chunks[at];
    if (chunk?.is === 'conj' && chunk.word !== 'but') return true;
  }
  return false;
}

/** Verbs that say that something is said: what follows may be a clause with its own subject. */
export const REPORTING = new Set(
  'say state add report announce tell confirm note stress claim allege believe think argue insist warn maintain'.split(
    ' ',
  ),
);

function toldBefore(chunks: readonly Chunk[], at: number): boolean {
  for (let left = at; left >= 0; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is === 'verb' && chunk.form === 'finite') return !REPORTING.has(chunk.lemma);
  }
  return false;
}

/** The comma that opens the remark which the comma at `close` closes: ", Pakistan's envoy,". */
export function appositionStart(chunks: readonly Chunk[], close: number): number | null {
  let verbs = false;
  for (let left = close - 1; left > 0 && left > close - 16; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is === 'comma' || chunk?.is === 'dash') {
      const before = chunks[left - 1];
      if (before?.is !== 'noun') return null;
      const next = chunks[left + 1];
      // ", for which the group claimed credit,": a relative word may stand after a preposition.
      const relative = next?.is === 'rel' || (next?.is === 'prep' && chunks[left + 2]?.is === 'rel');
      if (verbs && !relative) return null;
      const remark = next?.is === 'noun' || next?.is === 'rel' || next?.is === 'prep' || next?.is === 'verb';
      // "Russia, China and Iran": like beside like is a list.
      const alike =
        next?.is === 'noun' && next.head.named !== null && next.head.named.kind === before.head.named?.kind;
      return remark && !alike ? left : null;
    }
    if (chunk?.is === 'sub') return null;
    if (chunk?.is === 'verb' && chunks[left - 1]?.is !== 'comma') verbs = true;
  }
  return null;
}

/** The nouns of a list that ends at `at`, in order: "A, B and C". */
export function coordinated(chunks: readonly Chunk[], at: number): readonly number[] {
  const nouns = [at];
  let left = at - 1;
  let joined = false;
  while (left >= 0) {
    const chunk = chunks[left];
    if (chunk?.is === 'conj') {
      if (chunk.word === 'but' || isObject(chunks, left - 1)) break;
      joined = true;
      left -= 1;
      continue;
    }
    if (chunk?.is === 'comma' && (joined || chunks[left + 1]?.is === 'noun')) {
      const open = joined ? appositionStart(chunks, left) : null;
      left = open === null ? left - 1 : open - 1;
      continue;
    }
    // "Pakistan, Tajikistan agree": a headline's list has no joining word.
    const headlineList =
      !joined && left === 0 && chunk?.is === 'noun' && isState(chunk) && isState(chunks[at]);
    if (headlineList) return [left, at];
    if (chunk?.is !== 'noun' || !joined) break;
    if (phraseStart(chunks, left) !== null) break;
    nouns.unshift(left);
    left -= 1;
    if (chunks[left]?.is !== 'comma' && chunks[left]?.is !== 'conj') break;
  }
  return joined || nouns.length === 1 ? nouns : [at];
}

/** "… injured 12 people, and the attack was": the noun before the joining word is another verb's object. */
function isObject(chunks: readonly Chunk[], at: number): boolean {
  const place = chunks[at]?.is === 'comma' ? at - 1 : at;
  const verb = chunks[place - 1];
  return (
    chunks[place]?.is === 'noun' &&
    verb?.is === 'verb' &&
    verb.form === 'finite' &&
    !REPORTING.has(verb.lemma)
  );
}

function isState(chunk: Chunk | undefined): boolean {
  return chunk?.is === 'noun' && chunk.head.named?.kind === 'state';
}

/** The verb that a joining word goes on from: the nearest finite one, a speaker's put in between not counted. */
export function previousFinite(chunks: readonly Chunk[], from: number): number | null {
  let aside: number | null = null;
  for (let left = from - 1; left >= 0; left -= 1) {
    const chunk = chunks[left];
    if (chunk?.is !== 'verb' || chunk.form !== 'finite') continue;
    // "…, a spokesman said, but could": the speaker's verb is not the one that goes on.
    const inserted = REPORTING.has(chunk.lemma) && chunks[left + 1]?.is === 'comma';
    if (!inserted) return left;
    aside ??= left;
  }
  return aside;
}
