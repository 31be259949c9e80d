import type { ListInfo } from '../../kernel/index.ts';
import { columnsOf } from '../columns.ts';
import { readCsv } from '../csv.ts';
import { listsError } from '../errors.ts';
import { isObject, type JsonObject, readJson } from '../json-file.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { readText } from '../read-text.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { recordOf } from './entry.ts';
import { FIELDS, type Field, fieldOf, NEEDED } from './fields.ts';

const PREFIX = /^custom[:-]([a-z0-9][a-z0-9_-]{0,60})$/;

/**
 * The reader of a list of the user's own, under a name of the user's: `custom:<name>`. The list's id is `custom-<name>` with
 * `-` for `_`. It reads CSV with a header (columns of {@link FIELDS} in any order, several values parted by `;`), or JSON:
 * a list of objects with these fields, or an object with such a list as `entries`. A remark is one text. The key is the
 * `id`. `undefined` for a text that names no such list.
 */
export function customReader(id: string): ListReader | undefined {
  const name = PREFIX.exec(id)?.[1];
  if (name === undefined) return undefined;
  const info = customList(name.replaceAll('_', '-'));
  return {
    info,
    open: async (files, caps) => {
      const limits = { ...LIMITS, ...caps };
      const file = onlyFile(info.id, files);
      const entriesIn = (await looksLikeJson(file, limits)) ? jsonEntries : csvEntries;
      // A header that does not fit is worth telling before a long reading.
      if (entriesIn === csvEntries) for await (const _ of entriesIn(info.id, file, limits, null)) break;
      return snapshotOf({
        list: info.id,
        parts: info.parts,
        published: null,
        read: async function* (log: ReadingLog): Batches {
          const records: PlacedRecord[] = [];
          for await (const batch of entriesIn(info.id, file, limits, log)) records.push(...batch);
          yield keyedOnce(records, file, limits);
        },
      });
    },
  };
}

function customList(name: string): ListInfo {
  return {
    id: `custom-${name}`,
    title: `List ${name} of your own`,
    authority: { id: `custom-${name}`, name: `Keeper of the list ${name}`, country: 'ZZ' },
    effect: 'Being on this list; what that means is for its keeper to say.',
    url: '',
    licence: 'as its keeper states',
    parts: ['main'],
    staleAfterDays: 30,
  };
}

async function looksLikeJson(file: SourceFile, limits: Limits): Promise<boolean> {
  for await (const text of readText(file, limits)) {
    const start = text.trimStart();
    if (start !== '') return /^[[{]/.test(start);
  }
  throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}

type Entries = AsyncGenerator<readonly PlacedRecord[], void, undefined>;

/** The entries of a CSV file; without a log only its header and the shape of its first rows are looked at. */
async function* csvEntries(list: string, file: SourceFile, limits: Limits, log: ReadingLog | null): Entries {
  let columns: ReturnType<typeof columnsOf<Field>> | null = null;
  const onEnd = (sha256: string) => log?.file(['main'], file.name, sha256);
  for await (const rows of readCsv(file, limits, { onEnd })) {
    const records: PlacedRecord[] = [];
    for (const { cells, row, line } of rows) {
      const place = { file: file.name, line, path: `row ${row}` };
      if (columns === null) {
        columns = columnsOf(list, FIELDS, headerOf(list, cells, file), place, optional());
        continue;
      }
      if (cells.length !== columns.count) {
        const why = `${cells.length} columns, and the header has ${columns.count}`;
        throw listsError('ENT_LIST_ROW', { why }, { place });
      }
      if (log === null) continue;
      const known = columns;
      const values = (field: Field) => valuesIn(field, known.cell(cells, field));
      records.push({ place, record: recordOf(values, { log, place }) });
    }
    yield records;
  }
}

function optional(): readonly Field[] {
  return FIELDS.filter((field) => !NEEDED.includes(field));
}

/** Throws for a header with other marks than commas between its columns, which is what a spreadsheet may save. */
function headerOf(list: string, cells: readonly string[], file: SourceFile): readonly string[] {
  const [only = ''] = cells;
  if (cells.length === 1 && /[;\t]/.test(only)) {
    const why = 'its columns are parted by semicolons or tabs; save it with commas';
    throw listsError('ENT_LIST_OTHER', { list, why }, { place: { file: file.name, line: 1 } });
  }
  return cells.map(fieldOf);
}

function valuesIn(field: Field, text: string): readonly string[] {
  if (field === 'remarks' || field === 'name' || field === 'address')
    return text.trim() === '' ? [] : [text.trim()];
  return text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

async function* jsonEntries(list: string, file: SourceFile, limits: Limits, log: ReadingLog | null): Entries {
  const value = await readJson(file, limits, (sha256) => log?.file(['main'], file.name, sha256));
  const entries = Array.isArray(value) ? value : isObject(value) ? value.entries : null;
  if (!Array.isArray(entries)) {
    const why = 'it is neither a list of entries nor an object with a list "entries"';
    throw listsError('ENT_LIST_OTHER', { list, why }, { place: { file: file.name } });
  }
  if (log === null) return;
  yield entries.map((entry: unknown, index) => {
    const place = { file: file.name, path: `entry ${index + 1}` };
    if (!isObject(entry)) throw listsError('ENT_LIST_ROW', { why: 'it is no object' }, { place });
    const fields = fieldsOf(entry, place);
    return { place, record: recordOf((field) => fields.get(field) ?? [], { log, place }) };
  });
}

function fieldsOf(entry: JsonObject, place: PlacedRecord['place']): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(entry)) {
    const field = fieldOf(name);
    if (!FIELDS.some((one) => one === field) || fields.has(field))
      throw listsError('ENT_LIST_FIELD', { field: `field ${name.slice(0, 80)}` }, { place });
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== '');
    const strange = values.find((one) => typeof one !== 'string' && typeof one !== 'number');
    if (strange !== undefined) {
      const detail = {
        field: name,
        value: String(typeof strange),
        expected: 'a text, a number or a list of them',
      };
      throw listsError('ENT_LIST_VALUE', detail, { place });
    }
    fields.set(
      field,
      values.map((one) => String(one).trim()).filter((one) => one !== ''),
    );
  }
  return fields;
}
