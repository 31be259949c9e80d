import { cleanValue, type FtmProperty, type FtmSchema, ftmSchema } from '../../exchange/index.ts';

/** An entity that a caller describes, to be matched: cleaned, as it is answered back. */
export interface Example {
  readonly id: string | null;
  readonly schema: FtmSchema;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** What was not understood and left out, in words. */
  readonly warnings: readonly string[];
}

/** An example that cannot be matched, and why. */
export interface BadExample {
  readonly why: string;
}

/** Values of one property, and properties of one example, beyond these are left out with a warning. */
const MOST_VALUES = 500;
const MOST_PROPERTIES = 200;
/** Of name parts that can be put together in many ways, so many names are made. */
const MOST_COMPOSED = 50;

/**
 * Cleans an example: values become text as FollowTheMoney writes it, countries codes; a name is put together from
 * its parts where none is given; an IBAN adds its country. What is unknown or cannot be read is left out and said.
 */
export function exampleOf(given: {
  readonly id?: string | null | undefined;
  readonly schema: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): Example | BadExample {
  const schema = ftmSchema(given.schema);
  if (schema === undefined) return { why: `Unknown schema: '${given.schema}'` };
  if (!schema.matchable && schema.name !== 'Thing')
    return { why: `Non-matchable schema for query: ${schema.name}` };
  const warnings: string[] = [];
  const properties: Record<string, string[]> = {};
  const names = Object.keys(given.properties);
  if (names.length > MOST_PROPERTIES) warnings.push(`only the first ${MOST_PROPERTIES} properties are used`);
  for (const name of names.slice(0, MOST_PROPERTIES)) {
    const property = propertyOf(schema, name);
    if (property === undefined || property.stub) {
      warnings.push(`${schema.name} has no property "${name.slice(0, 80)}"; it was left out`);
      continue;
    }
    const values = valuesOf(given.properties[name]);
    if (values.length > MOST_VALUES) warnings.push(`${name}: only the first ${MOST_VALUES} values are used`);
    for (const raw of values.slice(0, MOST_VALUES)) {
      const value = cleanValue(property.type, raw);
      if (value === null) {
        if (raw !== null && raw !== '')
          warnings.push(`${name}: a value is no ${property.type} and was left out`);
      } else addValue(properties, name, value);
    }
  }
  if (!hasName(schema, properties))
    for (const name of composedNames(properties)) addValue(properties, 'alias', name);
  for (const iban of Object.entries(properties).flatMap(([name, values]) =>
    propertyOf(schema, name)?.type === 'iban' ? values : [],
  )) {
    const country = cleanValue('country', iban.slice(0, 2));
    if (country !== null && schema.properties.has('country')) addValue(properties, 'country', country);
  }
  return { id: given.id ?? null, schema, properties, warnings };
}

/** A property of a schema; of `Thing`, whose things may be anything, of any schema that extends it. */
function propertyOf(schema: FtmSchema, name: string): FtmProperty | undefined {
  const own = schema.properties.get(name);
  if (own !== undefined || schema.name !== 'Thing') return own;
  for (const child of ['Person', 'Organization', 'Company', 'Vessel', 'Airplane']) {
    const found = ftmSchema(child)?.properties.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valuesOf(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw.flatMap((one) => (Array.isArray(one) ? one : [one]));
  return [raw];
}

function addValue(properties: Record<string, string[]>, name: string, value: string): void {
  const held = properties[name];
  if (held === undefined) properties[name] = [value];
  else if (!held.includes(value)) held.push(value);
}

function hasName(schema: FtmSchema, properties: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.keys(properties).some((name) => {
    const property = propertyOf(schema, name);
    return property?.type === 'name' && property.matchable;
  });
}

const PARTS = ['firstName', 'secondName', 'middleName', 'fatherName', 'motherName', 'lastName'] as const;

function composedNames(properties: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const parts = PARTS.map((part) => properties[part] ?? []).filter((values) => values.length > 0);
  const made = parts.reduce<readonly string[]>(
    (names, values) =>
      names.flatMap((name) => values.map((value) => `${name} ${value}`.trim())).slice(0, MOST_COMPOSED),
    [''],
  );
  return made.filter((name) => name !== '');
}
