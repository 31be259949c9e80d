import type { Clocks, ListInfo, RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { NOW } from '../../kernel/index.ts';
import { type EntityView, Store } from '../../store/index.ts';

/** A list of an invented office. */
export function listOf(id: string): ListInfo {
  return {
    id,
    title: `The ${id}`,
    authority: { id: `${id}-office`, name: `Office of ${id}`, country: 'FR' },
    effect: 'for tests',
    url: `https://${id}.example/`,
    licence: 'none',
    parts: ['main'],
    staleAfterDays: 30,
  };
}

/** An entry `E1` of the list, as a snapshot showed it; `null` is a snapshot without it. */
export type Shown = readonly [observed: string, statements: readonly Statement[] | null];

/** The entity of `E1` after these snapshots of `un-sc` or another list. */
export async function viewOf(
  shown: readonly Shown[],
  { list = 'un-sc', schema = 'Organization' as Schema, clocks = NOW as Clocks } = {},
): Promise<EntityView> {
  const store = await Store.open(':memory:');
  try {
    for (const [observed, statements] of shown) {
      const other: RecordPart = { key: 'E0', part: 'main', statements: [name('Reed Company')] };
      const records =
        statements === null ? [other] : [other, { key: 'E1', part: 'main', schema, statements }];
      await store.load(
        {
          list: listOf(list),
          observed,
          parts: ['main'],
          records: [records],
          trailer: () => ({ published: null, files: new Map() }),
        },
        { now: '2026-11-24T00:00:00.000Z' },
      );
    }
    const view = await store.entity(`${list}:E1`, clocks);
    if (view === null) throw new Error('the test asks for an entity that nothing shows');
    return view;
  } finally {
    await store.close();
  }
}

/** A statement of a property, with any of its other fields. */
export function said(
  property: Statement['property'],
  value: string,
  more: Partial<Statement> = {},
): Statement {
  return { property, value, place: property, ...more };
}

/** A name, primary unless said otherwise. */
export function name(value: string, more: Partial<Statement> = {}): Statement {
  return said('name', value, { kind: 'primary', strength: 'unstated', ...more });
}
