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

/** A name of an entity. */
export interface OwnName {
  readonly entity: string;
  readonly name: string;
}

/**
 * The names that the starter record gives entities as their own: no labels, which are others' words for them, and no
 * acronyms, which many have.
 */
export async function ownNamesOf(
  dialect: Dialect,
  entities: readonly string[],
  knownAt: TimePoint | null,
): Promise<readonly OwnName[]> {
  const rows = await dialect.arrays<readonly [string, string]>(
    dialect.db
      .selectFrom('entity')
      .innerJoin('source_record', 'source_record.entity_id', 'entity.id')
      .innerJoin('statement', 'statement.record_id', 'source_record.id')
      .select(['canonical', 'value'])
      .distinct()
      .where('canonical', 'in', [...entities])
      .where('list_id', '=', RECORD_LIST_ID)
      .where('reference', 'not like', '%/%')
      .where('property', '=', 'name')
      .where('kind', 'not in', ['label', 'acronym'])
      .where('seen_from', '<=', lastSeenBy(knownAt)),
  );
  return rows.map(([entity, name]) => ({ entity, name }));
}

/** A text in lower case as databases write it: letters of ASCII alone. Names are looked up so. */
export function asciiLower(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
const ASCII = /^[\x00-\x7f]*$/;
