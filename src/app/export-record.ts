import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NOW, RECORD_LIST_ID, type RecordPart } from '../kernel/index.ts';
import { RECORD_LIST, recordFiles } from '../record/index.ts';
import { type EntityView, type KnownStatement, type Store, storeError } from '../store/index.ts';

/** What was written. */
export interface RecordExport {
  readonly files: number;
  /** All files in one text, when no folder was given: each after a line that names it. */
  readonly text: string;
}

/**
 * Writes the record that a store holds as YAML again, in the format of its folder: whole, or the groups of the ids
 * given. Into a folder, else as one text. What may not be taken is as if it were not held. Throws `ENT_NOT_FOUND` for an id that is no group of the record.
 */
export async function exportRecord(
  store: Store,
  ids: readonly string[],
  folder: string | null,
  may: (view: EntityView) => boolean = () => true,
): Promise<RecordExport> {
  const views = ids.length === 0 ? (await store.profiles(NOW)).filter(may) : await chosen(store, ids, may);
  const records = views.flatMap((view) =>
    view.records
      .filter(({ list }) => list === RECORD_LIST_ID)
      .map((record) => ({ record, entity: view.entity })),
  );
  const parts = records.map(({ record }): RecordPart => {
    const { reference, schema, history } = record;
    const standing = history.statements.filter(({ seen }) => seen.to === null).map(plain);
    return { key: reference, part: 'main', ...(schema === null ? {} : { schema }), statements: standing };
  });
  const lists = await store.lists();
  const edition = lists.find(({ id }) => id === RECORD_LIST_ID)?.snapshots.at(-1);
  const cited = new Set(parts.flatMap(({ statements }) => statements.flatMap(({ source }) => source ?? [])));
  const files = recordFiles({
    name: 'export',
    date: (edition?.published ?? edition?.observed ?? '').slice(0, 10),
    licence: RECORD_LIST.licence,
    lists: lists.filter(({ id }) => id !== RECORD_LIST_ID),
    sources: [...(await store.sources()).values()].filter(({ id }) => cited.has(id)),
    parts: parts.filter(({ statements }) => statements.length > 0),
    ids: new Map(
      records
        .filter(({ record }) => !record.reference.includes('/'))
        .map(({ record, entity }) => [record.reference, entity]),
    ),
  });
  if (folder === null) return { files: files.size, text: oneText(files) };
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { files: files.size, text: '' };
}

async function chosen(
  store: Store,
  ids: readonly string[],
  may: (view: EntityView) => boolean,
): Promise<readonly EntityView[]> {
  const views: EntityView[] = [];
  for (const id of ids) {
    const view = await store.entity(id, NOW);
    if (view === null || !may(view) || !view.records.some(({ list }) => list === RECORD_LIST_ID))
      throw storeError('ENT_NOT_FOUND', { what: `${id} as a group of the starter record` });
    views.push(view);
  }
  return views;
}

function plain({ part: _part, seen: _seen, ...statement }: KnownStatement) {
  return statement;
}

function oneText(files: ReadonlyMap<string, string>): string {
  return [...files].map(([path, text]) => `# ${path}\n---\n${text}`).join('\n');
}
