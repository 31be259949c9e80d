import { type FtmEntity, ftmSchema } from '../../exchange/index.ts';
import type { NameIndex } from '../../names/index.ts';
import { term, termsOf } from './terms.ts';

/** What a view of a collection leaves out. */
export interface Less {
  /** 1 for a row that is not there. */
  readonly hidden: Uint8Array;
  readonly count: number;
  /** Entities that linked to one that is not there, without the link. */
  readonly changed: ReadonlyMap<number, FtmEntity>;
  /** The rows that no longer have a term, by the term: what only the link had. */
  readonly dropped: ReadonlyMap<string, ReadonlySet<number>>;
  readonly values: Uint32Array;
  readonly names: NameIndex;
}

/** What is left out of. */
interface Whole {
  readonly rowsEnd: number;
  readonly values: Uint32Array;
  readonly names: NameIndex;
  entity(row: number): FtmEntity;
  rows(text: string): Uint32Array;
  namesOfRows(rows: Uint8Array): readonly number[];
}

/**
 * Works out what goes with some rows: the links, listings, papers and wallets that hang on them, since each tells of
 * what it hangs on; and, in any thing that only links to them, the link.
 */
export function lessOf(whole: Whole, rows: readonly number[]): Less {
  const hidden = new Uint8Array(whole.rowsEnd);
  const linking = new Map<number, FtmEntity>();
  const gone = new Set<string>();
  const waiting = [...rows];
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    if (hidden[row] === 1) continue;
    hidden[row] = 1;
    const { id } = whole.entity(row);
    gone.add(id);
    for (const other of whole.rows(term('x', id))) {
      const entity = whole.entity(other);
      if (!linksTo(entity, id)) continue;
      if (hangs(entity)) waiting.push(other);
      else linking.set(other, entity);
    }
  }
  const changed = new Map<number, FtmEntity>();
  const dropped = new Map<string, Set<number>>();
  const values = Uint32Array.from(whole.values);
  for (const [row, entity] of linking) {
    if (hidden[row] === 1) continue;
    const without = withoutLinks(entity, gone);
    changed.set(row, without);
    values[row] = Object.values(without.properties).reduce((sum, own) => sum + own.length, 0);
    const kept = termsOf(without, true);
    for (const one of termsOf(entity, true)) {
      if (kept.has(one)) continue;
      const from = dropped.get(one) ?? new Set<number>();
      dropped.set(one, from.add(row));
    }
  }
  return {
    hidden,
    count: hidden.reduce((sum, one) => sum + one, 0),
    changed,
    dropped,
    values,
    names: whole.names.changed({ remove: whole.namesOfRows(hidden), add: [] }),
  };
}

/** Whether an entity is nothing but what it says of another: an edge, an interval, an account's or wallet's number. */
function hangs({ schema }: FtmEntity): boolean {
  const model = ftmSchema(schema);
  return (
    model === undefined ||
    model.edge !== null ||
    !model.schemata.has('Thing') ||
    ACCOUNTS.some((account) => model.schemata.has(account))
  );
}

const ACCOUNTS = ['CryptoWallet', 'BankAccount'] as const;

function isLink(schema: string, name: string): boolean {
  return ftmSchema(schema)?.properties.get(name)?.type === 'entity';
}

function linksTo({ schema, properties }: FtmEntity, id: string): boolean {
  return Object.entries(properties).some(([name, values]) => isLink(schema, name) && values.includes(id));
}

function withoutLinks(entity: FtmEntity, gone: ReadonlySet<string>): FtmEntity {
  const properties = Object.entries(entity.properties).flatMap(([name, values]) => {
    if (!isLink(entity.schema, name)) return [[name, values] as const];
    const left = values.filter((id) => !gone.has(id));
    return left.length === 0 ? [] : [[name, left] as const];
  });
  return { ...entity, properties: Object.fromEntries(properties) };
}
