import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bodiesFile,
  bodyEntriesOf,
  engagementError,
  engagementFile,
  entriesOf,
  type FileFault,
} from '../engagement/index.ts';
import { formatPlace, NOW, RECORD_LIST_ID } from '../kernel/index.ts';
import { parseYaml, shapeFaults, type YamlFile } from '../record/index.ts';
import {
  captionOf,
  type EngagementEntry,
  type EntityRef,
  type EvidenceEntry,
  type RecordReport,
  type Store,
} from '../store/index.ts';

/** What loading engagement files did. */
export interface EngagementLoad extends RecordReport {
  /** Dialogue series read. */
  readonly series: readonly string[];
}

/** The groups of the starter record by the name of their file. */
export type GroupsBySlug = ReadonlyMap<string, EntityRef>;

/** No folder of dialogues is larger; one that is was pointed at by mistake. */
const MOST_FILES = 500;

/**
 * Loads the dialogues of a record folder (`engagements/*.yaml`) into a store, whole or not at all; a folder without
 * any has none. Loaded again, only what differs is added, as a later revision. Faults name file and line:
 * `ENT_RECORD_YAML`, `ENT_ENGAGEMENT_FORMAT`.
 */
export async function loadEngagements(
  store: Store,
  folder: string,
  now: () => Date,
  groups?: GroupsBySlug,
): Promise<EngagementLoad> {
  const path = join(folder, 'engagements');
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => join(path, name));
  return importEngagements(store, files.slice(0, MOST_FILES), {
    now,
    by: 'entente',
    ...(groups === undefined ? {} : { groups }),
  });
}

/** Loads single engagement files; one named `bodies.yaml` holds states, organs and offices. */
export async function importEngagements(
  store: Store,
  files: readonly string[],
  options: { readonly now: () => Date; readonly by: string; readonly groups?: GroupsBySlug },
): Promise<EngagementLoad> {
  const texts: EngagementText[] = [];
  for (const path of [...files].sort()) texts.push({ path, text: await textOf(path) });
  return importEngagementTexts(store, texts, options);
}

/** The text of an engagement file, and what it is called. */
export interface EngagementText {
  /** `bodies.yaml` holds states, organs and offices. */
  readonly path: string;
  readonly text: string;
}

/** Loads engagement files by their texts, whole or not at all. */
export async function importEngagementTexts(
  store: Store,
  texts: readonly EngagementText[],
  options: { readonly now: () => Date; readonly by: string; readonly groups?: GroupsBySlug },
): Promise<EngagementLoad> {
  const { now, by } = options;
  const groups = options.groups ?? (texts.length === 0 ? new Map() : await groupsBySlug(store));
  const entries: (EngagementEntry | EvidenceEntry)[] = [];
  const series: string[] = [];
  for (const { path, text } of texts) {
    const yaml = parseYaml(text, path);
    const isBodies = path.endsWith('bodies.yaml');
    if (!isBodies) {
      const file = shaped(engagementFile, yaml);
      series.push(file.id);
      const read = entriesOf(file, groups);
      refuse(read.faults, yaml);
      entries.push(...read.entries);
      continue;
    }
    const read = bodyEntriesOf(shaped(bodiesFile, yaml));
    refuse(read.faults, yaml);
    entries.push(...read.entries);
  }
  const report = await store.engagement.record(entries, { at: now().toISOString(), by });
  return { ...report, series };
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const why = cause instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read';
    throw engagementError('ENT_ENGAGEMENT_FORMAT', { why, more: [] }, { place: { file: path }, cause });
  }
}

/** The groups of the starter record by the name of their file. */
async function groupsBySlug(store: Store): Promise<GroupsBySlug> {
  const views = await store.profiles(NOW);
  return new Map(
    views.flatMap((view) =>
      view.records
        .filter(({ list, reference }) => list === RECORD_LIST_ID && !reference.includes('/'))
        .map(({ reference }): [string, EntityRef] => [
          reference,
          { entity: view.entity, caption: captionOf(view) },
        ]),
    ),
  );
}

/** The file's value when it has the shape; else the error that names every fault of the file, up to ten. */
function shaped<T>(schema: FileSchema<T>, yaml: YamlFile): T {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  refuse(shapeFaults(result.error.issues, yaml.value), yaml);
  throw result.error;
}

/** As much of a schema as reading a file needs. */
interface FileSchema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: Error & { readonly issues: Parameters<typeof shapeFaults>[0] };
      };
}

function refuse(faults: readonly FileFault[], yaml: YamlFile): void {
  const [first, ...rest] = faults;
  if (first === undefined) return;
  const more = rest.slice(0, 9).map(({ path, why }) => `${formatPlace(yaml.place(path))}: ${why}`);
  throw engagementError('ENT_ENGAGEMENT_FORMAT', { why: first.why, more }, { place: yaml.place(first.path) });
}
