import { sql } from 'kysely';
import { formatSourceKey, RECORD_LIST_ID, type TimePoint } from '../kernel/index.ts';
import type { Dialect } from './dialect.ts';
import { lastSeenBy } from './timeline.ts';

/** An entry that bears or bore a name. */
export interface NameBearer {
  /** The name asked for, in lower case. */
  readonly name: string;
  readonly list: string;
  /** Source key. */
  readonly record: string;
  readonly entity: string;
}

/** Names looked up in one statement; databases bound the number of parameters. */
const BATCH = 2000;

/**
 * The entries of all lists, and of the starter record, that bear or bore one of the names by the moment asked
 * about: the name as printed, but for upper and lower case of Latin letters. Found by an index, so that the cost is
 * that of what is found.
 */
export async function bearersOf(
  dialect: Dialect,
  names: readonly string[],
  knownAt: TimePoint | null,
): Promise<readonly NameBearer[]> {
  const wanted = [...new Set(names.map(asciiLower))];
  const found = new Map<string, NameBearer>();
  for (let start = 0; start < wanted.length; start += BATCH) {
    const rows = await dialect.arrays<readonly [string, string, string, string]>(
      dialect.db
        .selectFrom('statement')
        .innerJoin('source_record', 'source_record.id', 'statement.record_id')
        .innerJoin('entity', 'entity.id', 'source_record.entity_id')
        .select(['value', 'list_id', 'reference', 'canonical'])
        .distinct()
        .where('property', '=', 'name')
        .where(sql<string>`lower(value)`, 'in', wanted.slice(start, start + BATCH))
        .where('seen_from', '<=', lastSeenBy(knownAt)),
    );
    for (const [value, list, reference, entity] of rows) {
      const record = formatSourceKey({ list, reference });
      const name = asciiLower(value);
      found.set(`${name}\n${record}`, { name, list, record, entity });
    }
  }
  return [...found.values()];
}

/** An entry of a list, about another entity, that bears or bore a name that is an entity's own. */
export interface ForeignBearer extends NameBearer {
  /** The entity whose own name it is. */
  readonly owner: string;
}

/**
 * The entries of lists that bear or bore an own name of one of the entities and are about another one, which the
 * starter record does not give that name too: a name that two have says of neither that it is the other. An own name
 * is one that the starter record gives, of two words or more (those of one word have many), no label, which is another's word for
 * it, and no acronym.
 */
export async function foreignBearersOf(
  dialect: Dialect,
  entities: readonly string[],
  knownAt: TimePoint | null,
): Promise<readonly ForeignBearer[]> {
  if (entities.length === 0) return [];
  const until = lastSeenBy(knownAt);
  const rows = await dialect.arrays<readonly [string, string, string, string, string]>(
    dialect.db
      .selectFrom(ownNames(dialect, entities, until).as('own'))
      .innerJoin('statement as borne', (join) => join.on(sql`lower(borne.value)`, '=', sql.ref('own.name')))
      .innerJoin('source_record as entry', 'entry.id', 'borne.record_id')
      .innerJoin('entity as bearer', 'bearer.id', 'entry.entity_id')
      .select(['owner', 'name', 'entry.list_id', 'entry.reference', 'bearer.canonical'])
      .distinct()
      .where('borne.property', '=', 'name')
      .where('borne.seen_from', '<=', until)
      .where('entry.list_id', '!=', RECORD_LIST_ID)
      .whereRef('bearer.canonical', '!=', 'owner'),
  );
  const bearers = [...new Set(rows.map(([, , , , entity]) => entity))];
  const theirs =
    bearers.length === 0
      ? []
      : await dialect.arrays<readonly [string, string]>(ownNames(dialect, bearers, until));
  const shared = new Set(theirs.map(([entity, name]) => `${entity}\n${name}`));
  return rows
    .filter(([, name, , , entity]) => !shared.has(`${entity}\n${name}`))
    .map(([owner, name, list, reference, entity]) => ({
      owner,
      name,
      list,
      record: formatSourceKey({ list, reference }),
      entity,
    }));
}

/** The own names of entities, each once, in lower case. */
function ownNames({ db }: Dialect, entities: readonly string[], until: TimePoint) {
  return db
    .selectFrom('entity')
    .innerJoin('source_record', 'source_record.entity_id', 'entity.id')
    .innerJoin('statement', 'statement.record_id', 'source_record.id')
    .select(['canonical as owner', sql<string>`lower(value)`.as('name')])
    .distinct()
    .where('canonical', 'in', [...entities])
    .where('list_id', '=', RECORD_LIST_ID)
    .where('reference', 'not like', '%/%')
    .where('property', '=', 'name')
    .where('kind', 'not in', ['label', 'acronym'])
    .where('value', 'like', '% %')
    .where('seen_from', '<=', until);
}

/** A text in lower case as databases write it: letters of ASCII alone. Names are looked up so. */
export function asciiLower(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
const ASCII = /^[\x00-\x7f]*$/;
