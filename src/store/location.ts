/** The parts of the address of a store in PostgreSQL that are ours. */
export interface PostgresLocation {
  /** The connection string, as PostgreSQL's own clients take it. */
  readonly connection: string;
  /** The schema that holds the store's tables. */
  readonly schema: string;
}

/** The schema of a store whose address names none. */
const SCHEMA = 'entente';

/** Whether a store's address is of PostgreSQL; every other is the path of a file. */
export function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//i.test(location);
}

/**
 * Reads `postgres://user:password@host:port/database?schema=name` (libpq's URI, and `schema` beside its parameters).
 * Throws a `TypeError` for an address or the name of a schema that is none; it repeats nothing of the address, which
 * may hold a password.
 */
export function postgresLocation(location: string): PostgresLocation {
  let url: URL;
  try {
    url = new URL(location);
  } catch {
    throw new TypeError('the address is not postgres://user:password@host:port/database');
  }
  const schema = url.searchParams.get('schema') ?? SCHEMA;
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema) || schema.startsWith('pg_'))
    throw new TypeError('schema is not up to 41 small letters, digits and underscores');
  url.searchParams.delete('schema');
  return { connection: url.href, schema };
}

/** The address of the ledger that belongs to a store: a file beside its file, a schema beside its schema. */
export function ledgerOf(location: string): string {
  if (location === ':memory:') return location;
  if (!isPostgres(location)) return `${location}.ledger`;
  const url = new URL(location);
  url.searchParams.set('schema', `${postgresLocation(location).schema}_ledger`);
  return url.href;
}

/**
 * The path to which the endings of files beside a store are added (`.audit-key`, `.names`): the store's own path, or a
 * name made of server, database and schema in the folder that the process runs in.
 */
export function besideOf(location: string): string {
  if (!isPostgres(location)) return location;
  const { hostname, port, pathname } = new URL(location);
  const words = [
    hostname,
    port || '5432',
    decodeURIComponent(pathname.slice(1)),
    postgresLocation(location).schema,
  ];
  return words.join('-').replace(/[^\w.-]+/g, '_');
}

/** A store's address as it may be shown: without a password. */
export function shownLocation(location: string): string {
  if (!isPostgres(location)) return location;
  try {
    const url = new URL(location);
    if (url.password !== '') url.password = '***';
    if (url.searchParams.has('password')) url.searchParams.set('password', '***');
    return url.href;
  } catch {
    return 'postgres://…';
  }
}
