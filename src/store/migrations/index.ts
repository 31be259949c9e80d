import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { storeError } from '../errors.ts';
import { shownLocation } from '../location.ts';
import * as record from './0001-record.ts';
import * as files from './0002-files.ts';
import * as documents from './0003-documents.ts';
import * as engagement from './0004-engagement.ts';
import * as accounts from './0005-accounts.ts';
import * as audit from './0006-audit.ts';
import * as watch from './0007-watch.ts';
import * as markings from './0009-markings.ts';
import * as feeds from './0010-feeds.ts';
import * as auditKeys from './0011-audit-keys.ts';
import * as exceptions from './0012-exceptions.ts';
import * as markingActs from './0013-marking-acts.ts';
import * as lookups from './0014-lookups.ts';
import * as bulkDecisions from './0015-bulk-decisions.ts';

interface Step {
  up(db: Kysely<unknown>, dialect: Dialect['name']): Promise<void>;
}

/** Every migration, in order. A released one is never edited; a change is a new row. */
const STEPS: Readonly<Record<string, Step>> = {
  '0001-record': record,
  '0002-files': files,
  '0003-documents': documents,
  '0004-engagement': engagement,
  '0007-watch': watch,
  '0009-markings': markings,
  '0010-feeds': feeds,
  '0012-exceptions': exceptions,
  '0013-marking-acts': markingActs,
  '0014-lookups': lookups,
  '0015-bulk-decisions': bulkDecisions,
};

/** The migrations of the ledger, the store's second file. */
export const LEDGER_STEPS: Readonly<Record<string, Step>> = {
  '0005-accounts': accounts,
  '0006-audit': audit,
  '0011-audit-keys': auditKeys,
};

/** The migrations of those names, of the store or of its ledger; names of none are left out. */
export function stepsNamed(names: readonly string[]): Readonly<Record<string, Step>> {
  return Object.fromEntries(
    Object.entries({ ...STEPS, ...LEDGER_STEPS }).filter(([name]) => names.includes(name)),
  );
}

/** Brings a store to this version's shape. A store of a newer version is refused and left untouched. */
export async function migrate(dialect: Dialect, steps = STEPS): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(steps).map(([name, step]): [string, Migration] => [
      name,
      { up: (db) => step.up(db, dialect.name) },
    ]),
  );
  const migrator = new Migrator({
    db: dialect.db,
    ...(dialect.schema === undefined ? {} : { migrationTableSchema: dialect.schema }),
    provider: { getMigrations: async () => migrations },
    // Domains number theirs side by side: an older number may come with a newer version.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const why = error instanceof Error ? error.message : String(error);
  const missing = /previously executed migration ([\w-]+) is missing/.exec(why);
  if (missing !== null) {
    throw storeError(
      'ENT_STORE_NEWER',
      { location: shownLocation(dialect.location), migration: missing[1] ?? '' },
      { cause: error },
    );
  }
  throw storeError('ENT_STORE_OPEN', { location: shownLocation(dialect.location), why }, { cause: error });
}
