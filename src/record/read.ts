import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { formatPlace, type ListInfo } from '../kernel/index.ts';
import { defined } from './defined.ts';
import { recordError } from './errors.ts';
import type { CitedSource, Edition, Group } from './group.ts';
import {
  authoritiesFile,
  editionFile,
  type GroupFile,
  groupFile,
  type source,
  sourcesFile,
} from './group-file.ts';
import { type Fault, resolveGroup } from './resolve.ts';
import { shapeFaults } from './shape-faults.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

const MAX_GROUPS = 5_000;
const GROUP_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/;

/**
 * Reads the starter record from its folder: `edition.yaml`, `authorities.yaml`, `sources.yaml` and one file a
 * group in `groups/`. Whole or not at all.
 *
 * Every source that a fact cites resolves afterwards. Whether lists and groups that are named exist, whether
 * dates are in order and whether the lists print what the record says are matters of `checkRecord`.
 *
 * @throws `ENT_RECORD_FOLDER`, `ENT_RECORD_YAML`, `ENT_RECORD_LIMIT`, `ENT_RECORD_FORMAT`,
 * `ENT_RECORD_DUPLICATE`, each naming file and line.
 */
export async function readRecord(folder: string): Promise<Edition> {
  const hash = createHash('sha256');
  const parse = (file: string, text: string): YamlFile => {
    hash.update(`${file}\n${Buffer.byteLength(text)}\n${text}`);
    return parseYaml(text, join(folder, file));
  };
  const open = async (file: string) => parse(file, await readText(join(folder, file)));

  const edition = shaped(editionFile, await open('edition.yaml'));
  const { lists, translations } = listsOf(await open('authorities.yaml'));
  const listById = new Map(lists.map((list) => [list.id, list]));
  const sharedYaml = await open('sources.yaml');
  const shared = citedSources(shaped(sourcesFile, sharedYaml).sources, '', listById, sharedYaml);
  const sharedIds = new Set(shared.keys());

  const sources: CitedSource[] = [...shared.values()];
  const groups: Group[] = [];
  const fileById = new Map<string, string>();
  const cited = new Set<string>();
  const slugs = await groupSlugs(folder);
  // All at once: reading one file after the other is a sixth of the whole time.
  const texts = await Promise.all(slugs.map((slug) => readText(join(folder, `groups/${slug}.yaml`))));
  for (const [index, slug] of slugs.entries()) {
    const file = `groups/${slug}.yaml`;
    const yaml = parse(file, texts[index] ?? '');
    const raw: GroupFile = shaped(groupFile, yaml);
    const own = citedSources(raw.sources ?? {}, `${slug}/`, listById, yaml);
    const line = (at: readonly PropertyKey[]) => yaml.place(at).line ?? 1;
    const resolved = resolveGroup(raw, { slug, file, shared: sharedIds, own, line });
    refuse(resolved.faults, yaml);
    const { group } = resolved;
    const other = fileById.get(group.id);
    if (other !== undefined) {
      throw recordError('ENT_RECORD_DUPLICATE', { id: group.id, other }, { place: yaml.place(['id']) });
    }
    fileById.set(group.id, join(folder, file));
    for (const id of resolved.cited) cited.add(id);
    sources.push(...own.values());
    groups.push(group);
  }
  const idle = [...sharedIds].filter((id) => !cited.has(id));
  refuse(
    idle.map((id) => ({ path: ['sources', id], why: `the source "${id}" is cited nowhere` })),
    sharedYaml,
  );
  return { ...edition, sha256: hash.digest('hex'), sources, lists, translations, groups };
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const why = cause instanceof TypeError ? 'is not UTF-8' : 'cannot be read';
    throw recordError('ENT_RECORD_FOLDER', { why }, { place: { file: path }, cause });
  }
}

async function groupSlugs(folder: string): Promise<readonly string[]> {
  const path = join(folder, 'groups');
  const names = await readdir(path).catch((cause: unknown) => {
    throw recordError('ENT_RECORD_FOLDER', { why: 'cannot be read' }, { place: { file: path }, cause });
  });
  const odd = names.find((name) => !GROUP_FILE.test(name));
  if (odd !== undefined) {
    const why = 'is not a group file (lower-case letters, digits and hyphens, then .yaml)';
    throw recordError('ENT_RECORD_FOLDER', { why }, { place: { file: join(path, odd) } });
  }
  if (names.length > MAX_GROUPS) {
    const detail = { what: 'group files', found: names.length, limit: MAX_GROUPS };
    throw recordError('ENT_RECORD_LIMIT', detail, { place: { file: path } });
  }
  return names.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

/** The file's value, when it has the shape; else the error that names every fault of the file, up to ten. */
function shaped<S extends z.ZodType>(schema: S, yaml: YamlFile): z.infer<S> {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  refuse(shapeFaults(result.error.issues, yaml.value), yaml);
  throw result.error;
}

function refuse(faults: readonly Fault[], yaml: YamlFile): void {
  const [first, ...rest] = faults;
  if (first === undefined) return;
  const more = rest.slice(0, 9).map(({ path, why }) => `${formatPlace(yaml.place(path))}: ${why}`);
  throw recordError('ENT_RECORD_FORMAT', { why: first.why, more }, { place: yaml.place(first.path) });
}

function listsOf(yaml: YamlFile): Pick<Edition, 'lists' | 'translations'> {
  const raw = shaped(authoritiesFile, yaml);
  const authorities = new Map(Object.entries(raw.authorities));
  const faults: Fault[] = [];
  const translations = new Map<string, string>();
  const lists = Object.entries(raw.lists).map(([id, { authority, translations: why, ...list }]): ListInfo => {
    if (why !== undefined) translations.set(id, why);
    const body = authorities.get(authority);
    if (body === undefined) {
      faults.push({ path: ['lists', id, 'authority'], why: `no authority "${authority}" in this file` });
    }
    return {
      id,
      ...list,
      authority: { id: authority, name: body?.name ?? '', country: body?.country ?? '' },
      parts: ['main'],
      staleAfterDays: 365,
    };
  });
  refuse(faults, yaml);
  return { lists, translations };
}

type RawSource = z.infer<typeof source>;

/** Sources as the edition holds them, by their id in the file. */
function citedSources(
  raw: Readonly<Record<string, RawSource>>,
  prefix: string,
  lists: ReadonlyMap<string, ListInfo>,
  yaml: YamlFile,
): ReadonlyMap<string, CitedSource> {
  const faults = Object.entries(raw).flatMap(([id, entry]): Fault[] =>
    'list' in entry && !lists.has(entry.list)
      ? [{ path: ['sources', id, 'list'], why: `no list "${entry.list}" in authorities.yaml` }]
      : [],
  );
  refuse(faults, yaml);
  return new Map(Object.entries(raw).map(([id, entry]) => [id, citedSource(prefix + id, entry, lists)]));
}

/** An entry of a list takes publisher, title and address from its list. */
function citedSource(id: string, raw: RawSource, lists: ReadonlyMap<string, ListInfo>): CitedSource {
  if ('publisher' in raw) return defined({ id, ...raw });
  const { list, reference, seen } = raw;
  const info = lists.get(list);
  const entry = reference === undefined ? '' : `, entry ${reference}`;
  return defined({
    id,
    publisher: info?.authority.name ?? list,
    title: `${info?.title ?? list}${entry}, as of ${seen}`,
    date: seen,
    url: info?.url,
    list,
    reference,
    seen,
  });
}
