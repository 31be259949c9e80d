import { type Clocks, formatSourceKey, RECORD_LIST_ID } from '../kernel/index.ts';
import {
  asciiLower,
  captionOf,
  describeBound,
  type EntityView,
  type KnownRecord,
  type KnownStatement,
  type NameBearer,
  nameBeginning,
  nameHeldOn,
  primaryName,
  storeError,
} from '../store/index.ts';
import { fold } from '../text/index.ts';
import { cellOfListing, type MatrixCell } from './matrix-cell.ts';
import type { MatrixReading } from './matrix-reading.ts';

/** That an entry of a list, about another entity, bears a name of this one. */
export interface AliasElsewhere {
  /** The entity whose name it is. */
  readonly entity: string;
  readonly list: string;
  readonly cell: MatrixCell;
}

/** A row that was asked for by name. */
export interface NameRow {
  readonly name: string;
  /** The entities that bear it. */
  readonly about: readonly EntityView[];
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

/**
 * Where the entities' own names stand as names of other entities' entries. What it says of an entity does not hang on
 * which others are asked about.
 */
export async function aliasesElsewhere(
  reading: MatrixReading,
  views: readonly EntityView[],
  clocks: Clocks,
  may: (view: EntityView) => boolean,
): Promise<readonly AliasElsewhere[]> {
  const bearers = await reading.foreignBearers(views.map((view) => view.entity));
  const others = await seen(reading, bearers, may);
  return [...bearers].sort(byRecordAndName).flatMap(({ owner, list, record, name, entity }) => {
    const other = others.get(entity);
    const cell = nameCell(other, record, name, clocks);
    if (other === undefined || cell === null || !STANDS.includes(cell.status)) return [];
    const of = cell.of ?? { entity, record, caption: cell.printedName ?? captionOf(other) };
    return [{ entity: owner, list, cell: { ...cell, status: 'alias', of } }];
  });
}

const STANDS: readonly MatrixCell['status'][] = ['listed', 'unclear', 'alias'];

function byRecordAndName(a: NameBearer, b: NameBearer): number {
  return a.record < b.record ? -1 : a.record > b.record ? 1 : a.name < b.name ? -1 : 1;
}

/**
 * Where a name stands, list by list: as the main name of an entry, as a name of an entry that goes by another, or,
 * on a list that is not held, as the starter record says that it was added.
 */
export async function rowOfName(
  reading: MatrixReading,
  name: string,
  clocks: Clocks,
  may: (view: EntityView) => boolean,
): Promise<NameRow> {
  const bearers = await reading.bearers(spellings(name));
  const views = await seen(reading, bearers, may);
  if (views.size === 0) throw storeError('ENT_NOT_FOUND', { what: `an entry by the name "${name}"` });
  const cells = new Map<string, MatrixCell>();
  for (const bearer of bearers) {
    if (bearer.list === RECORD_LIST_ID) continue;
    const cell = nameCell(views.get(bearer.entity), bearer.record, bearer.name, clocks);
    const before = cells.get(bearer.list);
    if (cell !== null && (before === undefined || before.status === 'alias')) cells.set(bearer.list, cell);
  }
  for (const view of views.values()) {
    for (const record of view.records) {
      const cell = claimedName(view, record, name, clocks);
      if (cell !== null && !cells.has(cell.list)) cells.set(cell.list, cell);
    }
  }
  return { name, about: [...views.values()], cells };
}

async function seen(
  reading: MatrixReading,
  bearers: readonly NameBearer[],
  may: (view: EntityView) => boolean,
): Promise<ReadonlyMap<string, EntityView>> {
  const ids = [...new Set(bearers.map(({ entity }) => entity))];
  const views = await reading.named(ids);
  return new Map([...views].filter(([, view]) => may(view)));
}

/** Lists print a name with its article or without. */
function spellings(name: string): readonly string[] {
  const bare = name.trim().replace(/^the\s+/i, '');
  return [bare, `the ${bare}`];
}

/** The cell of an entry for one of its names: the listing where it is the main name, else the alias. */
function nameCell(
  view: EntityView | undefined,
  key: string,
  name: string,
  { asOf }: Clocks,
): MatrixCell | null {
  const record = view?.records.find((one) => formatSourceKey(one) === key);
  const listing = view?.listings.find((one) => one.record === key);
  if (view === undefined || record === undefined || listing === undefined) return null;
  const borne = record.history.statements.filter(
    (statement) => statement.property === 'name' && asciiLower(statement.value) === name,
  );
  const held = borne.find((statement) =>
    ['listed', 'unclear'].includes(nameHeldOn(record.history, statement, asOf)),
  );
  const status = cellOfListing(listing, asOf);
  const primary = primaryName(record);
  if (primary !== null && asciiLower(primary) === name) return status;
  if (held === undefined || status.status === 'was-listed' || status.status === 'not-yet') return null;
  return {
    ...status,
    status: 'alias',
    since: describeBound(nameBeginning(record.history, held)),
    until: null,
    printedName: held.value,
    of: { entity: view.entity, record: key, caption: primary ?? captionOf(view) },
  };
}

/** What the starter record says of a name on a list that does not print it here: that an amendment added it. */
function claimedName(
  view: EntityView,
  record: KnownRecord,
  name: string,
  { asOf }: Clocks,
): MatrixCell | null {
  const key = formatSourceKey(record);
  const list = record.history.statements.find(({ property }) => property === 'list')?.value;
  const listing = view.listings.find((one) => one.record === key || one.list === list);
  if (record.list !== RECORD_LIST_ID || list === undefined || listing === undefined) return null;
  const cell: MatrixCell = { ...cellOfListing(listing, asOf), basis: 'record' };
  if (listing.basis === 'record' && listing.printedName !== null && fold(listing.printedName) === fold(name))
    return cell;
  const added = record.history.statements
    .filter((statement) => statement.property === 'amendedOn' && adds(statement, name))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .find(({ value }) => asOf === null || value <= asOf);
  if (added === undefined) return null;
  return {
    ...cell,
    status: 'alias',
    since: added.value,
    until: null,
    printedName: name,
    of: { entity: view.entity, record: key, caption: captionOf(view) },
  };
}

function adds({ detail }: KnownStatement, name: string): boolean {
  const what = ` ${fold(detail?.what ?? '')} `;
  return what.includes(` ${fold(name)} `) && /\badd/.test(what);
}
