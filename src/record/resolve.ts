import type { Strength } from '../kernel/index.ts';
import { scriptsOf } from '../text/index.ts';
import { defined } from './defined.ts';
import type {
  Amendment,
  CitedSource,
  DateFact,
  Designation,
  Explanation,
  Group,
  GroupName,
  Relation,
  SharedName,
} from './group.ts';
import type { GroupFile } from './group-file.ts';

/** What is wrong with a file, and where in it. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly why: string;
}

/** What a group file is resolved against. */
export interface ResolveContext {
  readonly slug: string;
  readonly file: string;
  /** Sources of `sources.yaml`. */
  readonly shared: ReadonlySet<string>;
  /** The file's own sources, by their id in the file. */
  readonly own: ReadonlyMap<string, CitedSource>;
  readonly line: (path: readonly PropertyKey[]) => number;
}

/**
 * Turns a group file of the right shape into a group: short forms written out, source ids made the edition's.
 * Gives the group, every fault in what the file refers to, and the ids (as in the file) of the sources that it
 * cites. A group with faults must not be used.
 */
export function resolveGroup(
  raw: GroupFile,
  context: ResolveContext,
): { group: Group; faults: readonly Fault[]; cited: ReadonlySet<string> } {
  const faults: Fault[] = [];
  const cited = new Set<string>();
  const cite = (ids: readonly string[], path: readonly PropertyKey[]): readonly string[] =>
    ids.map((id, index) => {
      cited.add(id);
      const own = context.own.get(id);
      if (own === undefined && !context.shared.has(id)) {
        faults.push({ path: [...path, index], why: `no source "${id}" in this file or in sources.yaml` });
      }
      return own?.id ?? id;
    });
  const usual = new Map(
    Object.entries(raw.sources ?? {}).map(([id, source]) => [
      id,
      'list' in source ? source.strength : undefined,
    ]),
  );
  const build = { raw, usual, context, faults, cite };

  for (const id of context.own.keys()) {
    if (context.shared.has(id)) {
      faults.push({ path: ['sources', id], why: `the source "${id}" is in sources.yaml too` });
    }
  }
  const group: Group = {
    slug: context.slug,
    file: context.file,
    id: raw.id,
    caption: raw.caption,
    schema: raw.schema,
    names: raw.names.map((entry, index) => nameOf(build, entry, ['names', index])),
    founded: dates(build, raw.founded, ['founded'], []),
    firstNamed: dates(build, raw.firstNamed, ['firstNamed'], []),
    countries: Object.entries(raw.countries ?? {}).map(([country, ids]) => ({
      country,
      sources: cite(ids, ['countries', country]),
    })),
    relations: (raw.relations ?? []).map((entry, index) => relationOf(build, entry, ['relations', index])),
    designations: (raw.designations ?? []).map((entry, index) =>
      designationOf(build, entry, ['designations', index]),
    ),
    sharedNames: (raw.sharedNames ?? []).map(
      (entry, index): SharedName => ({ ...entry, line: context.line(['sharedNames', index]) }),
    ),
    differs: (raw.differs ?? []).map(
      (entry, index): Explanation => defined({ ...entry, line: context.line(['differs', index]) }),
    ),
  };
  faults.push(...namingFaults(group), ...keyFaults(group));
  for (const id of context.own.keys()) {
    if (!cited.has(id)) faults.push({ path: ['sources', id], why: `the source "${id}" is cited nowhere` });
  }
  return { group, faults, cited };
}

interface Build {
  readonly raw: GroupFile;
  /** What each list source marks its names as, where a name says nothing else. */
  readonly usual: ReadonlyMap<string, Strength | undefined>;
  readonly context: ResolveContext;
  readonly faults: Fault[];
  readonly cite: (ids: readonly string[], path: readonly PropertyKey[]) => readonly string[];
}

type Entry<K extends 'names' | 'relations' | 'designations'> = NonNullable<GroupFile[K]>[number];
type Path = readonly PropertyKey[];

function nameOf({ usual, context, faults, cite }: Build, name: Entry<'names'>, path: Path): GroupName {
  const sources = cite(name.sources, [...path, 'sources']);
  const strength = name.strength ?? {};
  const bySource = new Map(typeof strength === 'string' ? [] : Object.entries(strength));
  for (const id of bySource.keys()) {
    if (!name.sources.includes(id)) {
      faults.push({ path: [...path, 'strength', id], why: `the name does not cite the source "${id}"` });
    }
  }
  if (name.strengthBasis !== undefined && (typeof strength !== 'string' || strength === 'unstated')) {
    faults.push({ path: [...path, 'strengthBasis'], why: 'explains a strength that the name does not have' });
  }
  const marked = (id: string): Strength =>
    typeof strength === 'string' ? strength : (bySource.get(id) ?? usual.get(id) ?? 'unstated');
  return defined({
    text: name.text,
    kind: name.kind,
    language: name.language,
    script: name.script ?? 'Latn',
    prints: name.sources.map((id, at) => ({ source: sources[at] ?? id, strength: marked(id) })),
    strengthBasis: name.strengthBasis,
    usedBy: name.usedBy ?? [],
    from: name.from,
    until: name.until,
    line: context.line(path),
  });
}

function relationOf(
  { raw, context, faults, cite }: Build,
  relation: Entry<'relations'>,
  path: Path,
): Relation {
  if ((relation.group === undefined) === (relation.name === undefined)) {
    faults.push({ path, why: 'needs either group or name, and not both' });
  }
  if (relation.subject !== undefined && !raw.names.some((name) => name.text === relation.subject)) {
    faults.push({ path: [...path, 'subject'], why: `"${relation.subject}" is not a name of the group` });
  }
  if (relation.group === context.slug && relation.subject === undefined) {
    faults.push({
      path: [...path, 'group'],
      why: 'a group stands in no relation to itself; name the part as subject',
    });
  }
  return defined({
    ...relation,
    sources: cite(relation.sources, [...path, 'sources']),
    line: context.line(path),
  });
}

function designationOf(build: Build, entry: Entry<'designations'>, path: Path): Designation {
  const { context, faults, cite } = build;
  const sources = cite(entry.sources, [...path, 'sources']);
  entry.sources.forEach((id, at) => {
    const own = context.own.get(id);
    const other =
      own?.list === entry.list && entry.reference !== undefined && own.reference !== entry.reference;
    if (other)
      faults.push({ path: [...path, 'sources', at], why: `"${id}" is another entry of ${entry.list}` });
  });
  const parts = [context.slug, entry.list, entry.programme?.replace(/[\s/]+/g, '-'), entry.key];
  const listed = dates(build, entry.listed, [...path, 'listed'], sources);
  const delisted = dates(build, entry.delisted, [...path, 'delisted'], sources);
  const relisted = dates(build, entry.relisted, [...path, 'relisted'], sources);
  return defined({
    key: parts.filter((part) => part !== undefined).join('/'),
    list: entry.list,
    reference: entry.reference,
    programme: entry.programme,
    printedName: entry.printedName,
    legalBasis: entry.legalBasis,
    listed,
    amended: (entry.amended ?? []).map(
      (event, at): Amendment =>
        defined({
          ...event,
          sources:
            event.sources === undefined ? sources : cite(event.sources, [...path, 'amended', at, 'sources']),
        }),
    ),
    delisted,
    relisted,
    sources,
    line: context.line(path),
  });
}

type RawDate =
  | string
  | { date: string; stage?: DateFact['stage'] | undefined; sources?: string[] | undefined };

function dates(
  { cite }: Build,
  raw: RawDate | RawDate[] | undefined,
  path: readonly PropertyKey[],
  inherited: readonly string[],
): readonly DateFact[] {
  if (raw === undefined) return [];
  return [raw].flat().map((fact, index): DateFact => {
    if (typeof fact === 'string') return { date: fact, sources: inherited };
    const at = Array.isArray(raw) ? [...path, index] : path;
    return defined({
      ...fact,
      sources: fact.sources === undefined ? inherited : cite(fact.sources, [...at, 'sources']),
    });
  });
}

function namingFaults(group: Group): readonly Fault[] {
  const faults: Fault[] = [];
  const primary = group.names.filter((name) => name.kind === 'primary');
  if (primary.length !== 1) {
    faults.push({ path: ['names'], why: `needs one name of kind primary, has ${primary.length}` });
  } else if (primary[0]?.text !== group.caption) {
    faults.push({ path: ['caption'], why: `is not the primary name, "${primary[0]?.text}"` });
  }
  const seen = new Map<string, number>();
  group.names.forEach((name, index) => {
    const path = ['names', index];
    const before = seen.get(name.text);
    if (before !== undefined) faults.push({ path, why: `the name is there already, on line ${before}` });
    seen.set(name.text, name.line);
    const found = [...scriptsOf(name.text).keys()];
    if (found.length > 0 && !found.includes(name.script)) {
      faults.push({ path, why: `has no letter of ${name.script}; it is in ${found.join(', ')}` });
    } else if (name.script === 'Latn' && found.length > 1) {
      faults.push({ path, why: `is in ${found.join(', ')}: say which with script` });
    }
    if ((name.kind === 'label') !== name.usedBy.length > 0) {
      faults.push({ path, why: 'a label says with usedBy whose word it is, and no other name does' });
    }
  });
  return faults;
}

function keyFaults(group: Group): readonly Fault[] {
  const seen = new Map<string, number>();
  return group.designations.flatMap((entry, index): Fault[] => {
    const before = seen.get(entry.key);
    seen.set(entry.key, entry.line);
    if (before === undefined) return [];
    return [
      { path: ['designations', index], why: `give it a key: ${entry.key} is on line ${before} already` },
    ];
  });
}
