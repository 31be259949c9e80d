import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { RecordPart } from '../kernel/index.ts';
import { listReader, type SourceFile, sourceFile } from '../lists/index.ts';
import { citations } from './citations.ts';
import type { Edition } from './group.ts';
import type { LoadedList } from './list-view.ts';

/** The publishers' own files, which are kept outside the repository. */
const PUBLISHED = resolve(import.meta.dirname, '../../../shared/data');

/** Whether they are there. */
export const published: boolean = existsSync(PUBLISHED);

/** A list as its publisher printed it on a day. */
export interface Snapshot {
  readonly list: string;
  readonly seen: string;
  readonly files: readonly SourceFile[];
}

/** Source records in memory. */
export interface Loaded extends LoadedList {
  readonly parts: readonly RecordPart[];
}

/** Small extracts of lists, of a few groups each, that are kept with the tests: names, dates, programmes. */
export function extractSnapshots(): readonly Snapshot[] {
  const root = join(import.meta.dirname, 'fixtures/extracts');
  return readdirSync(root)
    .flatMap((list) =>
      readdirSync(join(root, list), { withFileTypes: true }).map((entry): Snapshot => {
        const path = join(root, list, entry.name);
        const files = entry.isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
        return { list, seen: entry.name.slice(0, 'YYYY-MM-DD'.length), files: files.map(sourceFile) };
      }),
    )
    .sort((a, b) => a.seen.localeCompare(b.seen));
}

/** Every snapshot held of every list that the record cites, by list and day. */
export function publishedSnapshots(): readonly Snapshot[] {
  return [
    ...sdnSets(),
    ...dated('us-ofac-sdn/snapshots').map(one('us-ofac-sdn')),
    ...dated('un-sc').map(one('un-sc')),
    ...dated('uk-sanctions').map(one('uk-sanctions')),
    ...dated('eu-fsf').map(one('eu-fsf')),
    ...dated('au-dfat').map(one('au-dfat')),
    ...dated('in-mha').map(one('in-mha')),
  ].sort((a, b) => a.seen.localeCompare(b.seen));
}

/** What the snapshots print of the entries that the edition cites. */
export async function citedParts(
  edition: Edition,
  snapshots: readonly Snapshot[],
): Promise<readonly Loaded[]> {
  const cited = new Set(citations(edition).map(({ list, reference }) => `${list}:${reference}`));
  const loaded: Loaded[] = [];
  for (const { list, seen, files } of snapshots) {
    const parts: RecordPart[] = [];
    for await (const batch of (await listReader(list).open(files)).records()) {
      parts.push(...batch.filter(({ key }) => cited.has(`${list}:${key}`)));
    }
    loaded.push({ list, seen, parts });
  }
  return loaded;
}

/** Folders of files that are one set, named by a day, or by a month, of which the last day is taken. */
function sdnSets(): readonly Snapshot[] {
  const folder = join(PUBLISHED, 'us-ofac-sdn');
  return readdirSync(folder).flatMap((set): readonly Snapshot[] => {
    const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(set) ?? [];
    if (year === undefined || month === undefined) return [];
    const seen = day === undefined ? lastDay(year, month) : `${year}-${month}-${day}`;
    const files = readdirSync(join(folder, set)).map((file) => sourceFile(join(folder, set, file)));
    return [{ list: 'us-ofac-sdn', seen, files }];
  });
}

function lastDay(year: string, month: string): string {
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** The files of a folder that are named by a day; one that is kept to be refused begins with capitals. */
function dated(folder: string): readonly { readonly path: string; readonly seen: string }[] {
  return readdirSync(join(PUBLISHED, folder)).flatMap((file) => {
    const seen = /\d{4}-\d\d-\d\d/.exec(file)?.[0];
    if (seen === undefined || /^MALFORMED/.test(basename(file))) return [];
    return [{ path: join(PUBLISHED, folder, file), seen }];
  });
}

function one(list: string): (file: { readonly path: string; readonly seen: string }) => Snapshot {
  return ({ path, seen }) => ({ list, seen, files: [sourceFile(path)] });
}
