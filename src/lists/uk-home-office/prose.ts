import type { Statement } from '../../kernel/index.ts';
import { enumerated, kindOfAlias } from '../also-known.ts';
import { printedDate } from '../printed-date.ts';
import { nameStatement } from '../statements.ts';

const SENTENCE_END = /(?<=[.!?][”"’)]?)\s+(?=[A-Z“"‘(])/;
const QUOTED = /[“"‘]([^“”"‘’]{2,80})[”"’]/g;
const TREATED =
  /\b(?:should|shall|must|is to|are to|to) be treated as (?:an? )?(?:alternative|another|other|further) names?\b/i;
const PROVIDES =
  /\b(?:provid(?:es?|ed|ing)|stat(?:es?|ed|ing)|specif(?:y|ies|ied)|recognis(?:es?|ed|ing)) that (?:the names? )?/i;
const KNOWN_AS = /\b(?:also|otherwise) known as (.{2,300})$/i;
const MONTH =
  /\b(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b/g;
const PRONOUN = /^(?:it|they|the group|the organi[sz]ation)\b/i;
const CLAUSE_END = /[.;:]|,? (?:which|who|is|are|was|were|has|have|aims?|seeks?|that)\b|\)/;
const LONGEST = 20_000;

/**
 * The names that prose gives to an organisation. An order of the Home Secretary may say that further names are to
 * be treated as names of one already proscribed: `an Order, in July 2013, which provides that “A” and “B” should be
 * treated as alternative names for …`. Such a name holds from the month of the order, where the sentence has one
 * date only. What a sentence introduces with `also known as` is an alias too, where the sentence is about the
 * organisation itself: it begins with one of `subjects` or with `It` or `The group`, and names nobody else before.
 * Text longer than 20,000 characters is not looked through.
 */
export function namesInProse(text: string, place: string, subjects: readonly string[]): readonly Statement[] {
  if (text.length > LONGEST) return [];
  return text
    .split(SENTENCE_END)
    .flatMap((sentence) => [
      ...orderedNames(sentence, place),
      ...knownAs(sentence, subjects).map((name) => nameStatement(name, kindOfAlias(name), 'unstated', place)),
    ]);
}

/** The names that a sentence about an order gives; none when it is about no such order. */
function orderedNames(sentence: string, place: string): readonly Statement[] {
  const treated = TREATED.exec(sentence);
  if (treated === null) return [];
  const head = sentence.slice(0, treated.index);
  const quoted = [...head.matchAll(QUOTED)].flatMap(([, name]) => name ?? []);
  const provides = PROVIDES.exec(head);
  const listed = provides === null ? [] : enumerated(head.slice(provides.index + provides[0].length));
  const dates = [...head.matchAll(MONTH)].flatMap(([date]) => printedDate(date) ?? []);
  const [since, ...others] = dates;
  return (quoted.length > 0 ? quoted : listed).map((name) => ({
    ...nameStatement(name.trim(), kindOfAlias(name.trim()), 'unstated', place, {
      detail: { type: 'name treated as another by order' },
    }),
    ...(since === undefined || others.length > 0 ? {} : { validFrom: since }),
  }));
}

function knownAs(sentence: string, subjects: readonly string[]): readonly string[] {
  const found = KNOWN_AS.exec(sentence);
  const rest = found?.[1];
  if (found === null || rest === undefined) return [];
  const head = sentence.slice(0, found.index);
  const subject = subjects.find((name) => head.startsWith(name)) ?? PRONOUN.exec(head)?.[0];
  if (subject === undefined || /\p{Lu}/u.test(head.slice(subject.length))) return [];
  const quoted = [...rest.matchAll(QUOTED)].flatMap(([, name]) => name?.trim() ?? []);
  if (quoted.length > 0) return quoted;
  const end = rest.search(CLAUSE_END);
  const name = (end < 0 ? rest : rest.slice(0, end)).replace(/^the names? /i, '');
  return /^[\p{Lu}\p{N}]|^al-/u.test(name) ? enumerated(name) : [];
}
