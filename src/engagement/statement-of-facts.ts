import { featuresOf, type PlacedSubject } from './features.ts';
import {
  findIn,
  heldItem,
  type Passage,
  type Statement,
  type StatementFacts,
  type Subject,
  subjectsOfItem,
} from './statement.ts';

/**
 * A statement whose text is not held, as it is compared: from the promises and positions that the record noted, and
 * from what else it says was named there.
 */
export function statementOfFacts(facts: Omit<StatementFacts, 'held'>, said: readonly string[]): Statement {
  const items = facts.items ?? [];
  const subjects = new Map<
    string,
    { readonly of: Omit<Subject, 'sentences'>; readonly sentences: Passage[] }
  >();
  const add = (found: readonly PlacedSubject[], passage: Passage) => {
    for (const { kind, key, label, general } of found) {
      if (general) continue;
      const id = `${kind}\n${key}`;
      const held = subjects.get(id) ?? { of: { kind, key, label, byParties: true }, sentences: [] };
      if (passage.quote !== '' && held.sentences.at(-1) !== passage) held.sentences.push(passage);
      subjects.set(id, held);
    }
  };
  const sentences = said.map((quote) => {
    const passage = passageOf(quote);
    const found = findIn(quote, passage, [], [], facts.parties);
    add(found, passage);
    return { ...passage, features: featuresOf(quote, found, 0, []) };
  });
  for (const item of items) add(subjectsOfItem(item, facts.parties), passageOf(item.text));
  add(
    facts.groups.map(({ entity, caption }) => ({
      kind: 'group',
      key: entity,
      label: caption,
      general: false,
      start: 0,
      end: 0,
    })),
    passageOf(''),
  );
  const own = items.map((item) => heldItem(item, [], facts.parties));
  return {
    title: facts.title,
    date: facts.date,
    standing: facts.standing,
    held: 'facts',
    sha256: null,
    warnings: facts.warnings,
    parties: facts.parties,
    subjects: [...subjects.values()].map(({ of, sentences: quoted }) => ({ ...of, sentences: quoted })),
    items: own,
    sentences: [...sentences, ...own.map(({ sentence, features }) => ({ ...sentence, features }))],
  };
}

function passageOf(quote: string): Passage {
  return { quote, start: 0, end: quote.length };
}
