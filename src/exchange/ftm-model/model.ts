import { wordTable } from '../../kernel/index.ts';
import type { SchemaRow } from './schema-row.ts';
import { SCHEMATA } from './tables/schemata.ts';

/** What kind of value a property holds, in FollowTheMoney's terms. */
export type FtmType =
  | 'name'
  | 'date'
  | 'country'
  | 'identifier'
  | 'phone'
  | 'email'
  | 'address'
  | 'iban'
  | 'url'
  | 'ip'
  | 'checksum'
  | 'entity'
  | 'topic'
  | 'gender'
  | 'language'
  | 'mimetype'
  | 'string'
  | 'text'
  | 'number'
  | 'json'
  | 'html';

/** One property of a schema. */
export interface FtmProperty {
  readonly name: string;
  /** The schema that declares it. */
  readonly schema: string;
  /** Words for it: `birthDate` is `Birth date`. */
  readonly label: string;
  readonly type: FtmType;
  readonly matchable: boolean;
  /** For links: what they lead to. */
  readonly range: string | null;
  /** For links: the property that is the same link read from its other end. */
  readonly reverse: { readonly schema: string; readonly name: string } | null;
  /** Whether it is such a reading from the other end, and never stands in a file. */
  readonly stub: boolean;
}

/** A schema with all that it has from its parents. */
export interface FtmSchema {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly matchable: boolean;
  readonly abstract: boolean;
  /** Itself and all that it extends. */
  readonly schemata: ReadonlySet<string>;
  /** All that extend it. */
  readonly descendants: ReadonlySet<string>;
  readonly caption: readonly string[];
  readonly edge: readonly [source: string, target: string] | null;
  readonly properties: ReadonlyMap<string, FtmProperty>;
}

/** The types by which things of one kind may be matched, unless a property says otherwise. */
const MATCHABLE: ReadonlySet<string> = new Set([
  'name',
  'date',
  'country',
  'identifier',
  'phone',
  'email',
  'address',
  'iban',
  'url',
  'ip',
  'checksum',
  'entity',
]);

/** The group under which values of a type are found, whatever their property; types without one are not there. */
export const FTM_GROUPS: Readonly<Partial<Record<FtmType, string>>> = Object.freeze({
  name: 'names',
  date: 'dates',
  country: 'countries',
  identifier: 'identifiers',
  phone: 'phones',
  email: 'emails',
  address: 'addresses',
  iban: 'ibans',
  url: 'urls',
  ip: 'ips',
  checksum: 'checksums',
  entity: 'entities',
  topic: 'topics',
  gender: 'genders',
  language: 'languages',
  mimetype: 'mimetypes',
});

const PLURALS = wordTable<string>({
  Person: 'People',
  Audio: 'Audio',
  UnknownLink: 'Unknown links',
});

/** How a row of the table writes a property. */
const WRITTEN = /^(\w+):(\w+)([-+]?)(?:>(\w+)(?:\/(\w+))?)?$/;

/** The schemata of FollowTheMoney by name. */
export const FTM_SCHEMATA: ReadonlyMap<string, FtmSchema> = build();

/** A schema by name; `undefined` for one that the model does not have. */
export function ftmSchema(name: string): FtmSchema | undefined {
  return FTM_SCHEMATA.get(name);
}

/**
 * The schemata whose things a thing of this schema may be: those that can be matched among its parents, its
 * children and itself. None for a schema that cannot be matched.
 */
export function matchableSchemata(schema: FtmSchema): ReadonlySet<string> {
  if (!schema.matchable) return new Set();
  const related = [...schema.schemata, ...schema.descendants];
  return new Set(related.filter((name) => FTM_SCHEMATA.get(name)?.matchable === true));
}

/** `birthDate` as words: `Birth date`; runs of capitals stay (`sourceURL`: `Source URL`). */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function build(): ReadonlyMap<string, FtmSchema> {
  const built = new Map<
    string,
    FtmSchema & { properties: Map<string, FtmProperty>; descendants: Set<string> }
  >();
  for (const [name, row] of Object.entries(SCHEMATA)) {
    const parents = (row.extends ?? []).flatMap((parent) => built.get(parent) ?? []);
    const schemata = new Set([name, ...parents.flatMap((parent) => [...parent.schemata])]);
    for (const above of schemata) if (above !== name) built.get(above)?.descendants.add(name);
    const properties = new Map(parents.flatMap((parent) => [...parent.properties]));
    for (const property of propertiesOf(name, row)) properties.set(property.name, property);
    const label = wordsOf(name);
    built.set(name, {
      name,
      label,
      plural: PLURALS[name] ?? pluralOf(label),
      matchable: row.matchable ?? true,
      abstract: row.abstract === true,
      schemata,
      descendants: new Set(),
      caption: row.caption ?? parents.find((parent) => parent.caption.length > 0)?.caption ?? [],
      edge: row.edge ?? parents.find((parent) => parent.edge !== null)?.edge ?? null,
      properties,
    });
  }
  for (const schema of [...built.values()]) addStubs(schema, built);
  return built;
}

/** Gives what a link leads to, and all that extends it, the property that reads the link from there. */
function addStubs(
  { name, properties }: FtmSchema,
  built: ReadonlyMap<
    string,
    { readonly properties: Map<string, FtmProperty>; readonly descendants: ReadonlySet<string> }
  >,
): void {
  for (const property of properties.values()) {
    if (property.stub || property.schema !== name || property.range === null || property.reverse === null)
      continue;
    const { range, reverse } = property;
    const stub: FtmProperty = {
      name: reverse.name,
      schema: range,
      label: wordsOf(reverse.name),
      type: 'entity',
      matchable: false,
      range: name,
      reverse: { schema: name, name: property.name },
      stub: true,
    };
    for (const at of [range, ...(built.get(range)?.descendants ?? [])])
      built.get(at)?.properties.set(stub.name, stub);
  }
}

function propertiesOf(schema: string, row: SchemaRow): readonly FtmProperty[] {
  return row.properties
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => {
      const [, name = '', type = 'string', mark = '', range, reverse] = WRITTEN.exec(text) ?? [];
      return {
        name,
        schema,
        label: wordsOf(name),
        type: type as FtmType,
        matchable: mark === '' ? MATCHABLE.has(type) : mark === '+',
        range: range ?? null,
        reverse: range === undefined || reverse === undefined ? null : { schema: range, name: reverse },
        stub: false,
      };
    });
}

function pluralOf(label: string): string {
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}
