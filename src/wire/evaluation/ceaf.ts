import { type Counts, NO_COUNTS } from './counts.ts';
import { maximumMatching } from './matching.ts';

/**
 * A string as entities are compared by: lower case, no marks, no "a", "an", "the", single spaces (Du et al.,
 * "GRIT: Generative Role-filler Transformers for Document-level Event Entity Extraction", EACL 2021).
 */
export function normalString(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'a' && word !== 'an' && word !== 'the')
    .join(' ');
}

/**
 * CEAF-REE of one document and role (GRIT, as above): each entity is a set of strings; a predicted one matches a
 * gold one when all its strings are among the gold one's; matches are one to one, as many as can be. A
 * predicted entity with no string left is not counted at all: the empty set would match anything.
 */
export function ceafRee(
  predicted: readonly (readonly string[])[],
  gold: readonly (readonly string[])[],
): Counts {
  const sets = (entities: readonly (readonly string[])[]) =>
    entities
      .map((entity) => new Set(entity.map(normalString).filter((text) => text !== '')))
      .filter(({ size }) => size > 0);
  const [said, meant] = [sets(predicted), sets(gold)];
  if (said.length === 0 && meant.length === 0) return NO_COUNTS;
  const fits = (at: number, other: number) =>
    [...(said[at] ?? [])].every((text) => meant[other]?.has(text) === true);
  return {
    right: maximumMatching(said.length, meant.length, fits),
    predicted: said.length,
    gold: meant.length,
  };
}
