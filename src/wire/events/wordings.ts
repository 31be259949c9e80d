import type { ReadSentence } from '../analyse.ts';
import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Named } from '../mentions/named.ts';
import type { ListWording } from '../reading.ts';
import { spanAt } from '../span.ts';
import { countryOfProgrammes } from '../world/tables/programmes.ts';
import { authorityOf, programmesIn } from './listing-parties.ts';
import { LIST_VERBS, LISTED } from './listing-words.ts';
import { partyOfName } from './parties.ts';
import type { Setting } from './setting.ts';

/** Wordings that say of a group that it is listed, and tell no event: "the banned TTP". */
export function findWordings(sentence: ReadSentence, setting: Setting): readonly ListWording[] {
  const out: ListWording[] = [];
  for (const chunk of sentence.chunks) {
    if (chunk.is !== 'noun') continue;
    const at = chunk.units.findIndex((unit) => LISTED.has(unit.low) || LISTED.has(unit.tail ?? ''));
    const unit = chunk.units[at];
    if (unit === undefined) continue;
    const group = groupAfter(sentence, chunk, unit.end);
    if (group === null) continue;
    const owner = unit.parts.find(({ country }) => country !== null) ?? possessorBefore(chunk, at);
    const programmes = programmesIn([chunk]);
    out.push({
      span: spanAt(setting.text, unit.start, Math.max(group.end, unit.end)),
      group: partyOfName(setting.text, group),
      authority: owner?.country ?? countryOfProgrammes(programmes),
      programmes,
    });
  }
  for (const clause of sentence.clauses) out.push(...byParticiple(clause, setting));
  return out;
}

/** "Groups proscribed by the UN Security Council, such as Al-Qaida and Jaish-e-Mohammed". */
function byParticiple(clause: Clause, setting: Setting): readonly ListWording[] {
  if (clause.verb.form !== 'participle' || !LIST_VERBS.has(clause.verb.lemma) || clause.governorNoun === null)
    return [];
  const names = clause.preps
    .filter(({ word }) => word === 'such as' || word === 'including' || word === 'like')
    .flatMap(({ nouns }) => nouns)
    .flatMap((noun) => setting.discourse.groupsOf(noun, []));
  const programmes = programmesIn(clause.preps.flatMap(({ nouns }) => nouns));
  const authority = authorityOf(clause, setting, programmes);
  return onceEach(names).map((name) => ({
    span: spanAt(setting.text, clause.governorNoun?.units[0]?.start ?? name.start, name.end),
    group: partyOfName(setting.text, name),
    authority: authority?.country ?? null,
    programmes,
  }));
}

/** "ISIS/Daesh" is one group by two names. */
function onceEach(names: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return names.filter(({ entity }) => entity === null || (!seen.has(entity) && seen.add(entity)));
}

/** The group that an adjective speaks of: in its noun, or right after it ("the banned outfit TTP"). */
function groupAfter(sentence: ReadSentence, chunk: NounChunk, from: number): Named | null {
  const own = namesIn(chunk).find(({ kind, start }) => kind === 'group' && start >= from);
  if (own !== undefined) return own;
  const at = sentence.chunks.indexOf(chunk);
  let next = sentence.chunks[at + 1];
  if (next?.is === 'comma') next = sentence.chunks[at + 2];
  if (
    next?.is !== 'noun' ||
    chunk.head.named !== null ||
    !/^(?:group|outfit|organisation|organization|party|entity|network)$/.test(chunk.head.low)
  )
    return null;
  const first = namesIn(next)[0];
  return first?.kind === 'group' && next.head.named === first ? first : null;
}

function possessorBefore(chunk: NounChunk, at: number): Named | null {
  const owner = chunk.units[at - 2];
  return chunk.units[at - 1]?.tag === 'poss' && owner?.named?.country ? owner.named : null;
}
