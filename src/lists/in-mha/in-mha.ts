import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { anyDate } from '../dated.ts';
import { listsError } from '../errors.ts';
import { type HtmlPage, type HtmlTable, readPage } from '../html.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { type At, tidy } from '../tidy.ts';
import { readRow } from './row.ts';

/** The First Schedule of India's Unlawful Activities (Prevention) Act, as the Ministry of Home Affairs shows it. */
export const IN_MHA: ListInfo = {
  id: 'in-mha',
  title: 'Terrorist organisations in the First Schedule of the Unlawful Activities (Prevention) Act',
  authority: { id: 'in-mha', name: 'Indian Ministry of Home Affairs', country: 'IN' },
  effect: 'Membership, support and funding are crimes.',
  url: 'https://www.mha.gov.in/en/banned-organisations',
  licence: 'MHA terms',
  parts: ['main'],
  staleAfterDays: 30,
};

const NUMBER_COLUMN = /^(?:sl|sr|s)\b[\s.-]*no\.?$/i;
const NAME_COLUMN = /^(?:name of (?:the )?)?(?:terrorist )?organi[sz]ations?$/i;
/** The heading tells the schedule from the page of unlawful associations, which are banned under another section. */
const HEADING = /terrorist organi[sz]ations?\b.*\bunlawful activities/i;
const AS_ON = /\bas on (\d{1,2}[-./]\d{1,2}[-./]\d{4})/i;

/** Reads the page of the First Schedule. The key is made of the name that stands first (`lashkar-e-taiba`). */
export const inMha: ListReader = {
  info: IN_MHA,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(IN_MHA.id, files);
    const page = await readPage(IN_MHA.id, file, limits);
    const { before } = scheduleIn(page, file);
    return snapshotOf({
      list: IN_MHA.id,
      parts: IN_MHA.parts,
      published: anyDate(AS_ON.exec(before)?.[1] ?? ''),
      read: (log) => readSchedule(page, file, limits, log),
    });
  },
};

/** The one table with the columns and the heading of the schedule. */
function scheduleIn({ tables }: HtmlPage, file: SourceFile): HtmlTable {
  const found = tables.filter(({ before, rows: [header] }) => {
    const [number = '', name = ''] = header ?? [];
    return (
      header?.length === 2 && NUMBER_COLUMN.test(number) && NAME_COLUMN.test(name) && HEADING.test(before)
    );
  });
  const [schedule] = found;
  if (schedule !== undefined && found.length === 1) return schedule;
  const why =
    found.length === 0
      ? 'it has no table of numbers and organisations under a heading that names the Act'
      : `it has ${found.length} such tables`;
  throw listsError('ENT_LIST_OTHER', { list: IN_MHA.id, why }, { place: { file: file.name } });
}

async function* readSchedule(page: HtmlPage, file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  log.file(IN_MHA.parts, file.name, page.sha256);
  const { rows } = scheduleIn(page, file);
  const records = new Map<string, RecordPart>();
  for (const [index, cells] of rows.slice(1).entries()) {
    const place = { file: file.name, path: `row ${index + 1}` };
    const record = readCells(cells, index + 1, { log, place });
    if (records.has(record.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: record.key }, { place });
    records.set(record.key, record);
    if (records.size > limits.records) {
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'records', cap: limits.records }, { place });
    }
  }
  if (records.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  yield [...records.values()];
}

/** A row, whose numbers run from 1: one that is missing shows that the page is not whole. */
function readCells(cells: readonly string[], expected: number, at: At): RecordPart {
  const [number = '', name = ''] = cells.map((cell) => tidy(cell, at));
  if (cells.length !== 2) {
    const why = `${cells.length} cells, where the table has 2 columns`;
    throw listsError('ENT_LIST_ROW', { why }, { place: at.place });
  }
  if (number.replace(/\.$/, '') !== String(expected)) {
    const detail = { field: 'Sl No', value: number, expected: String(expected) };
    throw listsError('ENT_LIST_VALUE', detail, { place: at.place });
  }
  return readRow(String(expected), name, at);
}
