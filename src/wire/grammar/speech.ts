import type { NounChunk } from './chunks.ts';
import type { Clause, Parsed } from './clauses.ts';

/** Verbs that report what somebody says. */
export const SAYING: ReadonlySet<string> = new Set(
  'say state announce report confirm add tell note declare reveal disclose claim allege insist maintain assert write inform argue believe suspect think warn charge'.split(
    ' ',
  ),
);

/** Somebody who says something, and the chunks `[from, to)` of the sentence that he says. */
export interface Speech {
  readonly clause: Clause | null;
  readonly speaker: NounChunk;
  readonly from: number;
  readonly to: number;
}

/**
 * Who says what in a sentence: "X said that …", "…, X said", "…, X said, but …", "according to X". What nobody
 * is said to say, the reporter says.
 */
export function speechesIn(sentence: Parsed): readonly Speech[] {
  const out: Speech[] = [];
  const end = sentence.chunks.length;
  for (const clause of sentence.clauses) {
    // "…," said a spokesman; "…," read a statement: who says it stands after the verb.
    const [after] = clause.objects;
    if (after !== undefined && closesQuotation(sentence, clause)) {
      out.push({ clause, speaker: after, from: 0, to: clause.at });
      continue;
    }
    if (!SAYING.has(clause.verb.lemma) || clause.verb.passive) continue;
    const [speaker] = clause.subjects;
    if (speaker === undefined) continue;
    const said = sentence.clauses.some(
      (other) => other.governor?.clause === clause.index && other.governor.how === 'that',
    );
    const following = sentence.clauses.find((other) => other.at > clause.at);
    const opens = sentence.chunks[clause.to]?.is === 'sub' && following !== undefined;
    if (said || (opens && !isInserted(sentence, clause, speaker))) {
      out.push({ clause, speaker, from: clause.at + 1, to: end });
    } else if (isInserted(sentence, clause, speaker)) out.push({ clause, speaker, from: 0, to: end });
  }
  sentence.chunks.forEach((chunk, at) => {
    if (chunk.is !== 'prep' || chunk.word !== 'according to') return;
    const noun = sentence.chunks[at + 1];
    if (noun?.is === 'noun') out.push({ clause: null, speaker: noun, from: 0, to: end });
  });
  return out;
}

function closesQuotation(sentence: Parsed, { verb, at }: Clause): boolean {
  if (verb.passive || !(SAYING.has(verb.lemma) || verb.lemma === 'read')) return false;
  return sentence.chunks[at - 1]?.is === 'comma' && sentence.units[verb.first - 2]?.quoted === true;
}

/** "…, officials said": a comma before the speaker, and nothing said after the verb but a date or a phrase. */
function isInserted(sentence: Parsed, clause: Clause, speaker: NounChunk): boolean {
  const at = sentence.chunks.indexOf(speaker);
  const before = sentence.chunks[at - 1];
  const bare = clause.objects.length === 0 || clause.verb.lemma === 'tell';
  return before?.is === 'comma' && bare && clause.at > 0 && sentence.clauses.some((other) => other.at < at);
}

/** Who says what stands at a chunk: the nearest speaker whose words reach it, himself not in them. */
export function speakerAt(speeches: readonly Speech[], at: number): Speech | null {
  let best: Speech | null = null;
  for (const speech of speeches) {
    if (at < speech.from || at >= speech.to || speech.clause?.at === at) continue;
    if (best === null || speech.from > best.from) best = speech;
  }
  return best;
}
