import type { EntityRef } from '../store/index.ts';
import type { HeldItem, Statement } from './statement.ts';
import { statementOfFacts } from './statement-of-facts.ts';

/** A promise of a made-up statement: `said('train border police', { binding: 'strong' })`. */
export function said(text: string, change: Partial<HeldItem> = {}): Omit<HeldItem, 'id'> {
  return {
    kind: 'promise',
    text,
    verbatim: true,
    parties: ['AA', 'BB'],
    act: 'reaffirm',
    binding: 'medium',
    topic: 'other',
    measurable: false,
    why: 'no date',
    groups: [],
    about: [],
    span: null,
    ...change,
  };
}

/** A group that nobody has heard of. */
export function group(name: string): EntityRef {
  return { entity: `ent-${name.toLowerCase().replaceAll(' ', '-')}`, caption: name };
}

/** A made-up statement of AA and BB. */
export function statement(
  items: readonly Omit<HeldItem, 'id'>[],
  options: {
    readonly said?: readonly string[];
    readonly warnings?: readonly string[];
    readonly standing?: Statement['standing'];
  } = {},
): Statement {
  return statementOfFacts(
    {
      title: 'Joint statement',
      date: '2024-05-10',
      standing: options.standing ?? 'primary',
      warnings: options.warnings ?? [],
      parties: ['AA', 'BB'],
      items: items.map((item, at) => ({ ...item, id: `c${at + 1}` })),
      groups: [],
    },
    options.said ?? [],
  );
}
