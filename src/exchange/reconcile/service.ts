import type { FtmEntity } from '../ftm/index.ts';
import { FTM_SCHEMATA, type FtmProperty, type FtmSchema, ftmSchema, wordsOf } from '../ftm-model/index.ts';
import type { ExtendAnswer, ExtendQuery, Manifest, ReconcileQuery } from './wire-format.ts';

/** The schemata that a person may choose from, the plain ones first. */
const OFFERED = [
  'Person',
  'Organization',
  'LegalEntity',
  'Company',
  'Vessel',
  'Airplane',
  'PublicBody',
] as const;
/** What a question is about when it does not say. */
const ANYTHING = 'Thing';

/** The manifest of a dataset's service at a base address (no slash at its end). */
export function manifestOf(
  base: string,
  dataset: { readonly name: string; readonly title: string },
  query = '',
): Manifest {
  const at = `${base}/reconcile/${encodeURIComponent(dataset.name)}`;
  const service = (path: string, flyout?: string) => ({
    service_url: at,
    service_path: `${path}${query}`,
    ...(flyout === undefined ? {} : { flyout_service_path: `${flyout}?id=\${id}` }),
  });
  return {
    versions: ['0.2'],
    name: `${dataset.title} (Entente)`,
    identifierSpace: `${base}/entities/`,
    schemaSpace: 'https://followthemoney.tech/explorer/',
    documentation: `${base}/openapi.json`,
    defaultTypes: OFFERED.map((id) => ({ id, name: wordsOf(id) })),
    view: { url: `${base}/entities/{{id}}` },
    preview: { url: `${at}/preview?id={{id}}`, width: 430, height: 300 },
    suggest: {
      entity: service('/suggest/entity', '/flyout/entity'),
      property: service('/suggest/property', '/flyout/property'),
      type: service('/suggest/type', '/flyout/type'),
    },
    extend: {
      propose_properties: service('/extend/property'),
      property_settings: [
        {
          name: 'limit',
          label: 'Limit',
          type: 'number',
          default: 0,
          help_text: 'At most so many values a row; 0 for all.',
        },
      ],
    },
    batchSize: 10,
  };
}

/** A question as an entity to be matched: its schema and what is said of it. */
export function exampleOfQuery({ query, type, properties }: ReconcileQuery): {
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
} {
  const asked = Array.isArray(type) ? type[0] : type;
  const values: Record<string, unknown[]> = {};
  if (query !== undefined && query.trim() !== '') values.name = [query];
  for (const { pid, v } of properties ?? []) {
    const name = propertyName(pid);
    for (const one of Array.isArray(v) ? v : [v]) {
      if (one === null || one === undefined) continue;
      const value = typeof one === 'object' ? (one.name ?? one.id) : one;
      values[name] = [...(values[name] ?? []), value];
    }
  }
  return {
    schema: asked === undefined || asked === null || asked === '' ? ANYTHING : asked,
    properties: values,
  };
}

/** `Person:birthDate` and `birthDate` are the same property. */
function propertyName(pid: string): string {
  return pid.slice(pid.lastIndexOf(':') + 1);
}

/** The types of an entity as the service names them: its own schema, then what that extends. */
export function typesOf({
  schema,
}: Pick<FtmEntity, 'schema'>): readonly { readonly id: string; readonly name: string }[] {
  const own = ftmSchema(schema);
  const names = [
    schema,
    ...[...(own?.schemata ?? [])].filter((name) => name !== schema && !ftmSchema(name)?.abstract),
  ];
  return names.map((id) => ({ id, name: wordsOf(id) }));
}

/** A line that tells an entity from others of its name. */
export function describe({ properties }: Pick<FtmEntity, 'properties'>): string {
  const said = ['birthDate', 'nationality', 'country', 'jurisdiction', 'programId', 'program'].flatMap(
    (name) => (properties[name] ?? []).slice(0, 3),
  );
  return [...new Set(said)].slice(0, 6).join(' · ');
}

/** The types whose name begins with a text; the plain ones for none. */
export function suggestTypes(prefix: string, limit: number) {
  const offered = [...FTM_SCHEMATA.values()].filter(({ matchable, name }) => matchable || name === ANYTHING);
  const found = offered.filter(({ name, label, plural }) => begins(prefix, name, label, plural));
  return found.slice(0, limit).map(({ name, label }) => ({ id: name, name: label }));
}

/** The properties whose name begins with a text, of any schema that can be matched. */
export function suggestProperties(prefix: string, limit: number) {
  const found = new Map<string, { id: string; name: string; description: string }>();
  for (const schema of FTM_SCHEMATA.values()) {
    if (!schema.matchable) continue;
    for (const property of schema.properties.values()) {
      if (property.stub || !begins(prefix, property.name, property.label)) continue;
      const id = `${property.schema}:${property.name}`;
      found.set(id, { id, name: property.label, description: `of ${wordsOf(property.schema)}` });
    }
  }
  return [...found.values()].slice(0, limit);
}

/** The properties by which entities of a type can be extended; the usual ones first. */
export function proposeProperties(type: string, limit: number) {
  const schema = ftmSchema(type) ?? ftmSchema(ANYTHING);
  const own = [...(schema?.properties.values() ?? [])].filter(
    ({ stub, type: kind }) => !stub && kind !== 'entity',
  );
  const all = own.map(({ name, label }) => ({ id: name, name: label }));
  return { type, properties: limit > 0 ? all.slice(0, limit) : all, ...(limit > 0 ? { limit } : {}) };
}

/** Values of some entities, by the ids asked for; an id that is not there has an empty row. */
export function extend(query: ExtendQuery, entityOf: (id: string) => FtmEntity | null): ExtendAnswer {
  const meta = new Map<string, { id: string; name: string }>();
  const rows: [string, Record<string, { str: string }[]>][] = [];
  for (const id of query.ids) {
    const entity = entityOf(id);
    const row: [string, { str: string }[]][] = [];
    for (const asked of query.properties) {
      const property = propertyOf(
        entity === null ? undefined : ftmSchema(entity.schema),
        propertyName(asked.id),
      );
      if (!meta.has(asked.id))
        meta.set(asked.id, { id: asked.id, name: property?.label ?? wordsOf(propertyName(asked.id)) });
      const values = entity?.properties[propertyName(asked.id)] ?? [];
      const most = asked.settings?.limit ?? 0;
      row.push([asked.id, (most > 0 ? values.slice(0, most) : values).map((str) => ({ str }))]);
    }
    rows.push([id, Object.fromEntries(row)]);
  }
  return { meta: [...meta.values()], rows: Object.fromEntries(rows) };
}

function propertyOf(schema: FtmSchema | undefined, name: string): FtmProperty | undefined {
  return schema?.properties.get(name);
}

function begins(prefix: string, ...names: readonly string[]): boolean {
  const wanted = prefix.trim().toLowerCase();
  return names.some((name) => name.toLowerCase().startsWith(wanted));
}
