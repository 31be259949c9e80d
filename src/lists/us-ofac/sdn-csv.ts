import type { Place, RecordPart, Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { ReadingLog } from '../reading-log.ts';
import type { Batches } from '../snapshot.ts';
import { distinct } from '../statements.ts';
import type { At } from '../tidy.ts';
import { ALIAS_TYPES, addressStatements, entryStatements, SCHEMA_OF_TYPE, strongAlias } from './entry.ts';
import { SDN, SDN_PARTS, type SdnFilePart } from './list-info.ts';
import { areCut, readComments, readCutRemarks, readJoined, readRemarks } from './remarks.ts';
import { isNumber, type SdnSet } from './sdn-files.ts';
import { readSdnRows, type SdnRow, type SdnRows } from './sdn-rows.ts';
import { ListWatch } from './which-list.ts';

/** Reads the files of a set, one after the other in the order of {@link SDN_PARTS}. */
export async function* readSdnSet(set: SdnSet, limits: Limits, log: ReadingLog): Batches {
  const reading = new SetReading(set, limits, log);
  for (const part of SDN_PARTS) {
    if (part === 'sdn_seam') yield* reading.seam();
    else yield* reading.part(part);
  }
}

/** One reading of a set: what a later file needs to know of an earlier one. */
class SetReading {
  readonly #set: SdnSet;
  readonly #limits: Limits;
  readonly #log: ReadingLog;
  readonly #watch = new ListWatch();
  /** Every key of `sdn`, once that file has been read. */
  readonly #listed = new Set<string>();
  /** The field that the cut goes through, by key, until its end is read. */
  readonly #begun = new Map<string, { readonly text: string; readonly place: Place }>();
  readonly #joined: RecordPart[] = [];

  constructor(set: SdnSet, limits: Limits, log: ReadingLog) {
    this.#set = set;
    this.#limits = limits;
    this.#log = log;
  }

  async *part(part: SdnFilePart): Batches {
    const file = this.#set.get(part);
    if (file === undefined) return;
    for await (const entries of readSdnRows(part, file, this.#limits, this.#log)) {
      yield entries.map((rows) => this.#read(part, rows));
    }
    if (part === 'sdn') this.#watch.check(SDN.id, file.name);
  }

  /** What is read from the end of `sdn` and the beginning of `sdn_comments` together. */
  async *seam(): Batches {
    if (!this.#set.has('sdn') || !this.#set.has('sdn_comments')) return;
    for (const [key, { place }] of this.#begun) {
      this.#log.note(
        'remarks-cut',
        place,
        `the remarks of ${key} are cut, and sdn_comments has no rest of them`,
      );
    }
    this.#log.madeFrom('sdn_seam', 'sdn', 'sdn_comments');
    if (this.#joined.length > 0) yield this.#joined;
  }

  #read(part: SdnFilePart, rows: SdnRows): RecordPart {
    const [first, second] = rows;
    const { key, at } = first;
    if (part !== 'sdn' && this.#set.has('sdn') && !this.#listed.has(key)) {
      this.#log.note('orphan-row', at.place, `${part} has a row about ${key}, which sdn does not have`);
    }
    if (part === 'alt') return { key, part, statements: distinct(rows.map(alias)) };
    if (part === 'add') return { key, part, statements: distinct(rows.flatMap(address)) };
    if (second !== undefined) throw listsError('ENT_LIST_KEY_TWICE', { key }, second.at);
    if (part === 'sdn_comments') return { key, part, statements: this.#comments(first) };
    this.#listed.add(key);
    return this.#entry(first);
  }

  #entry({ key, cells, at }: SdnRow): RecordPart {
    const [, name = null, type = null, program = null, title = null, callSign = null] = cells;
    const [vesselType = null, tonnage = null, grossTonnage = null, flag = null, owner = null] =
      cells.slice(6);
    if (name === null) throw listsError('ENT_LIST_ROW', { why: 'an entry without a name' }, at);
    const schema = SCHEMA_OF_TYPE.get(type ?? 'entity');
    if (schema === undefined) {
      throw badValue('SDN_Type', type, 'individual, vessel, aircraft or none', at);
    }
    // `FTO] [SDGT` is the inside of `[FTO] [SDGT]`.
    const programmes = (program ?? '').split(/\] ?\[/).filter((tag) => tag !== '');
    this.#watch.entry(programmes);
    const statements = [
      ...entryStatements({
        name,
        programmes,
        title,
        callSign,
        vesselType,
        tonnage,
        grossTonnage,
        flag,
        owner,
      }),
      ...this.#remarks(key, cells.at(-1) ?? null, at),
    ];
    return { key, part: 'sdn', schema, statements: distinct(statements) };
  }

  #remarks(key: string, remarks: string | null, at: At): readonly Statement[] {
    if (remarks === null) return [];
    if (!areCut(remarks)) return readRemarks(remarks, at);
    const { statements, begun } = readCutRemarks(remarks, at);
    this.#begun.set(key, { text: begun, place: at.place });
    return statements;
  }

  #comments({ key, cells, at }: SdnRow): readonly Statement[] {
    const comments = cells[1] ?? '';
    const begun = this.#begun.get(key);
    if (begun !== undefined) {
      this.#begun.delete(key);
      const statements = readJoined(begun.text, comments, at);
      if (statements.length > 0) this.#joined.push({ key, part: 'sdn_seam', statements });
    }
    return distinct(readComments(comments, at));
  }
}

function alias({ cells, at }: SdnRow): Statement {
  const [, number = null, type = null, name = null, remarks = null] = cells;
  const meaning = ALIAS_TYPES.get(type ?? '');
  if (meaning === undefined) throw badValue('alt_type', type, [...ALIAS_TYPES.keys()].join(', '), at);
  if (name === null) throw listsError('ENT_LIST_ROW', { why: 'an alias without a name' }, at);
  return strongAlias(numbered('alt_num', number, at), meaning, name, remarks);
}

function address({ cells, at }: SdnRow): readonly Statement[] {
  const [, number = null, street = null, city = null, country = null, remarks = null] = cells;
  return addressStatements(numbered('add_num', number, at), { street, city, country, remarks });
}

function numbered(column: string, value: string | null, at: At): string {
  if (isNumber(value)) return value;
  throw badValue(column, value, 'a number', at);
}

function badValue(field: string, value: string | null, expected: string, { place }: At) {
  return listsError('ENT_LIST_VALUE', { field, value: value ?? '', expected }, { place });
}
