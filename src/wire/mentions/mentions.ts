import type { ReadSentence } from '../analyse.ts';
import type { Discourse } from '../events/discourse.ts';
import type { Mention } from '../reading.ts';
import { spanAt } from '../span.ts';
import { isBody } from '../world/tables/countries.ts';
import type { Named } from './named.ts';

/** How sure "the group" is, however sure its antecedent was. */
const COREFERENCE = 0.6;

/** All that the sentences name, and the uses of "the group" that were resolved, in the order of the text. */
export function mentionsOf(
  text: string,
  sentences: readonly ReadSentence[],
  discourse: Discourse,
): readonly Mention[] {
  const mentions = new Map<string, Mention>();
  for (const { things } of sentences) {
    for (const thing of things) mentions.set(`${thing.start} ${thing.end}`, mentionOf(text, thing));
  }
  for (const { start, end, group } of discourse.coreferences.values()) {
    mentions.set(`${start} ${end}`, {
      ...mentionOf(text, { ...group, start, end }),
      confidence: Math.min(COREFERENCE, group.confidence),
      flags: ['coreference'],
      nameKind: null,
    });
  }
  return [...mentions.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function mentionOf(text: string, thing: Named): Mention {
  const body = isBody(thing.country);
  return {
    span: spanAt(text, thing.start, thing.end),
    kind: body && thing.kind === 'state' ? 'organisation' : thing.kind,
    entity: thing.entity,
    caption: thing.caption,
    country: body ? null : thing.country,
    role: thing.office,
    confidence: thing.confidence,
    flags: thing.flags,
    candidates: thing.candidates,
    nameKind: thing.nameKind,
  };
}
