import { type CsvRow, readCsv } from '../csv.ts';
import { listsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';
import { SDN_COLUMNS } from './entry.ts';
import { SDN, SDN_PARTS, type SdnFilePart } from './list-info.ts';

/** The files of a set, by the part that each is. */
export type SdnSet = ReadonlyMap<SdnFilePart, SourceFile>;

/** The columns of each file (OFAC data specification); the files have no header. */
export const COLUMNS: Readonly<Record<SdnFilePart, readonly string[]>> = {
  sdn: SDN_COLUMNS,
  alt: ['ent_num', 'alt_num', 'alt_type', 'alt_name', 'alt_remarks'],
  add: ['ent_num', 'add_num', 'address', 'city_province_postal_code', 'country', 'add_remarks'],
  sdn_comments: ['ent_num', 'remarks'],
};

/** What names of files say; a published file is called `SDN.CSV`, `ALT.CSV`, `sdn_comments.csv`. */
const NAMED: readonly (readonly [pattern: RegExp, part: SdnFilePart])[] = [
  [/comments/, 'sdn_comments'],
  [/(?:^|[^a-z])alt(?:[^a-z]|$)/, 'alt'],
  [/(?:^|[^a-z])add(?:[^a-z]|$)/, 'add'],
  [/(?:^|[^a-z])sdn(?:[^a-z]|$)/, 'sdn'],
];

/**
 * Tells which part of the set a file is by the number of its columns. Throws `ENT_LIST_OTHER` when it is no
 * file of the set, or when its name says that it is another.
 */
export async function sdnPartOf(file: SourceFile, limits: Limits): Promise<SdnFilePart> {
  const first = await firstRow(file, limits);
  const place = { file: file.name };
  if (first === undefined) throw listsError('ENT_LIST_EMPTY', {}, { place });
  const other = (why: string) =>
    listsError('ENT_LIST_OTHER', { list: SDN.id, why }, { place: { ...place, line: 1 } });
  const columns = first.cells.length;
  const part = (Object.keys(COLUMNS) as SdnFilePart[]).find((name) => COLUMNS[name].length === columns);
  if (part === undefined || !isNumber(first.cells[0])) {
    throw other(
      `its first row is ${columns} columns that begin with "${(first.cells[0] ?? '').slice(0, 40)}"`,
    );
  }
  const name = (file.name.split(/[\\/]/).at(-1) ?? '').toLowerCase();
  if (/^cons[_-]/.test(name)) throw other('by its name it is of the Consolidated (non-SDN) list');
  const named = NAMED.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined && named !== part) {
    throw other(
      `by its name it is ${named} (${COLUMNS[named].length} columns), and it has ${columns} columns`,
    );
  }
  return part;
}

async function firstRow(file: SourceFile, limits: Limits): Promise<CsvRow | undefined> {
  for await (const rows of readCsv(file, limits)) return rows[0];
  return undefined;
}

/** The parts that a set gives: its files, and what takes two of them where both are there. */
export function partsOf(set: SdnSet): readonly string[] {
  return SDN_PARTS.filter((part) =>
    part === 'sdn_seam' ? set.has('sdn') && set.has('sdn_comments') : set.has(part),
  );
}

/** Whether a text is a number as OFAC numbers entries, aliases and addresses. */
export function isNumber(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^\d{1,10}$/.test(text);
}
