import { createHash } from 'node:crypto';
import { formatSourceKey } from '../../kernel/index.ts';
import { describeBound } from '../bound.ts';
import type { KnownRecord } from '../history.ts';
import { IDENTIFIER_PROPERTIES } from '../identifiers.ts';
import type { Listing } from '../listing.ts';

/** One thing that a list says of an entity: what a decision about it rests on. */
export interface EntityFact {
  /** Source key of the entry that says so. */
  readonly record: string;
  /** A property, or `designation`. */
  readonly property: string;
  readonly text: string;
}

/** An entity's facts in a fixed order, and their digest. */
export interface EntityContent {
  readonly hash: string;
  readonly facts: readonly EntityFact[];
}

/** Facts that came and went between two contents. */
export interface ContentChange {
  readonly added: readonly EntityFact[];
  readonly removed: readonly EntityFact[];
}

/** What tells one bearer of a name from another; other properties may change without a decision being asked again. */
const TELLING: ReadonlySet<string> = new Set([
  'name',
  'birthDate',
  'birthPlace',
  'deathDate',
  'foundedOn',
  'nationality',
  'citizenship',
  'country',
  'gender',
  ...IDENTIFIER_PROPERTIES,
]);

/**
 * What a decision about an entity rests on: names with their kind and strength, dates, places, identifiers, and every
 * designation with its beginning, end and programmes. Of a view whose `asOf` is `null`; it does not change by days
 * passing.
 */
export function contentOf(view: {
  readonly records: readonly KnownRecord[];
  readonly listings: readonly Listing[];
}): EntityContent {
  const stated = view.records.flatMap((record) =>
    record.history.statements
      .filter(({ property, seen }) => seen.to === null && TELLING.has(property))
      .map(({ property, value, kind, strength }): EntityFact => {
        const marks = [kind, strength].filter((mark) => mark !== undefined && mark !== 'unstated');
        const text = property === 'name' && marks.length > 0 ? `${value} (${marks.join(', ')})` : value;
        return { record: formatSourceKey(record), property, text };
      }),
  );
  const designations = view.listings.map(({ record, list, episodes, programmes }): EntityFact => {
    const times = episodes.map(({ from, to }) =>
      `${describeBound(from)} – ${to === null ? '' : describeBound(to)}`.trim(),
    );
    const held = programmes.filter(({ to }) => to === null).map(({ programme }) => programme);
    const under = held.length === 0 ? '' : `; ${[...held].sort().join(', ')}`;
    return { record, property: 'designation', text: `${list}: ${times.join('; ')}${under}` };
  });
  const byLine = new Map([...stated, ...designations].map((fact) => [lineOf(fact), fact]));
  const lines = [...byLine.keys()].sort();
  return {
    hash: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32),
    facts: lines.flatMap((line) => byLine.get(line) ?? []),
  };
}

/** What came and what went from one content to another. */
export function contentChange(before: EntityContent, after: EntityContent): ContentChange {
  const [old, fresh] = [new Set(before.facts.map(lineOf)), new Set(after.facts.map(lineOf))];
  return {
    added: after.facts.filter((fact) => !old.has(lineOf(fact))),
    removed: before.facts.filter((fact) => !fresh.has(lineOf(fact))),
  };
}

function lineOf({ record, property, text }: EntityFact): string {
  return JSON.stringify([record, property, text]);
}
