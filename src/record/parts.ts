import type { ListInfo, RecordPart, Statement } from '../kernel/index.ts';
import { defined } from './defined.ts';
import type { DateFact, Designation, Edition, Group } from './group.ts';

/** The starter record as a list like any other. Its keys are slugs of groups and keys of designations. */
export const RECORD_LIST: ListInfo = {
  id: 'record',
  title: 'Entente starter record',
  authority: { id: 'entente', name: 'Entente', country: 'ZZ' },
  effect: 'None. It says who lists whom, with the source of each fact; it lists nobody itself.',
  url: 'record/README.md',
  licence: 'CC0-1.0',
  parts: ['main'],
  staleAfterDays: 365,
};

/**
 * What the store loads of an edition: for each group one source record with its names, dates, countries and
 * relations (key: its slug), and one for each of its designations (key: the designation's). Each statement
 * cites one source; a fact that stands on three is three statements.
 */
export function recordParts(edition: Edition): readonly RecordPart[] {
  const authority = new Map(edition.lists.map((list) => [list.id, list.authority.id]));
  const entity = new Map(edition.groups.map((group) => [group.slug, group.id]));
  return edition.groups.flatMap((group) => [
    part(group, group.slug, groupStatements(group, entity)),
    ...group.designations.map((entry) =>
      part(group, entry.key, designationStatements(entry, authority.get(entry.list))),
    ),
  ]);
}

function part(group: Group, key: string, statements: readonly Statement[]): RecordPart {
  return { key, part: 'main', schema: group.schema, statements };
}

function groupStatements(group: Group, entity: ReadonlyMap<string, string>): readonly Statement[] {
  const names = group.names.flatMap((name) =>
    name.prints.map(
      ({ source, strength }): Statement =>
        defined({
          property: 'name',
          value: name.text,
          place: 'names',
          language: name.language,
          script: name.script,
          kind: name.kind,
          strength,
          detail: details({ usedBy: name.usedBy.join(' '), strengthBasis: name.strengthBasis }),
          validFrom: name.from,
          validTo: name.until,
          source,
        }),
    ),
  );
  const founded = [
    ...dated('foundedOn', 'founded', group.founded, { of: 'group' }),
    ...dated('foundedOn', 'firstNamed', group.firstNamed, { of: 'name' }),
  ];
  const countries = group.countries.flatMap(({ country, sources }) =>
    sources.map((source): Statement => ({ property: 'country', value: country, place: 'countries', source })),
  );
  const relations = group.relations.flatMap((relation) =>
    relation.sources.map(
      (source): Statement =>
        defined({
          property: 'relation',
          value: relation.group ?? relation.name ?? '',
          place: 'relations',
          detail: details({
            type: relation.type,
            subject: relation.subject,
            entity: relation.group === undefined ? undefined : entity.get(relation.group),
          }),
          validFrom: relation.from,
          validTo: relation.until,
          source,
        }),
    ),
  );
  return [...names, ...founded, ...countries, ...relations];
}

function designationStatements(entry: Designation, authority: string | undefined): readonly Statement[] {
  const said = (property: Statement['property'], value: string | undefined): readonly Statement[] =>
    value === undefined
      ? []
      : entry.sources.map((source): Statement => ({ property, value, place: property, source }));
  const printed =
    entry.printedName === undefined
      ? []
      : said('name', entry.printedName).map(
          (statement): Statement => ({ ...statement, kind: 'primary', strength: 'unstated' }),
        );
  return [
    ...said('authority', authority),
    ...said('list', entry.list),
    ...said('reference', entry.reference),
    ...said('programme', entry.programme),
    ...printed,
    ...said('legalBasis', entry.legalBasis),
    ...dated('listedOn', 'listed', entry.listed),
    ...dated('amendedOn', 'amended', entry.amended),
    ...dated('delistedOn', 'delisted', entry.delisted),
    ...dated('listedOn', 'relisted', entry.relisted, { event: 'relisted' }),
  ];
}

function dated(
  property: Statement['property'],
  place: string,
  facts: readonly (DateFact & { readonly what?: string })[],
  more: Readonly<Record<string, string>> = {},
): readonly Statement[] {
  return facts.flatMap(({ date, stage, what, sources }) =>
    sources.map(
      (source): Statement =>
        defined({ property, value: date, place, detail: details({ ...more, stage, what }), source }),
    ),
  );
}

/** The qualifiers that are there; `undefined` when none is. */
function details(
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(fields).filter(
    (field): field is [string, string] => field[1] !== undefined && field[1] !== '',
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
