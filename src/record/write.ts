import { groupBy, type ListInfo, type RecordPart, type Source, type Statement } from '../kernel/index.ts';
import { defined } from './defined.ts';
import { writeYaml, type YamlValue } from './write-yaml.ts';

/** What a store holds of a record: what {@link recordFiles} writes out again. */
export interface RecordContents {
  readonly name: string;
  readonly date: string;
  readonly licence: string;
  readonly lists: readonly Pick<ListInfo, 'id' | 'title' | 'authority' | 'effect' | 'url' | 'licence'>[];
  readonly sources: readonly Source[];
  /** As `recordParts` made them. */
  readonly parts: readonly RecordPart[];
  /** The pinned entity id of each group, by slug. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * The record as files again, by their path in the folder: what `readRecord` reads, and what gives the same
 * `recordParts`. What the store does not hold is not in it: comments, explained differences to lists, names that
 * are shared for a reason; sources that were entries of lists come as documents.
 */
export function recordFiles(contents: RecordContents): ReadonlyMap<string, string> {
  const groups = contents.parts.filter(({ key }) => !key.includes('/'));
  const claims = groupBy(
    contents.parts.filter(({ key }) => key.includes('/')),
    ({ key }) => key.slice(0, key.indexOf('/')),
  );
  const sources = new Map(contents.sources.map((source) => [source.id, source]));
  const shared = new Set<string>();
  const files = new Map<string, string>();
  for (const group of groups) {
    const own = claims.get(group.key) ?? [];
    const cited = new Set(
      [group, ...own].flatMap(({ statements }) => statements.flatMap(({ source }) => source ?? [])),
    );
    for (const id of cited) if (!id.includes('/')) shared.add(id);
    const file = groupFile(group, own, contents.ids.get(group.key) ?? '', [...cited].sort(), sources);
    files.set(`groups/${group.key}.yaml`, writeYaml(file));
  }
  const common = [...shared].sort().map((id): [string, YamlValue] => [id, documentOf(sources.get(id))]);
  files.set('sources.yaml', writeYaml({ sources: Object.fromEntries(common) }));
  files.set('authorities.yaml', writeYaml(authorities(contents.lists)));
  const { name, date, licence } = contents;
  files.set('edition.yaml', writeYaml({ name, date, licence }));
  return files;
}

function authorities(lists: RecordContents['lists']): YamlValue {
  return {
    authorities: Object.fromEntries(
      lists.map(({ authority: { id, name, country } }) => [id, { name, country }]),
    ),
    lists: Object.fromEntries(
      lists.map(({ id, title, authority, effect, url, licence }) => [
        id,
        { title, authority: authority.id, effect, url, licence },
      ]),
    ),
  };
}

function groupFile(
  group: RecordPart,
  claims: readonly RecordPart[],
  id: string,
  cited: readonly string[],
  sources: ReadonlyMap<string, Source>,
): YamlValue {
  const of = (property: Statement['property'], place?: string) =>
    group.statements.filter(
      (statement) => statement.property === property && (place === undefined || statement.place === place),
    );
  const own = cited.filter((source) => source.includes('/'));
  const countries = groupBy(of('country'), ({ value }) => value);
  return defined({
    id,
    caption: of('name').find(({ kind }) => kind === 'primary')?.value ?? '',
    schema: group.schema,
    sources: filled(
      Object.fromEntries(own.map((source) => [localId(source), documentOf(sources.get(source))])),
    ),
    names: [...groupBy(of('name'), ({ value }) => value).values()].map(nameOf),
    founded: datesOf(of('foundedOn', 'founded')),
    firstNamed: datesOf(of('foundedOn', 'firstNamed')),
    countries: filled(Object.fromEntries([...countries].map(([country, said]) => [country, citedBy(said)]))),
    relations: filled([...groupBy(of('relation'), relationKey).values()].map(relationOf)),
    designations: filled(claims.map((claim) => designationOf(claim, group.key))),
  }) as YamlValue;
}

function documentOf(source: Source | undefined): YamlValue {
  return defined({
    publisher: source?.publisher ?? '',
    title: source?.title ?? '',
    date: source?.date,
    url: source?.url,
  }) as YamlValue;
}

function nameOf(prints: readonly Statement[]): YamlValue {
  const [first] = prints;
  const strengths = new Set(prints.map(({ strength }) => strength ?? 'unstated'));
  const [only = 'unstated'] = strengths;
  const usedBy = first?.detail?.usedBy?.split(' ');
  return defined({
    text: first?.value,
    kind: first?.kind,
    language: first?.language,
    script: first?.script === 'Latn' ? undefined : first?.script,
    strength:
      strengths.size > 1
        ? Object.fromEntries(
            prints.map(({ source, strength }) => [localId(source ?? ''), strength ?? 'unstated']),
          )
        : only === 'unstated'
          ? undefined
          : only,
    strengthBasis: first?.detail?.strengthBasis,
    usedBy,
    from: first?.validFrom,
    until: first?.validTo,
    sources: citedBy(prints),
  }) as YamlValue;
}

function relationKey({ value, detail, validFrom, validTo }: Statement): string {
  return JSON.stringify([detail?.type, detail?.subject, value, validFrom, validTo]);
}

function relationOf(prints: readonly Statement[]): YamlValue {
  const [first] = prints;
  const held = first?.detail?.entity !== undefined;
  return defined({
    type: first?.detail?.type,
    subject: first?.detail?.subject,
    group: held ? first?.value : undefined,
    name: held ? undefined : first?.value,
    from: first?.validFrom,
    until: first?.validTo,
    sources: citedBy(prints),
  }) as YamlValue;
}

function designationOf({ key, statements }: RecordPart, slug: string): YamlValue {
  const said = (property: Statement['property'], place: string = property) =>
    statements.filter((statement) => statement.property === property && statement.place === place);
  const value = (property: Statement['property']) => said(property)[0]?.value;
  const list = value('list') ?? '';
  const programme = value('programme');
  const stem = [slug, list, programme?.replace(/[\s/]+/g, '-')]
    .filter((part) => part !== undefined)
    .join('/');
  return defined({
    list,
    key: key.length > stem.length ? key.slice(stem.length + 1) : undefined,
    reference: value('reference'),
    programme,
    printedName: said('name')[0]?.value,
    legalBasis: value('legalBasis'),
    listed: datesOf(said('listedOn', 'listed')),
    amended: datesOf(said('amendedOn', 'amended')),
    delisted: datesOf(said('delistedOn', 'delisted')),
    relisted: datesOf(said('listedOn', 'relisted')),
    sources: citedBy(said('list')),
  }) as YamlValue;
}

/** Dates with what they are the date of, each once, with the sources that give it. */
function datesOf(statements: readonly Statement[]): YamlValue | undefined {
  const facts = [
    ...groupBy(statements, ({ value, detail }) =>
      JSON.stringify([value, detail?.stage, detail?.what]),
    ).values(),
  ].map((prints) => {
    const [first] = prints;
    return defined({
      date: first?.value,
      stage: first?.detail?.stage,
      what: first?.detail?.what,
      sources: citedBy(prints),
    }) as YamlValue;
  });
  return facts.length === 0 ? undefined : facts;
}

function citedBy(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ source }) => (source === undefined ? [] : [localId(source)])))];
}

/** A group's own source is called in its file by what follows its slug. */
function localId(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
